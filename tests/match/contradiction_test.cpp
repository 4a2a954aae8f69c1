// Contradictions: what tells a namesake from the account.
#include "match/contradiction.h"

#include "catch.h"

using namespace tipoff;

namespace {

/// Token of the symbol behind the text's first word.
std::optional<std::size_t> symbol_in(std::string_view text) {
  return symbol_behind(FieldReading(Field::title, text), 1);
}

bool only_in_longer_names(std::string_view title, std::string_view body) {
  return stands_in_longer_names(FieldReading(Field::title, title), {0, 1},
                                FieldReading(Field::body, body));
}

}  // namespace

TEST_CASE("A symbol behind a name stands in angles, or tells its exchange, or has six digits",
          "[match]") {
  CHECK(symbol_in("ALTMOOR <ALTM.O> OPENS MILL") == 1);
  CHECK(symbol_in("Altmoor (NYSE: ALTM) opens mill") == 2);
  CHECK(symbol_in("Altmoor (600000.SH) opens mill") == 1);
  CHECK_FALSE(symbol_in("Altmoor (ALTM) opens mill"));
  CHECK_FALSE(symbol_in("Altmoor (2025) opens mill"));
  CHECK_FALSE(symbol_in("Altmoor opens <ALTM> mill"));
  CHECK_FALSE(symbol_in("Altmoor"));
}

TEST_CASE("A body that has the headline's word first in a longer name tells of another company",
          "[match]") {
  CHECK(only_in_longer_names("LARKIN OPENS MILL", "Nordvale Larkin Co said it opened a mill."));
  CHECK(only_in_longer_names("LARKIN OPENS MILL", "The firm Larkin Packaging Inc opened a mill."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "Larkin Co said it opened a mill."));
  CHECK(only_in_longer_names("LARKIN OPENS MILL",
                             "Larkin Packaging Inc opened a mill. It is the first for Larkin."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL",
                                   "Larkin opened a mill. It was built for Larkin Packaging Inc."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "A mill was opened."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "NORDVALE LARKIN CO OPENS A MILL TODAY"));
}
