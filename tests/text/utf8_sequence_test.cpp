// Every sequence of two to four bytes, against the definition of UTF-8.
#include "text/utf8_sequence.h"

#include <string>

#include "catch.h"
#include "text/utf8.h"

namespace tipoff {

TEST_CASE("Every code point beyond ASCII is one sequence with its value", "[text][utf8]") {
  for (char32_t c = 0x80; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const bool right = sequence_length(text.data(), text.size()) == text.size() &&
                       sequence_value(text.data(), text.size()) == c;
    if (!right) FAIL(static_cast<unsigned>(c));
  }
}

TEST_CASE("What is cut, overlong, a surrogate or too high is no sequence", "[text][utf8]") {
  for (const std::string text : {"\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x9F\xBF",
                                 "\xED\xA0\x80", "\xE4\xB8", "\xE4\xB8x", "\xF0\x8F\xBF\xBF",
                                 "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x9A", "\xFF"}) {
    CAPTURE(text);
    CHECK(sequence_length(text.data(), text.size()) == 0);
  }
}

}  // namespace tipoff
