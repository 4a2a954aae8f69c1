// Neighbours: words that a name may be part of.
#include "match/neighbours.h"

#include "catch.h"

using namespace tipoff;

namespace {

bool before(std::string_view text, std::size_t token) {
  return crowded_before(FieldReading(Field::body, text), {token, token + 1});
}

bool after(std::string_view text, std::size_t token) {
  return crowded_after(FieldReading(Field::body, text), {token, token + 1});
}

}  // namespace

TEST_CASE("A capitalised word before a name may belong to it", "[match]") {
  CHECK(before("said General Altmoor today", 2));
  CHECK(before("said M. Altmoor today", 2));
  CHECK_FALSE(before("said General. Altmoor rose", 2));
  CHECK_FALSE(before("said the Altmoor board", 2));
  CHECK_FALSE(before("said retailer Altmoor", 2));
  CHECK_FALSE(before("On Monday Altmoor rose", 2));
}

TEST_CASE("A capitalised word behind a name may belong to it", "[match]") {
  CHECK(after("said Altmoor Minerals today", 1));
  CHECK_FALSE(after("said Altmoor's Larkin today", 1));
  CHECK_FALSE(after("said Altmoor CEO Larkin", 1));
  CHECK_FALSE(after("said Altmoor, Larkin", 1));
}

TEST_CASE("The first word of a sentence has its capital from there", "[match]") {
  CHECK(follows_plain_opening(FieldReading(Field::body, "Planning Altmoor visits"), {1, 2}));
  CHECK_FALSE(follows_plain_opening(FieldReading(Field::body, "Nordvale Altmoor visits"), {1, 2}));
}

TEST_CASE("An abbreviation in brackets is explained by the words before", "[match]") {
  CHECK(explains_abbreviation(FieldReading(Field::body, "the Nordvale Mill (QXZ) said"), 3));
  CHECK_FALSE(explains_abbreviation(FieldReading(Field::body, "the mill (NYSE: QXZ) said"), 3));
}

TEST_CASE("Capitals within a word are told from capitals throughout", "[match]") {
  CHECK(has_inner_capital("AltMoor"));
  CHECK(has_inner_capital("eMoor"));
  CHECK_FALSE(has_inner_capital("ALTMOOR"));
  CHECK_FALSE(has_inner_capital("Altmoor"));
  CHECK_FALSE(has_inner_capital("PCs"));
}

TEST_CASE("A place whose second word is a name is no company", "[match]") {
  const auto place = [](std::string_view text, std::size_t token) {
    return is_town(FieldReading(Field::title, text), {token, token + 1});
  };
  CHECK(place("ALTMOOR CLOSES NEW HAVEN PLANT", 3));
  CHECK(place("Altmoor to leave New Bedford", 4));
  CHECK_FALSE(place("ALTMOOR CLOSES HAVEN PLANT", 2));
  CHECK_FALSE(place("ALTMOOR NAMES NEW LARKIN CHIEF", 3));
}
