// Rule explain: what every rule makes of a text, and what it comes to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detect/detector.h"
#include "pipeline/rule_stop.h"

namespace tipoff {

/// A rule that finds its words in a sentence.
struct RuleVerdict {
  std::size_t rule = 0;   // index in the book
  std::string words;      // as they stand in the sentence
  std::vector<Hit> hits;  // what the detector makes of them; empty: stopped
  std::vector<std::string> stopped_by;
  std::vector<std::string> left_out;  // why other accounts of the sentence take no part in it
  std::string certainty;              // "rumoured by "in talks""
};

struct SentenceVerdict {
  ReadSentence sentence;
  std::vector<RuleVerdict> rules;
};

/// Points of one account and event.
struct EventSum {
  std::optional<AccountIndex> account;
  std::string event;
  double points = 0;               // the best hit of each rule
  std::vector<std::string> parts;  // "acquisition.en.to_buy 1.00 (title)"
  std::optional<Trigger> trigger;  // if it comes out
  std::string why_not;             // else
};

struct Explanation {
  std::vector<SentenceVerdict> sentences;
  std::vector<EventSum> events;
};

/// `mentions` do not matter with `any_company`. The detector and the finder are of one book.
[[nodiscard]] Explanation explain(const Detector& detector, const StopFinder& finder,
                                  const NewsText& text, std::span<const Mention> mentions,
                                  bool any_company);

/// For a terminal. `names` are the accounts' names by index.
[[nodiscard]] std::string to_text(const Explanation& explanation, const std::vector<Rule>& rules,
                                  std::span<const std::string> names);

}  // namespace tipoff
