// Contradictions: what tells a namesake from the account.
#include "match/contradiction.h"

#include <algorithm>

#include "catch.h"
#include "match/matcher.h"

using namespace tipoff;

namespace {

/// Token of the symbol behind the text's first word.
std::optional<std::size_t> symbol_in(std::string_view text) {
  return symbol_behind(FieldReading(Field::title, text), 1);
}

/// Whether the text surely names the account of this name and ticker.
bool surely_names(const std::string& name, const std::string& ticker, const NewsText& text) {
  Account account;
  account.id = account.name = name;
  if (!ticker.empty()) account.tickers = {ticker};
  const auto mentions = Matcher(std::span(&account, 1)).find(text);
  return std::ranges::any_of(mentions, [](const Mention& mention) { return !mention.ambiguous; });
}

bool only_in_longer_names(std::string_view title, std::string_view body) {
  return stands_in_longer_names(FieldReading(Field::title, title), {0, 1},
                                FieldReading(Field::body, body));
}

}  // namespace

TEST_CASE("A symbol behind a name stands in angles, or tells its exchange, or has six digits",
          "[match]") {
  CHECK(symbol_in("ALTMOOR <ALTM.O> OPENS MILL") == 1);
  CHECK(symbol_in("Altmoor (NYSE: ALTM) opens mill") == 2);
  CHECK(symbol_in("Altmoor (600000.SH) opens mill") == 1);
  CHECK_FALSE(symbol_in("Altmoor (ALTM) opens mill"));
  CHECK_FALSE(symbol_in("Altmoor (2025) opens mill"));
  CHECK_FALSE(symbol_in("Altmoor opens <ALTM> mill"));
  CHECK_FALSE(symbol_in("Altmoor"));
}

TEST_CASE("A body that has the headline's word first in a longer name tells of another company",
          "[match]") {
  CHECK(only_in_longer_names("LARKIN OPENS MILL", "Nordvale Larkin Co said it opened a mill."));
  CHECK(only_in_longer_names("LARKIN OPENS MILL", "The firm Larkin Packaging Inc opened a mill."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "Larkin Co said it opened a mill."));
  CHECK(only_in_longer_names("LARKIN OPENS MILL",
                             "Larkin Packaging Inc opened a mill. It is the first for Larkin."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL",
                                   "Larkin opened a mill. It was built for Larkin Packaging Inc."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "A mill was opened."));
  CHECK_FALSE(only_in_longer_names("LARKIN OPENS MILL", "NORDVALE LARKIN CO OPENS A MILL TODAY"));
}

TEST_CASE("A symbol counts behind the words of its account's name alone", "[match]") {
  const auto names = [](std::string_view title) {
    return surely_names("Altmoor Pumps Inc", "ALTM", {std::string(title), "", ""});
  };
  CHECK(names("ALTMOOR PUMPS <ALTM> OPENS MILL"));
  CHECK(names("ALTMOOR <ALTM> OPENS MILL"));
  CHECK(names("ALTMOOR GROUP <ALTM> OPENS MILL"));
  CHECK_FALSE(names("ALTMOOR CORP <ALTM> OPENS MILL"));
  CHECK_FALSE(names("ALTMOOR TEXTILES <ALTM> OPENS MILL"));
  CHECK_FALSE(names("ALTMOOR-LARKIN <ALTM> OPENS MILL"));
}

TEST_CASE("A symbol of another country is another's", "[match]") {
  const auto names = [](std::string_view title) {
    return surely_names("Altmoor Pumps Limited", "ALTM.BO", {std::string(title), "", ""});
  };
  CHECK(names("ALTMOOR <ALTM.BO> OPENS MILL"));
  CHECK(names("ALTMOOR <ALTM.NS> OPENS MILL"));
  CHECK_FALSE(names("ALTMOOR <ALTM.O> OPENS MILL"));
  CHECK_FALSE(names("ALTMOOR <ALTM> OPENS MILL"));
}

TEST_CASE("Initials with another legal form are another's", "[match]") {
  CHECK(
      surely_names("Altmoor Larkin Quay Inc", "ALQ", {"ALQ INC <ALQ> TO BUY BACK SHARES", "", ""}));
  CHECK_FALSE(surely_names("Altmoor Larkin Quay Limited", "ALQ",
                           {"ALQ INC <ALQ> TO BUY BACK SHARES", "", ""}));
}

TEST_CASE("Initials within a longer name are another's", "[match]") {
  CHECK(surely_names("Altmoor Larkin Quay Inc", "ALQ", {"ALQ <ALQ> TO BUY BACK SHARES", "", ""}));
  CHECK_FALSE(surely_names("Altmoor Larkin Quay Inc", "ALQ",
                           {"ALQ INDUSTRIES INC <ALQ> TO BUY BACK SHARES", "", ""}));
}

