#include "fetch/search_plan.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

using std::chrono::seconds;

TEST_CASE("Wishes that fit into the budget are granted", "[search_plan]") {
  CHECK(shared_out({{6h, 1}, {1h, 3}}, 100) == std::vector<seconds>{6h, 1h});
  CHECK(shared_out({{6h, 1}, {6h, 1}}, 8) == std::vector<seconds>{6h, 6h});
  CHECK(shared_out({}, 100).empty());
}

TEST_CASE("A budget that is too small is shared by weight", "[search_plan]") {
  CHECK(shared_out({{1h, 1}, {1h, 1}}, 2) == std::vector<seconds>{24h, 24h});
  CHECK(shared_out({{1h, 3}, {1h, 1}}, 4) == std::vector<seconds>{8h, 24h});
}

TEST_CASE("Who wants less than the share leaves the rest to the others", "[search_plan]") {
  CHECK(shared_out({{24h, 1}, {1h, 1}}, 4) == std::vector<seconds>{24h, 8h});
  CHECK(shared_out({{12h, 3}, {1h, 1}, {1h, 1}}, 4) == std::vector<seconds>{12h, 24h, 24h});
}

TEST_CASE("Fifty thousand searches fill the budget, and nobody's share is nothing",
          "[search_plan]") {
  std::vector<Wish> wishes(50'000, {6h, 1});
  for (int i = 0; i < 5000; ++i) wishes[static_cast<std::size_t>(i)].weight = 3;
  const auto periods = shared_out(wishes, 2000);
  double a_day = 0;
  for (const seconds period : periods) a_day += 86'400.0 / static_cast<double>(period.count());
  CHECK(a_day <= 2000.5);
  CHECK(a_day >= 1999.5);
  CHECK(periods.front() == 10 * 24h);
  CHECK(periods.back() <= 31 * 24h);
}

}  // namespace tipoff
