// Tickers: the symbols that news may write for one cell of an account list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// "NYSE: ABC", "ABC.N", "$ABC", "ABC US Equity" are ABC; "600999.SH" and "SH600999" are both;
/// "799 HK" is 799, 0799 and 00799. Empty where the cell holds no symbol.
[[nodiscard]] std::vector<std::string> symbols_of(std::string_view ticker);

/// The country that a symbol's suffix tells, as a number: "BO" and "NS" are one, "O" and "N"
/// another. 0: a share class, or none that we know.
[[nodiscard]] std::uint8_t market_of_suffix(std::string_view suffix);

/// The same of a ticker that may have one: "ABCD.BO". 0 where it has none.
[[nodiscard]] std::uint8_t market_of(std::string_view ticker);

/// Of symbols in angles that have no suffix.
inline constexpr std::uint8_t american_market = 1;

/// Whether what stands around the bytes, which have no small letters, leaves it possible that they
/// are a symbol: "$" or a colon before them, brackets around them, an exchange behind a number, or
/// its letters in front of six digits. false is certain, and quickly told.
[[nodiscard]] bool may_stand_as_symbol(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace tipoff
