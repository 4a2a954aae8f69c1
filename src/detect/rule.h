// Rule, Language, RuleBook: what the rule files say, before it is compiled. docs/rules.md tells it
// to rule authors.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detect/trigger.h"

namespace tipoff {

/// What an account that stands on one side of the matched words has to do with the event.
struct Part {
  bool counts = false;       // false: an account there is not the event's
  bool also = false;         // behind the match: even where an account stands before it
  std::optional<Role> role;  // empty: the rule's own role, if it has one

  bool operator==(const Part&) const = default;
};

/// A text that shows what a rule does: a headline, or "headline || body". [Brackets] mark the
/// account; behind " => " stand the role and the certainty that must come out.
struct Example {
  std::string text;
  int line = 0;
};

/// Points of a hit, by where it stands; 1 point makes an event. Negative: speaks against it.
struct Weight {
  double title = 1.2;
  double lead = 1.02;
  double body = 0.42;

  /// The headline says what the news is; the body also tells what is not new.
  [[nodiscard]] static Weight from(double title) { return {title, title * 0.85, title * 0.35}; }
};

struct Rule {
  std::string id;        // "acquisition.en.agrees"
  std::string event;     // "acquisition"
  std::string language;  // "en": which word lists apply
  std::string family;    // events of one family support each other; may be empty
  std::vector<std::string>
      patterns;  // RE2, any case; any of them will do. {name} stands for a word list
  std::vector<std::string> words;   // plain words instead, in any form
  std::vector<std::string> unless;  // RE2: a sentence that holds one of them says something else
  bool in_title = true;
  bool in_lead = true;
  bool in_body = true;
  Weight weight;
  std::optional<Role> role;
  Part before{true, false, std::nullopt};  // an account before the match
  Part inside;                             // an account within it
  Part after;                              // an account behind it
  std::size_t within = 120;                // bytes between match and account, at most
  std::optional<Certainty> certainty;      // empty: told by the language's word lists
  std::vector<Example> fires;
  std::vector<Example> silent;
  std::string file;
  int line = 0;
  std::vector<int> pattern_lines;  // where each pattern stands, in order
  std::vector<int> unless_lines;
};

/// A kind of sentence that announces nothing, whatever words it holds: an anniversary, a price
/// target.
struct Silence {
  std::string name;
  std::vector<std::string> patterns;
  std::vector<std::string> events;  // empty: all
  bool whole = false;               // said in the title, it holds for the whole text
  std::string file = {};
  int line = 0;
};

/// Word lists that the rules of one language share.
struct Language {
  std::string code;  // "en"
  std::map<std::string, std::vector<std::string>>
      words;            // {name} in patterns: one of these fragments
  std::string script;   // what a sentence of this language must hold: "\\p{Han}"; empty: nothing
  std::string company;  // what looks like a company, where any company counts
  std::vector<std::string> rumoured;
  std::vector<std::string> completed;
  std::vector<std::string> denied;
  std::vector<Silence> silences;
  std::vector<std::string> stranger_before;  // right before a name: "former", "supplier to"
  std::vector<std::string> stranger_after;   // right behind it: "'s rival", "analyst"
  std::vector<std::string>
      apart;  // between account and match: the account is not the one who does it
  std::vector<std::string> aside;  // from the last comma to a name: tells who another is
  std::vector<std::string> part;   // right behind a name: not the account is bought, a part of it
  std::vector<std::string> boilerplate;  // a sentence that is no part of the news: never the lead
  std::vector<std::string> unrelated_before;  // right before a name: the text is about a namesake
  std::vector<std::string> unrelated_after;   // right behind it
};

struct RuleBook {
  std::vector<Rule> rules;
  std::map<std::string, Language> languages;
};

}  // namespace tipoff
