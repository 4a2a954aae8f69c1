// Lets through what is harmless.
#include "alert/links.h"

#include <algorithm>

#include "emit/markup.h"

namespace tipoff {

std::string phone_link(std::string_view phone) {
  std::string number;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < phone.size(); ++at) {
    if (phone.substr(at).starts_with("(0)") && number.starts_with('+')) {
      at += 2;  // +49 (0) 89: the trunk digit is not dialled from abroad
    } else if (phone[at] >= '0' && phone[at] <= '9') {
      number += phone[at];
      ++digits;
    } else if (phone[at] == '+' && number.empty()) {
      number += '+';
    } else if (std::string_view(" ()-./").find(phone[at]) == std::string_view::npos) {
      break;  // an extension, or a second number
    }
  }
  return digits < 3 ? std::string() : "tel:" + number;
}

std::string mail_link(std::string_view address) {
  const bool harmless = std::ranges::all_of(address, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("@.-_+").find(c) != std::string_view::npos;
  });
  const bool whole = std::ranges::count(address, '@') == 1;
  return harmless && whole ? "mailto:" + std::string(address) : std::string();
}

std::string source_link(std::string_view url) {
  constexpr std::size_t longest_link = 2000;  // bytes
  return url.size() > longest_link ? std::string() : safe_link(url);
}

}  // namespace tipoff
