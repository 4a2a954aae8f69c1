// Rule backtest: how often each rule speaks in saved news, and what other rules would have found.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "detect/detector.h"
#include "match/account.h"
#include "match/matcher.h"
#include "pipeline/scan_record.h"

namespace tipoff {

struct RuleCount {
  std::size_t spoke = 0;              // records in which it had a hit
  std::size_t shown = 0;              // events whose evidence it gave
  std::vector<std::string> examples;  // "id: sentence", the first few
};

/// Events of one type, under either set of rules.
struct EventCount {
  std::size_t now = 0;
  std::size_t before = 0;
};

struct BacktestReport {
  std::size_t records = 0;
  std::vector<RuleCount> rules;              // by rule
  std::map<std::string, EventCount> events;  // by type
  std::size_t gained = 0;                    // events
  std::size_t lost = 0;
  std::size_t changed = 0;           // in role or certainty
  std::vector<std::string> changes;  // "+ acquisition acquirer announced | id: title | rule: words"
};

class Backtest {
 public:
  static constexpr std::size_t most_examples = 3;

  /// `before` may be null: then nothing is compared. Without accounts every company counts. What is
  /// handed in must outlive it. Events that rest on an ambiguous name are left out.
  Backtest(const Detector& rules, const Detector* before, std::span<const Account> accounts);

  void take(const ScanRecord& record);
  [[nodiscard]] const BacktestReport& report() const { return report_; }

 private:
  struct Reading;

  [[nodiscard]] Reading read(const Detector& detector, const NewsText& text,
                             std::span<const Mention> mentions) const;
  void count(const Reading& reading, const ScanRecord& record);
  void compare(const Reading& now, const Reading& before, const ScanRecord& record);

  const Detector& rules_;
  const Detector* before_;
  std::span<const Account> accounts_;
  std::optional<Matcher> matcher_;
  BacktestReport report_;
};

/// For a terminal: each rule that spoke, most often first, with its examples; the silent ones in a
/// list; the events by type; what changed.
[[nodiscard]] std::string to_text(const BacktestReport& report, const std::vector<Rule>& rules,
                                  bool compared);

}  // namespace tipoff
