// Rule check: every example is run through the whole book, as an article would be.
#include "pipeline/rule_check.h"

#include <algorithm>

#include "detect/detector.h"
#include "detect/example.h"

namespace tipoff {
namespace {

std::string told(const std::vector<Trigger>& triggers) {
  std::string out;
  for (const Trigger& trigger : triggers) {
    out += (out.empty() ? "" : "; ") + trigger.event;
    if (trigger.role) out += ' ' + std::string(name_of(*trigger.role));
    out += ' ' + std::string(name_of(trigger.certainty)) + " (" + trigger.rule + ')';
  }
  return out.empty() ? "nothing" : out;
}

/// One example under trial.
struct Trial {
  const Detector& detector;
  int rule = 0;
  const ExampleReading& example;

  [[nodiscard]] const Rule& spoken() const {
    return detector.rules()[static_cast<std::size_t>(rule)];
  }

  [[nodiscard]] std::vector<Trigger> triggers() const {
    return example.mentions.empty() ? detector.detect_any(example.text)
                                    : detector.detect(example.text, example.mentions);
  }

  [[nodiscard]] bool speaks() const {
    const auto all = passages(example.text);
    const auto hits = detector.hits(example.text, all, example.mentions, example.mentions.empty());
    return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.rule == rule; });
  }

  [[nodiscard]] std::string why_not_fired() const {
    if (!speaks()) return "the rule does not fire";
    if (spoken().weight.title < enough) return {};
    const auto all = triggers();
    const auto found = std::ranges::find(all, spoken().event, &Trigger::event);
    if (found == all.end()) return spoken().event + " does not come out, but " + told(all);
    const bool role = !example.role || found->role == example.role;
    const bool certainty = !example.certainty || found->certainty == *example.certainty;
    return role && certainty ? std::string() : "comes out as " + told(all);
  }

  [[nodiscard]] std::string why_not_silent() const {
    const auto all = triggers();
    const auto found = std::ranges::find(all, spoken().event, &Trigger::event);
    return found == all.end() ? std::string() : "comes out as " + told({*found});
  }
};

void check(const Detector& detector, int rule, const std::vector<Example>& examples, bool fires,
           RuleCheck& result) {
  const Rule& spoken = detector.rules()[static_cast<std::size_t>(rule)];
  for (const Example& example : examples) {
    ++result.examples;
    const auto reading = read_example(example.text);
    std::string why;
    if (!reading) {
      why = reading.error().message;
    } else {
      const Trial trial{detector, rule, *reading};
      why = fires ? trial.why_not_fired() : trial.why_not_silent();
    }
    if (!why.empty())
      result.failures.push_back({spoken.id, spoken.file, example.line, example.text, why});
  }
}

}  // namespace

Result<RuleCheck> check_rules(const RuleBook& book) {
  const auto detector = Detector::compile(book);
  if (!detector) return std::unexpected(detector.error());
  RuleCheck result;
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    check(*detector, static_cast<int>(i), book.rules[i].fires, true, result);
    check(*detector, static_cast<int>(i), book.rules[i].silent, false, result);
  }
  return result;
}

}  // namespace tipoff