TEST_CASE("A symbol behind more words of a name refutes the name", "[match]") {
  CHECK(surely_names("Altmoor Limited", "ALTM.L", {"ALTMOOR GROUP PRESIDENT RESIGNS", "", ""}));
  CHECK_FALSE(surely_names("Altmoor Limited", "ALTM.L",
                           {"ALTMOOR GROUP <ALTG.O> PRESIDENT RESIGNS", "", ""}));
}

TEST_CASE("A name without its trade is another's where it has another trade or is whole",
          "[match]") {
  const auto names = [](std::string_view title) {
    return surely_names("Altmoor Pharmaceuticals, Inc.", "", {std::string(title), "", ""});
  };
  CHECK(names("ALTMOOR NAMES NEW PRESIDENT"));
  CHECK(names("ALTMOOR PHARMACEUTICALS NAMES NEW PRESIDENT"));
  CHECK_FALSE(names("ALTMOOR SYSTEMS NAMES NEW PRESIDENT"));
  CHECK_FALSE(names("ALTMOOR CORP NAMES NEW PRESIDENT"));
}

TEST_CASE("A common word with another legal form of the same kind is no proof", "[match]") {
  const auto names = [](std::string_view title) {
    return surely_names("Target Corporation", "", {std::string(title), "", ""});
  };
  CHECK(names("TARGET CORP PREDICTS RECORD YEAR"));
  CHECK_FALSE(names("TARGET CO PREDICTS RECORD YEAR"));
}

TEST_CASE("What angles hold is one name", "[match]") {
  const NewsText text{"ALTMOOR TO RESTRUCTURE", "<Altmoor and Larkin Mills Corp> said so today.",
                      ""};
  CHECK_FALSE(surely_names("Altmoor Technology Inc.", "", text));
  CHECK(surely_names("Altmoor Technology Inc.", "",
                     {"ALTMOOR TO RESTRUCTURE", "<Altmoor Inc> said so today.", ""}));
}

TEST_CASE("A possessive is not a name that ends in s", "[match]") {
  CHECK(surely_names("Altmoors Holdings Berhad", "", {"Altmoor's opens mill", "", ""}));
  CHECK_FALSE(
      surely_names("Altmoors Holdings Berhad", "",
                   {"ALTMOOR BANK OPENS", "Altmoor Bank Inc said Altmoor's mill opened.", ""}));
}

TEST_CASE("Somebody's first name before it makes a name a person's", "[match]") {
  CHECK_FALSE(
      surely_names("Altmoor Enterprises L.P.", "", {"CARL ALTMOOR SAYS HE IS SUED", "", ""}));
  CHECK(surely_names("Altmoor Enterprises L.P.", "", {"ALTMOOR SAYS IT IS SUED", "", ""}));
}

TEST_CASE("In capitals, a second name with a legal form makes one company of two", "[match]") {
  CHECK_FALSE(surely_names("Altmoor Co., Ltd.", "", {"ALTMOOR AND LARKIN CO 3RD QTR NET", "", ""}));
  CHECK(surely_names("Altmoor Co., Ltd.", "", {"ALTMOOR AND LARKIN FORM VENTURE", "", ""}));
}

TEST_CASE("A town is no company", "[match]") {
  CHECK_FALSE(
      surely_names("Altmoor Corporation", "", {"", "A builder of Altmoor, Texas, has won.", ""}));
  CHECK(surely_names("Altmoor Corporation", "",
                     {"", "A builder of Altmoor, the firm, has won.", ""}));
}

TEST_CASE("What the body calls one company of two names is one", "[match]") {
  const std::string title = "ALTMOOR AND LARKIN PRESIDENT RESIGNS";
  CHECK_FALSE(surely_names("Altmoor, Inc.", "", {title, "Altmoor and Larkin Inc said so.", ""}));
  CHECK(surely_names("Altmoor, Inc.", "", {title, "Altmoor Inc said so.", ""}));
}

TEST_CASE("A trade and a legal form behind the name make it another firm's", "[match]") {
  const auto names = [](std::string_view title) {
    return surely_names("Altmoor Corp", "ALTM", {std::string(title), "", ""});
  };
  CHECK_FALSE(names("ALTMOOR UTILITIES CORP YEAR NET"));
  CHECK_FALSE(names("Altmoor Engineering Co names president"));
  CHECK(names("Altmoor Corp names president"));
  CHECK(names("ALTMOOR SYSTEMS CORP <ALTM> NAMES PRESIDENT"));  // the symbol is the account's
}
