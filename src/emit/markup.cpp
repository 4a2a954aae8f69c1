// Text made safe for HTML and Markdown.
#include "emit/markup.h"

#include "text/format.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string escape_markdown(std::string_view text) {
  std::string escaped;
  for (const char c : clean_text(text)) {
    if (std::string_view("\\`*_[]<>|~&#").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string safe_link(std::string_view url) {
  if (!is_http(url)) return {};
  std::string link;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F ||
        std::string_view("\"'<>()[]\\`|{}^").find(c) != std::string_view::npos)
      link += fmt::format("%{:02X}", byte);
    else
      link += c;
  }
  return link;
}

}  // namespace tipoff
