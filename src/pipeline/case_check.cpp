// Case check: as `tipoff scan` reads an article, so does a case.
#include "pipeline/case_check.h"

#include <algorithm>
#include <map>

#include "match/matcher.h"
#include "text/format.h"

namespace tipoff {
namespace {

struct Finding {
  std::vector<Hit> hits;
  std::vector<Trigger> triggers;  // without those for review
};

Finding examine(const Detector& detector, const NewsText& text, const Matcher* matcher) {
  const auto all = passages(text);
  const auto mentions = matcher == nullptr ? std::vector<Mention>() : matcher->find(text);
  Finding finding;
  if (matcher == nullptr || !mentions.empty())
    finding.hits = detector.hits(text, all, mentions, matcher == nullptr);
  finding.triggers = add_up(finding.hits, detector.rules(), all, text);
  std::erase_if(finding.triggers, [](const Trigger& trigger) { return trigger.ambiguous; });
  return finding;
}

/// One case held against what was found in it.
class Comparison {
 public:
  Comparison(const RuleCase& tried, std::span<const Account> accounts,
             const std::vector<Trigger>& found, CaseTally& tally)
      : tried_(tried), accounts_(accounts), found_(found), used_(found.size()), tally_(tally) {}

  [[nodiscard]] std::vector<std::string> lines() && {
    for (const ExpectedEvent& expected : tried_.expect) expect(expected);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (used_[i]) continue;
      const bool open = may_come(found_[i]);
      lines_.push_back((open ? "  " : "+ ") + found_line(found_[i], accounts_));
      if (!open) ++tally_.unexpected;
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string_view account_of(const Trigger& trigger) const {
    return trigger.account ? std::string_view(accounts_[*trigger.account].id) : std::string_view();
  }

  [[nodiscard]] std::size_t find(const std::string& account, const std::string& event) const {
    const auto at = std::ranges::find_if(found_, [&](const Trigger& trigger) {
      return trigger.event == event && account_of(trigger) == account;
    });
    return static_cast<std::size_t>(at - found_.begin());
  }

  [[nodiscard]] bool may_come(const Trigger& trigger) const {
    const auto is = [&](const auto& account, const auto& event) {
      return account == account_of(trigger) && event == trigger.event;
    };
    return std::ranges::any_of(tried_.also,
                               [&](const auto& also) { return is(also.first, also.second); }) ||
           std::ranges::any_of(tried_.expect, [&](const ExpectedEvent& expected) {
             return std::ranges::any_of(expected.or_else, [&](const std::string& event) {
               return is(expected.account, event);
             });
           });
  }

  [[nodiscard]] bool as_expected(const ExpectedEvent& expected, const Trigger& found) {
    bool right = true;
    if (expected.role || expected.no_role) {
      const bool same = found.role == expected.role;
      ++tally_.roles;
      tally_.right_roles += same ? 1 : 0;
      right = same;
    }
    if (expected.certainty) {
      const bool same = found.certainty == *expected.certainty;
      ++tally_.certainties;
      tally_.right_certainties += same ? 1 : 0;
      right = right && same;
    }
    return right;
  }

  void expect(const ExpectedEvent& expected) {
    std::size_t at = find(expected.account, expected.event);
    const bool meant = at < found_.size();
    for (const std::string& other : expected.or_else) {
      if (at == found_.size()) at = find(expected.account, other);
    }
    const std::string wanted =
        event_line(expected.account, expected.event, expected.role, expected.certainty);
    if (at == found_.size()) {
      ++tally_.missed;
      lines_.push_back("- " + wanted);
      return;
    }
    used_[at] = true;
    ++tally_.right;
    const bool right = !meant || as_expected(expected, found_[at]);
    if (!right) lines_.push_back("- " + wanted);
    lines_.push_back((right ? "  " : "+ ") + found_line(found_[at], accounts_));
  }

  const RuleCase& tried_;
  std::span<const Account> accounts_;
  const std::vector<Trigger>& found_;
  std::vector<bool> used_;
  std::vector<std::string> lines_;
  CaseTally& tally_;
};

std::string why(const std::vector<std::string>& diff) {
  const auto count = [&](char sign) {
    return std::ranges::count_if(diff, [&](const std::string& line) { return line[0] == sign; });
  };
  const auto missed = count('-');
  const auto found = count('+');
  if (missed == 0 && found == 0) return {};
  if (found == 0) return fmt::format("{} of what is expected does not come out", missed);
  if (missed == 0) return fmt::format("{} more than expected comes out", found);
  return fmt::format("expected and not found: {}; found and not expected: {}", missed, found);
}

}  // namespace

double CaseTally::f1() const {
  const int all = 2 * right + missed + unexpected;
  return all == 0 ? 1.0 : 2.0 * right / all;
}

CaseTally check_cases(const Detector& detector, const CaseReading& reading,
                      const TrialChoice& choice, RuleCheck& check) {
  CaseTally tally;
  check.fired.resize(detector.rules().size());
  std::optional<Matcher> shared;
  if (!reading.accounts.empty()) shared.emplace(reading.accounts);
  for (const RuleCase& tried : reading.cases) {
    if (!choice.wants(tried.id)) continue;
    std::optional<Matcher> own;
    if (!tried.accounts.empty()) own.emplace(tried.accounts);
    const Matcher* matcher = own ? &*own : shared ? &*shared : nullptr;
    const Finding finding = examine(detector, tried.text, matcher);
    for (const Hit& hit : finding.hits) check.fired[static_cast<std::size_t>(hit.rule)] = true;
    const auto& accounts = own ? tried.accounts : reading.accounts;
    RuleTrial trial{tried.id, "case", tried.file, tried.line, tried.text.title, "", {}};
    if (trial.text.empty()) trial.text = tried.text.body;
    trial.diff = Comparison(tried, accounts, finding.triggers, tally).lines();
    trial.why = why(trial.diff);
    check.trials.push_back(std::move(trial));
  }
  return tally;
}

}  // namespace tipoff
