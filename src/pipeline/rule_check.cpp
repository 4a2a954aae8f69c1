// Rule check: every example is run through the whole book, as an article would be.
#include "pipeline/rule_check.h"

#include <algorithm>

#include "detect/example.h"

namespace tipoff {
namespace {

std::string told(const std::vector<Trigger>& triggers) {
  std::string out;
  for (const Trigger& trigger : triggers) {
    out += (out.empty() ? "" : "; ") +
           event_line("", trigger.event, trigger.role, trigger.certainty) + " (" + trigger.rule +
           ')';
  }
  return out.empty() ? "nothing" : out;
}

/// One example under trial: what it gives.
struct Reading {
  const Rule& rule;
  const ExampleReading& example;
  bool speaks = false;
  std::vector<Trigger> triggers;

  Reading(const Detector& detector, std::size_t index, const ExampleReading& read)
      : rule(detector.rules()[index]), example(read) {
    const auto all = passages(read.text);
    const auto hits = detector.hits(read.text, all, read.mentions, read.mentions.empty());
    const int number = static_cast<int>(index);
    speaks = std::ranges::any_of(hits, [&](const Hit& hit) { return hit.rule == number; });
    triggers = add_up(hits, detector.rules(), all, read.text);
  }

  [[nodiscard]] const Trigger* own() const {
    const auto found = std::ranges::find(triggers, rule.event, &Trigger::event);
    return found == triggers.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::string why_not_fired() const {
    if (!speaks) return "the rule does not fire";
    if (rule.weight.title < enough) return {};
    const Trigger* found = own();
    if (found == nullptr) return rule.event + " does not come out, but " + told(triggers);
    const bool role = !example.role || found->role == example.role;
    const bool certainty = !example.certainty || found->certainty == *example.certainty;
    return role && certainty ? std::string() : "comes out as " + told(triggers);
  }

  [[nodiscard]] std::string why_not_silent() const {
    const Trigger* found = own();
    return found == nullptr ? std::string() : "comes out as " + told({*found});
  }

  [[nodiscard]] std::vector<std::string> diff(bool fires) const {
    std::vector<std::string> lines = {
        "- " +
        (fires ? event_line("", rule.event, example.role, example.certainty) + "  (" + rule.id + ')'
               : "no " + rule.event)};
    for (const Trigger& trigger : triggers) lines.push_back("+ " + found_line(trigger, {}));
    if (triggers.empty()) lines.emplace_back("+ nothing");
    return lines;
  }
};

void check(const Detector& detector, std::size_t index, const std::vector<Example>& examples,
           bool fires, RuleCheck& result) {
  const Rule& rule = detector.rules()[index];
  for (const Example& example : examples) {
    RuleTrial trial{rule.id, fires ? "fires" : "silent", rule.file, example.line, example.text, "",
                    {}};
    if (const auto read = read_example(example.text)) {
      const Reading reading(detector, index, *read);
      trial.why = fires ? reading.why_not_fired() : reading.why_not_silent();
      if (!trial.holds()) trial.diff = reading.diff(fires);
      if (fires && reading.speaks) result.fired[index] = true;
    } else {
      trial.why = read.error().message;
    }
    result.trials.push_back(std::move(trial));
  }
}

}  // namespace

RuleCheck check_examples(const Detector& detector, const TrialChoice& choice) {
  RuleCheck result;
  const auto& rules = detector.rules();
  result.fired.resize(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!choice.wants(rules[i].id)) continue;
    check(detector, i, rules[i].fires, true, result);
    check(detector, i, rules[i].silent, false, result);
  }
  return result;
}

Result<RuleCheck> check_rules(const RuleBook& book) {
  const auto detector = Detector::compile(book);
  if (!detector) return std::unexpected(detector.error());
  return check_examples(*detector, {});
}

}  // namespace tipoff
