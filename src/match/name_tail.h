// Name tails: what follows the first telling word of a company's name, and so tells Altmoor Pumps
// from Altmoor Textiles.
#pragma once

#include <cstdint>
#include <string_view>

#include "match/field_reading.h"
#include "match/token.h"

namespace tipoff {

/// The first word of a name that not many companies have in theirs, folded into two bytes; 0 where
/// all have.
[[nodiscard]] std::uint16_t head_of(std::string_view name);
[[nodiscard]] std::uint16_t head_of(const Token& word);

/// The words behind a name's head ("Pumps", and not "Holdings plc"), as bits that may be joined.
[[nodiscard]] std::uint64_t tail_of(std::string_view name);

/// Whether the word tells of nobody in particular: "Group", "International", a legal form.
[[nodiscard]] bool is_general_word(const Token& word);

/// Whether the words from `begin` to `end` name a company that has this tail. They do not where
/// none of them is of the tail and one is another's, or where they are a legal form right behind
/// the head, so that the name is whole without the tail. Where the tail does not tell what the
/// company does ("Technologies"), all may be.
[[nodiscard]] bool fits_tail(const FieldReading& reading, std::size_t begin, std::size_t end,
                             std::uint64_t tail);

/// Whether the capitalised words right behind a name say what another company does: "Altmoor
/// Systems", where the tail has "Pumps".
[[nodiscard]] bool goes_on_otherwise(const FieldReading& reading, std::size_t end,
                                     std::uint64_t tail);

/// Whether a trade and a legal form right behind a name make it another firm's: "Altmoor Utilities
/// Corp", where the tail has no utilities.
[[nodiscard]] bool is_other_firm(const FieldReading& reading, std::size_t end, std::uint64_t tail);

/// Where the words of names that go on from `end` end: "Group" in "ALTMOOR GROUP <ALTM>".
[[nodiscard]] std::size_t end_of_name_words(const FieldReading& reading, std::size_t end);

}  // namespace tipoff
