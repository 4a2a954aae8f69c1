// Patterns of rule files, turned into RE2: word lists filled in, plain words beside them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/rule.h"
#include "result.h"

namespace tipoff {

/// How an account stands in the text that is searched.
enum class NameForm {
  company,  // any company counts: {account} and {other} are what the language says a company looks
            // like
  marked,   // accounts are known: their names are replaced by the marks below
};

/// One byte in place of a name: of the account in question, of another one.
inline constexpr char account_mark = '\x01';
inline constexpr char other_mark = '\x02';

/// {name} becomes one of the words of that list, {account} the only kind of group that captures.
/// Fails on an unknown list.
[[nodiscard]] Result<std::string> expand(std::string_view pattern, const Language& language,
                                         NameForm form);

/// The rule's patterns, then its plain words, each as RE2 reads it.
[[nodiscard]] Result<std::vector<std::string>> patterns_of(const Rule& rule,
                                                           const Language& language, NameForm form);

/// Whether the rule says itself where the account stands.
[[nodiscard]] bool names_account(const Rule& rule);

/// What is wrong with a pattern (an unknown list, no RE2), in one sentence; nothing if it is sound.
[[nodiscard]] std::optional<std::string> pattern_fault(std::string_view pattern,
                                                       const Language& language);

}  // namespace tipoff
