// Company cues: what around a name says that it is a company's.
#pragma once

#include <cstddef>
#include <cstdint>

#include "match/field_reading.h"

namespace tipoff {

/// Tokens [begin, end) of a field.
struct TokenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How surely the surroundings speak of a company.
enum class Cue : std::uint8_t {
  none,
  weak,    // "... said", a figure of money in the sentence
  strong,  // "shares of ...", "... Inc.", "the retailer ...", "... (NASDAQ: ABCD)"
};

/// Number of tokens after the span that are a legal form: "Altmoor Co., Ltd." has two.
[[nodiscard]] std::size_t legal_form_after(const FieldReading& reading, std::size_t end);

/// Number of tokens from `at` on that name an exchange, with the colon behind them: "NYSE: ".
[[nodiscard]] std::size_t exchange_length(const FieldReading& reading, std::size_t at);

/// Looks at the words around a Latin name; constant time.
[[nodiscard]] Cue latin_cue(const FieldReading& reading, TokenSpan name);

/// Looks at the characters around a Chinese name.
[[nodiscard]] Cue chinese_cue(const FieldReading& reading, TokenSpan name);

/// "the gap", "its target": before a word of the language rather than a name.
[[nodiscard]] bool has_determiner(const FieldReading& reading, std::size_t begin);

/// Whether the word before says that a company follows: "retailer X", "shares of X".
[[nodiscard]] bool follows_company_word(const FieldReading& reading, std::size_t begin);

/// "Altmoor-Larkin merger": one of two names that a hyphen joins for the occasion.
[[nodiscard]] bool stands_in_pair(const FieldReading& reading, TokenSpan name);

/// Whether a capitalised word goes on to a longer name ("Altmoor Energy", "樾宸证券"), so that
/// another company is meant.
[[nodiscard]] bool goes_on_to_longer_name(const FieldReading& reading, TokenSpan name);

/// Whether the token is written as a stock's symbol: "(NYSE: ABCD)", "<ABCD.N>", "$ABCD",
/// "(600000.SH)".
[[nodiscard]] bool stands_as_ticker(const FieldReading& reading, TokenSpan symbol);

/// Whether a symbol that stands as a ticker says by itself which company is meant: "(NYSE: ABCD)",
/// "$ABCD",
/// "(600000.SH)". Exchanges share symbols, so that "Larkin <ABCD>" may be another's.
[[nodiscard]] bool names_its_exchange(const FieldReading& reading, TokenSpan symbol);

/// How many of the name's tokens are ideographs.
[[nodiscard]] std::size_t ideographs(const FieldReading& reading, TokenSpan name);

/// Whether the registered name goes on behind a Chinese short form: 樾宸集团控股.
[[nodiscard]] bool is_called_further(const FieldReading& reading, std::size_t end);

}  // namespace tipoff
