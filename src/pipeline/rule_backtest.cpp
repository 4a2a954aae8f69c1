// Rule backtest: counts hits and events record by record.
#include "pipeline/rule_backtest.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "pipeline/rule_trial.h"
#include "text/format.h"
#include "text/utf8.h"
#include "text/width.h"

namespace tipoff {
namespace {

constexpr std::size_t widest_example = 160;  // columns

std::string on_one_line(std::string_view text) {
  return clip_to_width(clean_text(text), widest_example);
}

using Key = std::pair<std::optional<AccountIndex>, std::string>;

std::map<Key, const Trigger*> by_key(const std::vector<Trigger>& triggers) {
  std::map<Key, const Trigger*> keyed;
  for (const Trigger& trigger : triggers) keyed[{trigger.account, trigger.event}] = &trigger;
  return keyed;
}

}  // namespace

struct Backtest::Reading {
  std::vector<Passage> passages;
  std::vector<Hit> hits;
  std::vector<Trigger> triggers;
};

Backtest::Backtest(const Detector& rules, const Detector* before, std::span<const Account> accounts)
    : rules_(rules), before_(before), accounts_(accounts) {
  if (!accounts.empty()) matcher_.emplace(accounts);
  report_.rules.resize(rules.rules().size());
}

Backtest::Reading Backtest::read(const Detector& detector, const NewsText& text,
                                 std::span<const Mention> mentions) const {
  Reading reading;
  if (matcher_ && mentions.empty()) return reading;
  reading.passages = passages(text);
  reading.hits = detector.hits(text, reading.passages, mentions, !matcher_);
  reading.triggers = add_up(reading.hits, detector.rules(), reading.passages, text);
  std::erase_if(reading.triggers, [](const Trigger& trigger) { return trigger.ambiguous; });
  return reading;
}

void Backtest::take(const ScanRecord& record) {
  ++report_.records;
  const auto mentions = matcher_ ? matcher_->find(record.text) : std::vector<Mention>();
  const Reading now = read(rules_, record.text, mentions);
  count(now, record);
  if (before_ != nullptr) compare(now, read(*before_, record.text, mentions), record);
}

void Backtest::count(const Reading& reading, const ScanRecord& record) {
  std::set<int> spoke;
  for (const Hit& hit : reading.hits) {
    if (!spoke.insert(hit.rule).second) continue;
    RuleCount& rule = report_.rules[static_cast<std::size_t>(hit.rule)];
    ++rule.spoke;
    if (rule.examples.size() == most_examples) continue;
    const Passage& passage = reading.passages[hit.passage];
    const std::string_view sentence =
        field_text(record.text, passage.field)
            .substr(passage.span.begin, passage.span.end - passage.span.begin);
    rule.examples.push_back(record.id + ": " + on_one_line(sentence));
  }
  for (const Trigger& trigger : reading.triggers) {
    ++report_.events[trigger.event].now;
    const auto rule = std::ranges::find(rules_.rules(), trigger.rule, &Rule::id);
    ++report_.rules[static_cast<std::size_t>(rule - rules_.rules().begin())].shown;
  }
}

void Backtest::compare(const Reading& now, const Reading& before, const ScanRecord& record) {
  const std::string title =
      on_one_line(record.text.title.empty() ? record.text.body : record.text.title);
  const auto tell = [&](char sign, const Trigger& trigger, const std::string& was) {
    const std::string account = trigger.account ? accounts_[*trigger.account].id : std::string();
    report_.changes.push_back(
        fmt::format("{} {}{} | {}: {} | {}: {}", sign,
                    event_line(account, trigger.event, trigger.role, trigger.certainty), was,
                    record.id, title, trigger.rule, on_one_line(trigger.evidence)));
  };
  const auto old = by_key(before.triggers);
  const auto fresh = by_key(now.triggers);
  for (const auto& [key, trigger] : old) {
    ++report_.events[trigger->event].before;
    if (fresh.contains(key)) continue;
    ++report_.lost;
    tell('-', *trigger, "");
  }
  for (const auto& [key, trigger] : fresh) {
    const auto known = old.find(key);
    if (known == old.end()) {
      ++report_.gained;
      tell('+', *trigger, "");
    } else if (known->second->role != trigger->role ||
               known->second->certainty != trigger->certainty) {
      ++report_.changed;
      tell('~', *trigger,
           fmt::format(" (was {})",
                       event_line("", "", known->second->role, known->second->certainty)));
    }
  }
}

std::string to_text(const BacktestReport& report, const std::vector<Rule>& rules, bool compared) {
  std::vector<std::size_t> order(rules.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
    return std::pair(report.rules[i].spoke, report.rules[i].shown);
  });
  std::string out =
      fmt::format("{} records\n\n{:>7} {:>7}  rule\n", report.records, "spoke", "shown");
  std::string idle;
  for (const std::size_t i : order) {
    const RuleCount& count = report.rules[i];
    if (count.spoke == 0) {
      idle += (idle.empty() ? "" : ", ") + rules[i].id;
      continue;
    }
    out += fmt::format("{:>7} {:>7}  {}\n", count.spoke, count.shown, rules[i].id);
    for (const std::string& example : count.examples) out += "                   " + example + '\n';
  }
  if (!idle.empty()) out += "\nNever spoke: " + idle + '\n';
  out += compared ? fmt::format("\n{:>7} {:>7}  event\n", "now", "before")
                  : fmt::format("\n{:>7}  event\n", "found");
  for (const auto& [event, count] : report.events) {
    out += compared ? fmt::format("{:>7} {:>7}  {}\n", count.now, count.before, event)
                    : fmt::format("{:>7}  {}\n", count.now, event);
  }
  if (!compared) return out;
  out +=
      fmt::format("\n{} gained, {} lost, {} changed\n", report.gained, report.lost, report.changed);
  for (const std::string& change : report.changes) out += change + '\n';
  return out;
}

}  // namespace tipoff
