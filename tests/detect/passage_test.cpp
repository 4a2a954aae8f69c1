// Passages: sentences and their places.
#include "detect/passage.h"

#include "catch.h"

using tipoff::Field;
using tipoff::NewsText;
using tipoff::Place;

TEST_CASE("Title, lead and body are told apart", "[passage]") {
  const auto all = tipoff::passages(NewsText{"Head line", "First. Second. Third.", ""});
  REQUIRE(all.size() == 4);
  CHECK(all[0].place == Place::title);
  CHECK(all[1].place == Place::lead);
  CHECK(all[1].field == Field::body);
  CHECK(all[3].place == Place::body);
}

TEST_CASE("Without a title the first sentence of the body stands in for it", "[passage]") {
  const auto all = tipoff::passages(NewsText{"", "First. Second. Third.", ""});
  REQUIRE(all.size() == 3);
  CHECK(all[0].place == Place::title);
  CHECK(all[0].field == Field::body);
  CHECK(all[1].place == Place::lead);
  CHECK(all[2].place == Place::body);
}

TEST_CASE("A sentence without end is cut at a blank, or between two characters", "[passage]") {
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "Ostrava ";
  std::string characters;
  for (int i = 0; i < 3000; ++i) characters += "收";
  for (const std::string& body : {words, characters}) {
    const NewsText text{"Head", body, ""};
    const auto all = tipoff::passages(text);
    REQUIRE(all.size() > 4);
    std::size_t next = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
      CHECK(all[i].span.begin == next);
      next = all[i].span.end;
      CHECK(next - all[i].span.begin <= tipoff::longest_sentence);
      if (i + 1 < all.size()) CHECK((body[next - 1] == ' ' || next % 3 == 0));
    }
    CHECK(next + 1 >= body.size());
  }
}
