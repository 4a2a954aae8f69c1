// Tickers: one cell, the symbols it stands for.
#include "match/ticker.h"

#include <algorithm>

#include "catch.h"

using namespace tipoff;

using Symbols = std::vector<std::string>;

TEST_CASE("A symbol is known without its exchange", "[match]") {
  for (const char* cell :
       {"ALTM", "NYSE:ALTM", "NYSE: ALTM", "ALTM US", "ALTM US Equity", "$ALTM", "ALTM.DE"}) {
    CAPTURE(cell);
    CHECK(symbols_of(cell) == Symbols{"ALTM"});
  }
  CHECK(symbols_of("").empty());
  CHECK(symbols_of("NYSE:").empty());
}

TEST_CASE("One letter behind a dot may be an exchange or a class of shares", "[match]") {
  CHECK(symbols_of("ALT.N") == Symbols{"ALT.N", "ALT"});
  CHECK(symbols_of("ALT.B") == Symbols{"ALT.B"});
}

TEST_CASE("A mainland number is known with and without its exchange", "[match]") {
  for (const char* cell :
       {"600999", "600999.SH", "600999.SS", "SH600999", "sh600999", "SHA: 600999"}) {
    CAPTURE(cell);
    CHECK(symbols_of(cell) == Symbols{"600999", "SH600999"});
  }
  CHECK(symbols_of("000999.SZ") == Symbols{"000999", "SZ000999"});
}

TEST_CASE("A Hong Kong number is known with and without its zeros", "[match]") {
  for (const char* cell : {"00799.HK", "0799.HK", "799 HK", "HKEX: 799"}) {
    CAPTURE(cell);
    auto symbols = symbols_of(cell);
    std::sort(symbols.begin(), symbols.end());
    CHECK(symbols == Symbols{"00799", "0799", "799"});
  }
}

TEST_CASE("Suffixes of one country are one market", "[match]") {
  CHECK(market_of("ALTM.BO") == market_of_suffix("NS"));
  CHECK(market_of("ALTM.L") != market_of("ALTM.BO"));
  CHECK(market_of_suffix("O") == american_market);
  CHECK(market_of("ALTM") == 0);
  CHECK(market_of("ALTM.B") == 0);
}

TEST_CASE("What stands around a word tells whether it may be a symbol", "[match]") {
  const auto may_stand = [](std::string_view text, std::string_view symbol) {
    const std::size_t begin = text.find(symbol);
    return may_stand_as_symbol(text, begin, begin + symbol.size());
  };
  for (const std::string_view text : {"$ALTM", "NYSE:   ALTM", "上交所： ALTM", "Larkin <ALTM.N>",
                                      "Larkin (NYSE ALTM)", "樾宸（ALTM）", "【ALTM】"}) {
    CAPTURE(text);
    CHECK(may_stand(text, "ALTM"));
  }
  for (const std::string_view text :
       {"ALTM", "NYSE: of ALTM", "of ALTM)", "(of ALTM", "<X.ALTM>", "樾：宸ALTM"}) {
    CAPTURE(text);
    CHECK_FALSE(may_stand(text, "ALTM"));
  }
  CHECK(may_stand("0799.HK", "0799"));
  CHECK_FALSE(may_stand("0799.5", "0799"));
  CHECK_FALSE(may_stand("up 0799. He", "0799"));
  CHECK(may_stand("SH600999", "SH600999"));
}
