// Trials: how they are chosen, counted and told.
#include "pipeline/rule_trial.h"

#include "catch.h"

using tipoff::TrialChoice;

TEST_CASE("A run is chosen by a pattern, in any case, and everything without one", "[rule_trial]") {
  CHECK(TrialChoice().wants("anything"));
  CHECK(TrialChoice::from("")->wants("anything"));
  const auto choice = TrialChoice::from("^merger\\.").value();
  CHECK(choice.wants("Merger.en.agree"));
  CHECK_FALSE(choice.wants("acquisition.en.merger."));
  CHECK_THAT(TrialChoice::from("(").error().message, Catch::StartsWith("--run"));
}

TEST_CASE("An event is told without what is empty", "[rule_trial]") {
  CHECK(tipoff::event_line("ost", "acquisition", tipoff::Role::target,
                           tipoff::Certainty::completed) == "ost acquisition target completed");
  CHECK(tipoff::event_line("", "merger", std::nullopt, std::nullopt) == "merger");
}

TEST_CASE("A found event is told with account, rule and evidence", "[rule_trial]") {
  tipoff::Trigger trigger;
  trigger.account = 0;
  trigger.event = "merger";
  trigger.rule = "merger.en.agree";
  trigger.evidence = "They agree";
  tipoff::Account account;
  account.id = "ost";
  CHECK(tipoff::found_line(trigger, std::span(&account, 1)) ==
        "ost merger announced  (merger.en.agree: \"They agree\")");
  CHECK_THAT(tipoff::found_line(trigger, {}), Catch::StartsWith("merger announced"));
}

TEST_CASE("What does not hold is counted", "[rule_trial]") {
  tipoff::RuleCheck check;
  check.trials.resize(3);
  check.trials[1].why = "does not fire";
  CHECK(check.failed() == 1);
}
