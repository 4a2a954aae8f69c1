// Common words: which names need evidence, since news is full of them without their company.
#pragma once

#include <span>

#include "match/phrase_set.h"

namespace tipoff {

[[nodiscard]] const PhraseSet& common_english();
[[nodiscard]] const PhraseSet& given_names_set();
[[nodiscard]] const PhraseSet& people_and_places_set();
[[nodiscard]] const PhraseSet& common_chinese();

/// Whether the single Latin word (folded) is an English word or a form of one, a person's name, a
/// place or a people.
[[nodiscard]] bool is_common_word(std::string_view word);

}  // namespace tipoff
