// Which word a slip of the finger was meant to be.
#include "config/nearest.h"

#include <array>

#include "catch.h"

namespace tipoff {

namespace {
constexpr std::array<std::string_view, 4> keys{"url", "interval", "title",
                                               "allow_private_networks"};
}

TEST_CASE("A mistyped key finds the valid one", "[config]") {
  CHECK(nearest("intervall", keys) == "interval");
  CHECK(nearest("Interval", keys) == "interval");
  CHECK(nearest("ulr", keys) == "url");
  CHECK(nearest("allow_privat_network", keys) == "allow_private_networks");
}

TEST_CASE("A word that is like none of the valid ones finds none", "[config]") {
  CHECK(nearest("colour", keys) == std::nullopt);
  CHECK(nearest("", keys) == std::nullopt);
  CHECK(nearest(std::string(100'000, 'x'), keys) == std::nullopt);
}

TEST_CASE("Swapped neighbours are one slip", "[config]") {
  CHECK(edit_distance("wieght", "weight") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("same", "SAME") == 0);
}

TEST_CASE("A suggestion names the nearest key, or all where they are few", "[config]") {
  CHECK(suggestion("intervall", keys) == " (did you mean 'interval'?)");
  CHECK(suggestion("colour", keys) == " (valid: url, interval, title, allow_private_networks)");
  CHECK(suggestion("colour", {}).empty());
}

}  // namespace tipoff
