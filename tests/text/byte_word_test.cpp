// Eight bytes at once say the same as eight bytes one by one.
#include "text/byte_word.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

ByteWord word_of(const std::string& eight) {
  return byte_word_at(eight.data());
}

}  // namespace

TEST_CASE("Each byte value is found at each place, and none beside it", "[text]") {
  for (int value = 0; value < 256; ++value) {
    for (std::size_t place = 0; place < 8; ++place) {
      std::string eight = "abcdefgh";
      eight[place] = static_cast<char>(value);
      CAPTURE(value, place);
      const bool is_sign = value == '<';
      CHECK((bytes_equal(word_of(eight), '<') != 0) == is_sign);
      CHECK(bytes_before_mark(bytes_equal(word_of(eight), '<')) == (is_sign ? place : 8));
      CHECK(is_ascii(word_of(eight)) == (value < 0x80));
      const bool clean = value >= ' ' && value < 0x7F;
      CHECK((unclean_bytes(word_of(eight)) == 0) == clean);
    }
  }
}

TEST_CASE("The second of two spaces is unclean, two apart are not", "[text]") {
  CHECK(bytes_before_mark(unclean_bytes(word_of("ab  cdef"))) == 3);
  CHECK(unclean_bytes(word_of(" b c d f")) == 0);
}

TEST_CASE("Marked bytes are counted", "[text]") {
  CHECK(count_marked(bytes_equal(word_of("<<<<<<<<"), '<')) == 8);
  CHECK(count_marked(bytes_equal(word_of("a<b<\xBC<dd"), '<')) == 3);
}

}  // namespace tipoff
