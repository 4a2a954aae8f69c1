// Which of the latest texts share a key.
#include "cluster/neighbours.h"

#include "catch.h"

namespace tipoff {
namespace {

using Keys = std::vector<std::uint32_t>;
using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("Those that have any of the keys are found, each once and in order", "[cluster]") {
  Neighbours neighbours(10);
  neighbours.add(Keys{1, 2});
  neighbours.add(Keys{3});
  neighbours.add(Keys{2, 1, 1});
  CHECK(neighbours.sharing(Keys{1, 2}) == Numbers{0, 2});
  CHECK(neighbours.sharing(Keys{3}) == Numbers{1});
  CHECK(neighbours.sharing(Keys{4}).empty());
  CHECK(neighbours.sharing({}).empty());
}

TEST_CASE("What is older than the latest few is forgotten", "[cluster]") {
  Neighbours neighbours(2);
  neighbours.add(Keys{1});
  neighbours.add(Keys{1, 2});
  neighbours.add(Keys{1});
  CHECK(neighbours.size() == 2);
  CHECK(neighbours.oldest() == 1);
  CHECK(neighbours.sharing(Keys{1}) == Numbers{1, 2});
  neighbours.add(Keys{});
  neighbours.add(Keys{});
  CHECK(neighbours.sharing(Keys{1, 2}).empty());
}

TEST_CASE("Of a key that many have the latest are found", "[cluster]") {
  Neighbours neighbours(1000);
  for (int n = 0; n < 500; ++n) neighbours.add(Keys{7});
  const auto found = neighbours.sharing(Keys{7});
  CHECK(found.size() < 100);
  REQUIRE_FALSE(found.empty());
  CHECK(found.back() == 499);
}

}  // namespace tipoff
