// Tickers: the symbols that news may write for one cell of an account list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

/// "NYSE: ABC", "ABC.N", "$ABC", "ABC US Equity" are ABC; "600999.SH" and "SH600999" are both;
/// "799 HK" is 799, 0799 and 00799. Empty where the cell holds no symbol.
[[nodiscard]] std::vector<std::string> symbols_of(std::string_view ticker);

}  // namespace tipoff
