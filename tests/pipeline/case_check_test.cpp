// Case check: complete expectations against what comes out.
#include "pipeline/case_check.h"

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::CaseReading;
using tipoff::CaseTally;
using tipoff::RuleCheck;

namespace {

constexpr std::string_view accounts =
    "accounts = [{ id = 'ost', name = 'Ostrava Tools' }, { id = 'lin', name = 'Lindqvist "
    "Bearings' }]\n";

struct Checked {
  RuleCheck check;
  CaseTally tally;

  explicit Checked(std::string_view text, const std::string& run = "") {
    const auto detector = tipoff::Detector::compile(tipoff::small_book()).value();
    const CaseReading reading = tipoff::parse_toml_cases(text, "c.toml", {});
    REQUIRE(reading.complaints.empty());
    tally = tipoff::check_cases(detector, reading, tipoff::TrialChoice::from(run).value(), check);
  }
};

std::string one_case(std::string_view title, std::string_view expect, std::string_view more = "") {
  return std::string(accounts) + "[[case]]\nid = 'a'\ntitle = '" + std::string(title) +
         "'\nexpect = " + std::string(expect) + "\n" + std::string(more);
}

constexpr std::string_view deal = "Ostrava Tools to buy Lindqvist Bearings";

}  // namespace

TEST_CASE("A case holds if all that is expected comes out, and nothing else", "[case_check]") {
  const Checked checked(
      one_case(deal,
               "[{account='ost', event='acquisition', role='acquirer'}, {account='lin', "
               "event='acquisition', role='target', certainty='announced'}]"));
  CHECK(checked.check.failed() == 0);
  CHECK(checked.tally == CaseTally{2, 0, 0, 2, 2, 1, 1});
  CHECK(checked.tally.f1() == 1.0);
  CHECK(checked.check.fired == std::vector<bool>{true, false});
}

TEST_CASE("What comes out and is not expected fails the case", "[case_check]") {
  const Checked checked(one_case(deal, "[{account='ost', event='acquisition'}]"));
  REQUIRE(checked.check.failed() == 1);
  const auto& trial = checked.check.trials[0];
  CHECK(trial.why == "1 more than expected comes out");
  REQUIRE(trial.diff.size() == 2);
  CHECK_THAT(trial.diff[0], Catch::StartsWith("  ost acquisition"));
  CHECK_THAT(trial.diff[1], Catch::StartsWith("+ lin acquisition target announced"));
  CHECK(checked.tally.unexpected == 1);
}

TEST_CASE("A case that expects nothing must stay silent", "[case_check]") {
  CHECK(Checked(one_case("Ostrava Tools to buy wheat", "[]")).check.failed() == 0);
  CHECK(Checked(one_case(deal, "[]")).tally.unexpected == 2);
}

TEST_CASE("A missed event, and one in another role, are told line by line", "[case_check]") {
  const Checked missed(one_case("Ostrava Tools sleeps", "[{account='ost', event='acquisition'}]"));
  CHECK(missed.check.trials[0].diff == std::vector<std::string>{"- ost acquisition"});
  CHECK(missed.tally.missed == 1);
  CHECK(missed.tally.f1() == 0.0);
  const Checked other(one_case(deal,
                               "[{account='ost', event='acquisition', role='target', "
                               "certainty='rumoured'}, {account='lin', event='acquisition'}]"));
  const auto& diff = other.check.trials[0].diff;
  REQUIRE(diff.size() == 3);
  CHECK(diff[0] == "- ost acquisition target rumoured");
  CHECK_THAT(diff[1], Catch::StartsWith("+ ost acquisition acquirer announced"));
  CHECK(other.tally == CaseTally{2, 0, 0, 1, 0, 1, 0});
}

TEST_CASE("Another event that will do, and one that may come, do not fail the case",
          "[case_check]") {
  const Checked checked(
      one_case(deal, "[{account='ost', event='merger', or=['acquisition'], role='target'}]",
               "also = [{account='lin', event='acquisition'}]\n"));
  CHECK(checked.check.failed() == 0);
  CHECK(checked.tally.right == 1);
}

TEST_CASE("Without accounts a case expects events of any company", "[case_check]") {
  const Checked checked(
      "[[case]]\ntitle='Ostrava to buy Lindqvist'\nexpect=[{event='acquisition'}]\n");
  CHECK(checked.check.failed() == 0);
}

TEST_CASE("A case's own accounts take the place of the file's, and --run chooses cases",
          "[case_check]") {
  const std::string text = one_case(deal, "[{account='lin', event='acquisition'}]",
                                    "accounts = ['lin']\n[[case]]\nid='b'\ntitle='x'\nexpect=[]\n");
  CHECK(Checked(text).check.trials.size() == 2);
  const Checked chosen(text, "^a$");
  CHECK(chosen.check.trials.size() == 1);
  CHECK(chosen.check.failed() == 0);
}
