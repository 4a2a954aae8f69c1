#include "result.h"

#include <memory>

#include "catch.h"

namespace tipoff {

namespace {
Result<int> parse_port(const std::string& text) {
  if (text.empty()) return failure("a port is needed");
  return std::stoi(text);
}
}  // namespace

TEST_CASE("A result is a value or the error in its way", "[result]") {
  CHECK(*parse_port("8080") == 8080);

  const auto refused = parse_port("");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "a port is needed");
}

TEST_CASE("An error gains its place on the way up", "[result]") {
  const auto error = Error{"unknown key 'wieght'"}.in("line 4").in("mergers.toml");
  CHECK(error.message == "mergers.toml: line 4: unknown key 'wieght'");
}

TEST_CASE("A result carries what can only be moved", "[result]") {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  const std::unique_ptr<int> taken = *std::move(result);
  CHECK(*taken == 7);
}

}  // namespace tipoff
