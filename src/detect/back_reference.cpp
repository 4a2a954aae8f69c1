// Back references: who the last sentence was about, and the words that mean them.
#include "detect/back_reference.h"

#include <algorithm>
#include <array>

namespace tipoff {
namespace {

constexpr std::array english = {
    std::string_view("it "),          std::string_view("the company "),
    std::string_view("the group "),   std::string_view("the firm "),
    std::string_view("the bank "),    std::string_view("the retailer "),
    std::string_view("the airline "), std::string_view("the carmaker "),
    std::string_view("the insurer "), std::string_view("the corporation ")};

constexpr std::array chinese = {std::string_view("公司"), std::string_view("该公司"),
                                std::string_view("本公司"), std::string_view("集团"),
                                std::string_view("该集团")};

/// What goes on from 公司 to another word or another's company.
constexpr std::array other_words = {
    std::string_view("债"), std::string_view("法"), std::string_view("们"), std::string_view("化"),
    std::string_view("型"), std::string_view("名"), std::string_view("制"), std::string_view("类")};

/// Capitalised in the middle of an English sentence, and no company.
constexpr std::array dates = {
    std::string_view("Monday"),    std::string_view("Tuesday"), std::string_view("Wednesday"),
    std::string_view("Thursday"),  std::string_view("Friday"),  std::string_view("Saturday"),
    std::string_view("Sunday"),    std::string_view("January"), std::string_view("February"),
    std::string_view("March"),     std::string_view("April"),   std::string_view("May"),
    std::string_view("June"),      std::string_view("July"),    std::string_view("August"),
    std::string_view("September"), std::string_view("October"), std::string_view("November"),
    std::string_view("December")};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}

/// A capital in the rest of a sentence that is written with small letters tells of somebody else.
bool names_others(std::string_view rest) {
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (!is_capital(rest[at]) || (at > 0 && is_letter(rest[at - 1]))) continue;
    const bool date = std::ranges::any_of(
        dates, [&](std::string_view word) { return rest.substr(at).starts_with(word); });
    if (!date) return true;
  }
  return false;
}

bool opens(std::string_view before) {
  for (const std::string_view mark : {"【", "《", "“", "\"", " ", "*"}) {
    if (before == mark) return true;
  }
  return before.empty();
}

/// Behind "（600000）" and the like.
std::string_view behind_code(std::string_view rest) {
  for (const auto& [open, close] : {std::pair(std::string_view("("), std::string_view(")")),
                                    std::pair(std::string_view("（"), std::string_view("）"))}) {
    constexpr std::size_t longest = 24;
    const std::size_t end = rest.substr(0, longest).find(close);
    if (rest.starts_with(open) && end != std::string_view::npos)
      return rest.substr(end + close.size());
  }
  return rest;
}

/// "X：", "X公告": the filing's own company.
bool files(std::string_view rest) {
  constexpr std::array marks = {std::string_view("："), std::string_view(":"),
                                std::string_view("公告"), std::string_view("晚间公告"),
                                std::string_view("发布公告")};
  rest = behind_code(rest);
  return std::ranges::any_of(marks, [&](std::string_view mark) { return rest.starts_with(mark); });
}

bool has_wide_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

bool begins_with(std::string_view sentence, std::string_view words) {
  if (sentence.size() < words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = sentence[i];
    const char small = i == 0 && is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    if (small != words[i]) return false;
  }
  return is_capital(sentence[0]);
}

}  // namespace

std::optional<NamePlace> subject_of(std::string_view sentence, std::span<const NamePlace> names) {
  if (names.empty() || names[0].ambiguous) return std::nullopt;
  const NamePlace& first = names[0];
  const bool alone = std::ranges::all_of(
      names, [&](const NamePlace& name) { return name.account == first.account; });
  if (!alone || !opens(sentence.substr(0, first.span.begin))) return std::nullopt;
  const std::string_view rest = sentence.substr(first.span.end);
  const bool told = has_wide_letters(sentence) ? files(rest) : !names_others(rest);
  return told ? std::optional(first) : std::nullopt;
}

std::optional<Span> back_reference_in(std::string_view sentence) {
  for (const std::string_view words : english) {
    if (begins_with(sentence, words)) return Span{0, words.size() - 1};
  }
  for (const std::string_view words : chinese) {
    if (!sentence.starts_with(words)) continue;
    const std::string_view rest = sentence.substr(words.size());
    const bool other = std::ranges::any_of(
        other_words, [&](std::string_view word) { return rest.starts_with(word); });
    return other ? std::nullopt : std::optional(Span{0, words.size()});
  }
  return std::nullopt;
}

}  // namespace tipoff
