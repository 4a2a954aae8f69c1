// Rule stop: what keeps a rule that finds its words in a sentence from making an event of them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/attribution.h"
#include "detect/passage.h"
#include "detect/regex.h"
#include "detect/rule.h"
#include "detect/rule_set.h"
#include "detect/wording.h"
#include "result.h"

namespace tipoff {

/// One sentence as the detector reads it.
struct ReadSentence {
  std::string text;  // on one line, simplified characters
  Place place = Place::title;
  std::vector<NamePlace> names;
  bool any_company = false;
};

/// Where a rule finds its words in a sentence, whatever becomes of it.
struct WordsFound {
  Span words;              // bytes in the sentence
  bool at_account = true;  // false: {account} stands for a company that is no account
};

/// "rumoured by "in talks"", "announced". `words` made the certainty; none where it is the rule's.
[[nodiscard]] std::string certainty_told(const Rule& rule, Certainty certainty,
                                         std::optional<std::string_view> words);

/// The rules, compiled piece by piece, so that each piece can say that it was the one. The book
/// must outlive it.
class StopFinder {
 public:
  [[nodiscard]] static Result<StopFinder> compile(const RuleBook& book);

  [[nodiscard]] std::optional<WordsFound> find(std::size_t rule,
                                               const ReadSentence& sentence) const;

  /// Every reason why the rule makes nothing of these words, in sentences' parts: `unless finds
  /// "buy wheat"`, `"Ostrava" stands 140 bytes away, and the rule reaches 120`. Empty where none is
  /// seen.
  [[nodiscard]] std::vector<std::string> reasons(std::size_t rule, const ReadSentence& sentence,
                                                 const WordsFound& found) const;

  /// Why names that are not among `parties` take no part in what the rule says here.
  [[nodiscard]] std::vector<std::string> left_out(std::size_t rule, const ReadSentence& sentence,
                                                  const WordsFound& found,
                                                  std::span<const AccountIndex> parties) const;

  /// How certain the words would be if nothing stopped them, and which words of the sentence make
  /// it so: `rumoured by "in talks"`, `announced`.
  [[nodiscard]] std::string certainty(std::size_t rule, std::string_view sentence,
                                      Span words) const;

 private:
  struct NamedPattern {
    std::string name;
    AnyOf pattern;
    std::vector<std::string> events;  // empty: all
  };

  struct Lists {
    std::string script;
    Wording wording;
    AnyOf apart;
    std::vector<NamedPattern> silences;
  };

  StopFinder(const RuleBook& book, RuleSet set) : book_(&book), set_(std::move(set)) {}

  [[nodiscard]] Result<void> add_language(const Language& language);
  [[nodiscard]] const Rule& rule_at(std::size_t rule) const { return book_->rules[rule]; }
  [[nodiscard]] const Lists& lists_of(const Rule& rule) const;
  [[nodiscard]] std::string why_not_name(const Rule& rule, const ReadSentence& sentence, Span words,
                                         const NamePlace& name) const;
  void name_reasons(std::size_t rule, const ReadSentence& sentence, const WordsFound& found,
                    std::vector<std::string>& reasons) const;

  const RuleBook* book_;
  RuleSet set_;
  std::vector<std::vector<AnyOf>> unless_;  // by rule
  std::map<std::string, Lists> lists_;      // by language
};

}  // namespace tipoff
