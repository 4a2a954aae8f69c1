// Neighbours: whether the words beside a Latin name make it part of something longer.
#pragma once

#include <cstddef>
#include <string_view>

#include "match/company_cue.h"
#include "match/field_reading.h"

namespace tipoff {

/// Whether a capitalised word directly before the name may belong to it ("General Altmoor", "Marcel
/// Larkin"). Titles, articles and company words ("retailer Altmoor") do not.
[[nodiscard]] bool crowded_before(const FieldReading& reading, TokenSpan span);

/// Whether a capitalised word directly behind the name may belong to it ("Altmoor Minerals").
[[nodiscard]] bool crowded_after(const FieldReading& reading, TokenSpan span);

/// "Examining Altmoor": the capital before is that of a sentence, on a word of the language.
[[nodiscard]] bool follows_plain_opening(const FieldReading& reading, TokenSpan span);

/// "<ALTM>", "<ALTM.O>": a symbol, and no name.
[[nodiscard]] bool is_within_angles(const FieldReading& reading, TokenSpan span);

/// "MET-ALTMOOR", "ALTMOOR-WOLFRAM": part of another's name; "Altmoor-Larkin deal" are two.
[[nodiscard]] bool is_hyphened_on(const FieldReading& reading, TokenSpan span);

/// "<Altmoor and Larkin Corp>": the name begins what angles hold, and is not all of it.
[[nodiscard]] bool is_first_within_angles(const FieldReading& reading, TokenSpan span);

/// "a plant in Altmoor, Ohio": a town.
[[nodiscard]] bool is_town(const FieldReading& reading, TokenSpan span);

/// "CARL ALTMOOR", where capitals do not tell a person's name from other words.
[[nodiscard]] bool follows_given_name(const FieldReading& reading, TokenSpan span);

/// Whether an article that writes "Altmoor's" also has an "Altmoor Bank" without the s, so that a
/// name "Altmoors" is not meant. `span` ends in the word with the s.
[[nodiscard]] bool is_mere_possessive(const FieldReading& reading, TokenSpan span,
                                      const FieldReading& title, const FieldReading& body);

/// Whether the token is a common word, a person's name or a place.
[[nodiscard]] bool is_common_at(const FieldReading& reading, std::size_t token);

/// "Nordvale Research Council (NRC)": the brackets say whose letters these are.
[[nodiscard]] bool explains_abbreviation(const FieldReading& reading, std::size_t token);

/// Whether the word has capitals after its first letter, and small letters: "AltMoor". A plural
/// "PCs" has not.
[[nodiscard]] bool has_inner_capital(std::string_view word);

}  // namespace tipoff
