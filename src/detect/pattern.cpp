// Patterns of rule files, turned into RE2.
#include "detect/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "detect/regex.h"
#include "detect/word_forms.h"

namespace tipoff {
namespace {

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// The name in "{name}" that begins at `at`; empty where none does (RE2's own {2,5} does not begin
/// with a letter).
std::string_view list_name(std::string_view pattern, std::size_t at) {
  if (at + 2 >= pattern.size() || pattern[at] != '{' || !is_letter(pattern[at + 1])) return {};
  if (at >= 2 && pattern[at - 2] == '\\' && (pattern[at - 1] == 'p' || pattern[at - 1] == 'P'))
    return {};
  const std::size_t close = pattern.find('}', at);
  return close == std::string_view::npos ? std::string_view()
                                         : pattern.substr(at + 1, close - at - 1);
}

Result<std::string> list_pattern(std::string_view name, const Language& language, NameForm form,
                                 int depth) {
  const std::string company = language.company.empty() ? std::string("[^\\s]+") : language.company;
  const std::string mark(1, account_mark);
  const std::string either = "[" + mark + std::string(1, other_mark) + "]";
  if (name == "account") return "(" + (form == NameForm::marked ? mark : company) + ")";
  if (name == "other")
    return form == NameForm::marked ? "(?:" + company + "|" + either + ")" : "(?:" + company + ")";
  const auto list = language.words.find(std::string(name));
  if (list == language.words.end()) {
    return failure("there is no word list {" + std::string(name) + "} for language \"" +
                   language.code + "\"");
  }
  if (depth > 4) return failure("the word list {" + std::string(name) + "} contains itself");
  return join_patterns(list->second);
}

/// Authors write (a|b) for choices; the only groups that are kept are accounts.
bool opens_group(std::string_view pattern, std::size_t at) {
  if (pattern[at] != '(' || (at + 1 < pattern.size() && pattern[at + 1] == '?')) return false;
  std::size_t slashes = 0;
  while (slashes < at && pattern[at - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 0;
}

Result<std::string> expand_at_depth(std::string_view pattern, const Language& language,
                                    NameForm form, int depth) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view name = list_name(pattern, at);
    if (name.empty()) {
      out += pattern[at];
      if (opens_group(pattern, at++)) out += "?:";
      continue;
    }
    const auto list = list_pattern(name, language, form, depth);
    if (!list) return list;
    if (name == "account" || name == "other") {
      out += *list;
    } else {
      const auto inner = expand_at_depth(*list, language, form, depth + 1);
      if (!inner) return inner;
      out += *inner;
    }
    at += name.size() + 2;
  }
  return out;
}

}  // namespace

Result<std::string> expand(std::string_view pattern, const Language& language, NameForm form) {
  return expand_at_depth(pattern, language, form, 0);
}

Result<std::vector<std::string>> patterns_of(const Rule& rule, const Language& language,
                                             NameForm form) {
  std::vector<std::string> parts;
  for (const std::string& pattern : rule.patterns) {
    auto expanded = expand(pattern, language, form);
    if (!expanded) return std::unexpected(expanded.error());
    parts.push_back(std::move(*expanded));
  }
  for (const std::string& words : rule.words) parts.push_back(any_form_of(words));
  return parts;
}

bool names_account(const Rule& rule) {
  return std::ranges::any_of(
      rule.patterns, [](const std::string& pattern) { return pattern.contains("{account}"); });
}

std::optional<std::string> pattern_fault(std::string_view pattern, const Language& language) {
  for (const NameForm form : {NameForm::company, NameForm::marked}) {
    const auto expanded = expand(pattern, language, form);
    if (!expanded) return expanded.error().message;
    const RE2 compiled(*expanded, rule_options());
    if (!compiled.ok()) return "no valid pattern: " + compiled.error();
  }
  return std::nullopt;
}

}  // namespace tipoff
