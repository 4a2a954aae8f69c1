// "The former, the latter": each stands for one of the two accounts before.
#include "detect/former_latter.h"

#include "catch.h"

using tipoff::add_former_and_latter;
using tipoff::NamePlace;

TEST_CASE("The former is the first account, the latter the second", "[former]") {
  const std::string_view text = "沐岭、栎川同日公告：前者亏损，后者换帅";
  std::vector<NamePlace> names{{{0, 6}, 3, false}, {{9, 15}, 5, true}};
  add_former_and_latter(text, names);
  REQUIRE(names.size() == 4);
  CHECK(names[2].account == 3);
  CHECK(names[2].span.begin == text.find("前者"));
  CHECK(names[3].account == 5);
  CHECK(names[3].ambiguous);
}

TEST_CASE("One word alone, or another number of names, says nothing", "[former]") {
  std::vector<NamePlace> two{{{0, 7}, 0, false}, {{12, 16}, 1, false}};
  add_former_and_latter("Ostrava and Arda report; the latter grew", two);
  CHECK(two.size() == 2);
  std::vector<NamePlace> one{{{0, 7}, 0, false}};
  add_former_and_latter("Ostrava: the former fell, the latter grew", one);
  CHECK(one.size() == 1);
}
