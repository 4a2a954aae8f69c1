// HTML to plain text, and the character references of HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// Decodes &#8364; &#x20AC; and every named reference of HTML, once. Numbers in the C1 range mean
/// what Windows-1252 has there. What is no reference (a bare &, an unknown name) stays. Names that
/// old pages end without a semicolon are decoded where nothing of a word or a query (a letter,
/// digit or '=') follows.
[[nodiscard]] std::string decode_references(std::string_view text);
void append_decoded(std::string& out, std::string_view text);

/// A fragment of HTML as clean plain text (utf8.h, clean_text): tags and comments dropped, scripts
/// and styles with what they hold, references decoded once, block elements separating words, CDATA
/// sections as their text. Linear in the input, whatever it is.
[[nodiscard]] std::string html_to_text(std::string_view html);

/// Whether a text holds a tag of HTML that is closed, or a known character reference.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// What Windows-1252 has at a code point of the C1 range (0x80 to 0x9F); where it has nothing, the
/// code point itself.
[[nodiscard]] char32_t windows_1252(char32_t code_point);

}  // namespace tipoff
