// Text made safe for HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

/// For text and quoted attributes alike.
[[nodiscard]] std::string escape_html(std::string_view text);

/// On one line, every character that could begin markup escaped, so that it reads as it is in
/// CommonMark and in a table.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// An address that may stand in a link: http or https, with what could end the link
/// percent-encoded; empty otherwise.
[[nodiscard]] std::string safe_link(std::string_view url);

}  // namespace tipoff
