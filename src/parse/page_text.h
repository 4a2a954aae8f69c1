// PageText: the article that a web page holds, or the sign that it is not to be had.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

struct PageText {
  std::string text;        // plain, a paragraph a line; empty: no article was found
  bool paywalled = false;  // the page says that it shows a beginning only
};

/// The element with the most running text, without navigation, comments and lists of links. The
/// result is at most `longest_page_text` bytes.
[[nodiscard]] PageText page_text(std::string_view page, std::string_view content_type);

inline constexpr std::size_t longest_page_text = 20'000;  // bytes

}  // namespace tipoff
