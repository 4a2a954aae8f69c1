// The table of references is what its reader expects.
#include "text/html_names.h"

#include <string>

#include "catch.h"

namespace tipoff {

TEST_CASE("The table of references is sorted, and its words come in pairs", "[text][html]") {
  std::string_view names = html_reference_names();
  std::string before;
  int pairs = 0;
  while (!names.empty()) {
    const auto gap = names.find(' ');
    const auto end = names.find(' ', gap + 1);
    REQUIRE(end != std::string_view::npos);
    const std::string name(names.substr(0, gap));
    REQUIRE(before < name);
    before = name;
    names.remove_prefix(end + 1);
    ++pairs;
  }
  CHECK(pairs == 2125);
}

TEST_CASE("Old pages may leave out the semicolon of a hundred names", "[text][html]") {
  const std::string names(html_names_without_semicolon());
  CHECK_THAT(names, Catch::Contains("nbsp "));
  CHECK_THAT(names, !Catch::Contains("hellip "));
}

}  // namespace tipoff
