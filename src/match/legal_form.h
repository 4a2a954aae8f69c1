// Legal forms: the part of a registered name that says what kind of company it is, and names
// without it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "match/phrase_set.h"

namespace tipoff {

/// Inc, plc, GmbH, S.p.A., Oyj, Pty Ltd, 股份有限公司 and so on, as they end a name.
[[nodiscard]] const PhraseSet& legal_forms();

/// Number of tokens at the end of a name that are its legal form: "Altmoor Co., Ltd." has two.
/// Never the whole name.
[[nodiscard]] std::size_t legal_form_length(std::span<const Token> name);

/// Legal forms that are used for one another, as a number: Inc, Corp and Co are one family, Ltd and
/// plc another. 0 for those of many countries (SE).
[[nodiscard]] std::uint8_t legal_family(std::uint64_t first_word);

/// The legal form itself, as a number: Corp and Inc, which people mix up, are one, Corp and Co two.
/// 0 for others.
[[nodiscard]] std::uint8_t legal_form_code(std::uint64_t first_word);

/// A register's additions cut off: "/De/", "(publ)", "Common Stock", "Class A Ordinary Shares".
[[nodiscard]] std::string_view without_register_notes(std::string_view name);

/// "Siemens AG" is "Siemens"; a name that is nothing but a legal form stays whole. For news
/// searches.
[[nodiscard]] std::string without_legal_form(std::string_view name);

/// Folded words with single spaces, legal form kept: the default id of an account, and what likely
/// duplicates share.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace tipoff
