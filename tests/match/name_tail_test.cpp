// Name tails: which words behind the head tell companies apart.
#include "match/name_tail.h"

#include "catch.h"

using namespace tipoff;

namespace {

const std::uint64_t pumps = tail_of("Altmoor Pumps Holdings plc");

bool fits(std::string_view text, std::uint64_t tail) {
  const FieldReading reading(Field::title, text);
  return fits_tail(reading, 1, reading.tokens().size(), tail);
}

bool otherwise(std::string_view text, std::uint64_t tail) {
  return goes_on_otherwise(FieldReading(Field::title, text), 1, tail);
}

}  // namespace

TEST_CASE("A head is the first word that few companies have", "[match]") {
  CHECK(head_of("The American Larkin Bank") == head_of("Larkin"));
  CHECK(head_of("National Bank Corp") == 0);
}

TEST_CASE("Legal forms, general words and initials are no tail", "[match]") {
  CHECK(tail_of("Altmoor Holdings International plc") == 0);
  CHECK(tail_of("Larkin A O Corp") == 0);
  CHECK(pumps != 0);
  CHECK(tail_of("Altmoor Pumps") == pumps);
}

TEST_CASE("Words fit a tail that has one of them, or none that would be another's", "[match]") {
  CHECK(fits("ALTMOOR PUMPS", pumps));
  CHECK(fits("ALTMOOR GROUP", pumps));
  CHECK(fits("ALTMOOR", pumps));
  CHECK_FALSE(fits("ALTMOOR SYSTEMS", pumps));
  CHECK_FALSE(fits("ALTMOOR CORP", pumps));
  CHECK_FALSE(fits("ALTMOOR INDUSTRIES", pumps));
  CHECK(fits("ALTMOOR INDUSTRIES", tail_of("Altmoor Technologies Corp")));
  CHECK(fits("ALTMOOR MINING CORP", 0));
}

TEST_CASE("A name that goes on with another trade is another's", "[match]") {
  CHECK(otherwise("ALTMOOR SYSTEMS NAMES PRESIDENT", pumps));
  CHECK_FALSE(otherwise("ALTMOOR PUMPS NAMES PRESIDENT", pumps));
  CHECK_FALSE(otherwise("ALTMOOR NAMES PRESIDENT", pumps));
  CHECK_FALSE(otherwise("Altmoor systems fail", pumps));
  CHECK_FALSE(otherwise("ALTMOOR, SYSTEMS", pumps));
  CHECK_FALSE(otherwise("ALTMOOR SYSTEMS NAMES PRESIDENT", 0));
}

TEST_CASE("General and trade words belong to a name, verbs do not", "[match]") {
  const FieldReading reading(Field::title, "ALTMOOR SYSTEMS GROUP NAMES PRESIDENT");
  CHECK(end_of_name_words(reading, 1) == 3);
  CHECK(end_of_name_words(reading, 3) == 3);
}
