// Chinese company names: region, brand, lines of business, legal form; and the short forms that
// news makes of them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "match/name_forms.h"
#include "match/phrase_set.h"

namespace tipoff {

/// A name that is at least half ideographs.
[[nodiscard]] bool is_chinese(std::span<const Token> tokens);

/// "江苏樾宸精细化工股份有限公司" may be named 樾宸精细化工, 樾宸化工, 樾宸股份, 江苏樾宸, 樾宸.
/// Forms of two ideographs and common words are risky.
[[nodiscard]] std::vector<NameForm> chinese_forms(std::string_view name,
                                                  std::span<const Token> tokens);

/// Words by which a longer name goes on after a short one: 证券, 银行, 人寿 and so on.
[[nodiscard]] const PhraseSet& chinese_extensions_set();

}  // namespace tipoff
