// Makes text of others harmless.
#include "alert/safe_text.h"

#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

std::string percent_encoded(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'%', digits[byte >> 4U], digits[byte & 15U]};
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string safe_line(std::string_view text, std::size_t most) {
  constexpr std::string_view ellipsis = "…";
  std::string line = clean_text(text);
  if (line.size() <= most) return line;
  std::size_t end = most - ellipsis.size();
  while (end > 0 && continues(line[end])) --end;
  while (end > 0 && line[end - 1] == ' ') --end;
  line.resize(end);
  return line + std::string(ellipsis);
}

std::string followable(std::string_view url) {
  constexpr std::size_t longest = 2000;
  constexpr std::string_view awkward = " \"'<>`\\";
  if (!is_http(url) || url.size() > longest) return {};
  std::string link;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte == 0x7F) return {};
    if (byte > 0x7F || awkward.find(c) != std::string_view::npos)
      link += percent_encoded(byte);
    else
      link += c;
  }
  return link;
}

}  // namespace tipoff
