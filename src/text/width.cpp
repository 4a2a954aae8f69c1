// How wide text is on a terminal, and cutting it to fit.
#include "text/width.h"

#include <utf8proc.h>

#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::string_view ellipsis = "…";

std::size_t width_of(char32_t code_point) {
  if (code_point >= U' ' && code_point < 0x7F) return 1;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::string clip_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t taken = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    taken += width_of(next_code_point(text, at));
    if (taken > width - 1) break;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)).append(ellipsis);
}

}  // namespace tipoff
