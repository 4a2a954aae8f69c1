// Conversion: counts, rates, verdicts.
#include "learn/conversion.h"

#include <algorithm>

#include "catch.h"
#include "learn/called_samples.h"
#include "learn/close.h"

namespace tipoff {

using samples::asked;
using samples::call;
using samples::called;
using enum Outcome;

namespace {

Tally tally(int called, int open, int won) {
  return {.called = called, .open = open, .won = won};
}

const ConversionRow* row(const Conversion& conversion, Side side, const std::string& value) {
  for (const ConversionRow& each : conversion.by)
    if (each.facet == Facet{side, value}) return &each;
  return nullptr;
}

std::vector<std::string> values_of(const Conversion& conversion, Side side) {
  std::vector<std::string> values;
  for (const ConversionRow& each : conversion.by)
    if (each.facet.side == side) values.push_back(each.facet.value);
  return values;
}

}  // namespace

TEST_CASE("Open accounts are counted, but not in the rate", "[learn]") {
  const std::vector<CalledAccount> accounts{
      called("a", {call(won, 3)}), called("b", {call(lost, 3)}),
      called("c", {call(no_answer, 300)}), called("d", {call(meeting, 3)}),
      called("e", {call(proposal, 3)})};
  const auto conversion = conversion_of(accounts, {}, {}, asked);
  CHECK(conversion.all == tally(5, 2, 1));
  CHECK(conversion.lost == 1);
  CHECK(conversion.lapsed == 1);
  CHECK(is_close(conversion.all.rate(), 1.0 / 3));
  CHECK(conversion.all.interval() == wilson_interval(1, 3));
  CHECK(conversion.meetings == 3);
  CHECK(conversion.proposals == 2);
}

TEST_CASE("Without calls there is a report all the same", "[learn]") {
  const auto conversion = conversion_of(std::vector{called("a", {})}, {}, {}, asked);
  CHECK(conversion.all == tally(0, 0, 0));
  CHECK(conversion.all.rate() == 0);
  CHECK(conversion.all.interval() == Interval{0, 1});
  CHECK(conversion.verdict == Verdict::too_early);
  CHECK(conversion.by.empty());
}

TEST_CASE("Below is said only when the whole interval lies below the target", "[learn]") {
  CHECK(verdict_on(tally(34, 0, 0), 0.1) == Verdict::too_early);
  CHECK(verdict_on(tally(35, 0, 0), 0.1) == Verdict::below);
  CHECK(verdict_on(tally(100, 0, 4), 0.1) == Verdict::below);
  CHECK(verdict_on(tally(100, 0, 5), 0.1) == Verdict::too_early);
  CHECK(verdict_on(tally(134, 100, 0), 0.1) == Verdict::too_early);
}

TEST_CASE("Met is said when the rate is reached by enough accounts", "[learn]") {
  CHECK(verdict_on(tally(34, 0, 30), 0.1) == Verdict::too_early);
  CHECK(verdict_on(tally(35, 0, 4), 0.1) == Verdict::met);
  CHECK(verdict_on(tally(40, 0, 4), 0.1) == Verdict::met);
  CHECK(verdict_on(tally(41, 0, 4), 0.1) == Verdict::too_early);
  CHECK(verdict_on(tally(9, 0, 5), 0.5) == Verdict::met);
}

TEST_CASE("A later win moves an account from one side to the other", "[learn]") {
  std::vector<CalledAccount> accounts{called("a", {call(lost, 30)})};
  CHECK(conversion_of(accounts, {}, {}, asked).all == tally(1, 0, 0));
  accounts[0].calls.push_back(call(won, 2));
  CHECK(conversion_of(accounts, {}, {}, asked).all == tally(1, 0, 1));
}

TEST_CASE("An account with two industries counts for both", "[learn]") {
  auto account = called("a", {call(won, 3)});
  account.industries = {"Retail", "Logistics"};
  auto other = called("b", {call(no_answer, 3)});
  other.industries = {"retail"};
  const auto conversion = conversion_of(std::vector{account, other}, {}, {}, asked);
  REQUIRE(row(conversion, Side::industry, "Retail") != nullptr);
  CHECK(row(conversion, Side::industry, "Retail")->tally == tally(2, 1, 1));
  REQUIRE(row(conversion, Side::industry, "Logistics") != nullptr);
  CHECK(row(conversion, Side::industry, "Logistics")->tally == tally(1, 0, 1));
  CHECK(conversion.all == tally(2, 1, 1));
}

TEST_CASE("Rows stand by side, the most called first, bands in their order", "[learn]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 1, 1, [](CalledAccount& each) {
    each.regions = {"Austria"};
    each.parts = samples::scored(10);
  });
  samples::add_called(accounts, 2, 0, [](CalledAccount& each) { each.regions = {"Germany"}; });
  samples::add_called(accounts, 1, 0, [](CalledAccount& each) {
    each.regions = {"Belgium"};
    each.parts = samples::scored(3);
  });
  const auto conversion = conversion_of(accounts, {}, {}, asked);
  CHECK(values_of(conversion, Side::region) ==
        std::vector<std::string>{"Germany", "Austria", "Belgium"});
  CHECK(values_of(conversion, Side::score_band) == std::vector<std::string>{"0-1", "2-3", "10-11"});
  CHECK(std::ranges::is_sorted(conversion.by, {},
                               [](const ConversionRow& each) { return each.facet.side; }));
}

TEST_CASE("Conversion is told by the message used, where one was written down", "[learn]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 4, 3, [](CalledAccount& each) { each.message = "short"; });
  samples::add_called(accounts, 2, 0, [](CalledAccount&) {});
  const auto conversion = conversion_of(accounts, {}, {}, asked);
  CHECK(values_of(conversion, Side::message) == std::vector<std::string>{"short"});
  CHECK(row(conversion, Side::message, "short")->tally == tally(4, 0, 3));
}

}  // namespace tipoff
