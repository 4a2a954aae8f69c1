// FieldReading: what capitals mean.
#include "match/field_reading.h"

#include "catch.h"

using namespace tipoff;

namespace {

CaseStyle style_of(std::string_view text) {
  return FieldReading(Field::title, text).style();
}

}  // namespace

TEST_CASE("The style of a field is told from its words", "[match]") {
  CHECK(style_of("Altmoor buys a mill in Nordvale") == CaseStyle::sentence);
  CHECK(style_of("Altmoor Buys a Mill in Nordvale") == CaseStyle::headline);
  CHECK(style_of("ALTMOOR BUYS A MILL IN NORDVALE") == CaseStyle::capitals);
  CHECK(style_of("樾宸发布公告") == CaseStyle::sentence);
  CHECK(style_of("") == CaseStyle::sentence);
}

TEST_CASE("A word is capitalised by a capital anywhere, or a digit", "[match]") {
  const FieldReading reading(Field::body, "Mill mill aMill 3mill Öl QX Qx");
  CHECK(reading.is_capitalised(0));
  CHECK_FALSE(reading.is_capitalised(1));
  CHECK(reading.is_capitalised(2));
  CHECK(reading.is_capitalised(3));
  CHECK(reading.is_capitalised(4));
  CHECK(reading.is_in_capitals(5));
  CHECK_FALSE(reading.is_in_capitals(6));
}

TEST_CASE("A possessive does not change that a word is in capitals", "[match]") {
  const FieldReading reading(Field::body, "QXZ's QXZ’s");
  CHECK(reading.is_in_capitals(0));
  CHECK(reading.is_in_capitals(1));
}

TEST_CASE("Sentences start after marks, not after abbreviations", "[match]") {
  const FieldReading reading(Field::body, "Prices fell. Altmoor Inc. Said Mr. Larkin: Fine");
  CHECK(reading.starts_sentence(0));
  CHECK_FALSE(reading.starts_sentence(1));
  CHECK(reading.starts_sentence(2));
  CHECK_FALSE(reading.starts_sentence(4));
  CHECK_FALSE(reading.starts_sentence(6));
  CHECK(reading.starts_sentence(7));
}
