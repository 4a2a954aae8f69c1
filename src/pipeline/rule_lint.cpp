// Rule lint: one look at each rule, and one at all of them together.
#include "pipeline/rule_lint.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "config/nearest.h"
#include "detect/event_type.h"
#include "detect/pattern.h"
#include "detect/rule_set.h"
#include "pipeline/pattern_lint.h"
#include "text/format.h"

namespace tipoff {
namespace {

class Linter {
 public:
  explicit Linter(const RuleBook& book) : book_(book) {}

  Result<Complaints> run() && {
    if (auto done = always_run(); !done) return std::unexpected(done.error());
    for (const Rule& rule : book_.rules) {
      gaps(rule);
      examples(rule);
      event(rule);
      dead(rule, rule.patterns, rule.pattern_lines, "pattern");
      dead(rule, rule.unless, rule.unless_lines, "unless");
      repeated_unless(rule);
    }
    for (const auto& [code, language] : book_.languages) silences(language);
    twins();
    std::ranges::stable_sort(warnings_, {}, [](const Complaint& one) {
      return std::tuple(std::string_view(one.file), one.line);
    });
    return std::move(warnings_);
  }

 private:
  void warn(const Rule& rule, int line, std::string_view key, std::string message) {
    warnings_.push_back({rule.file, line > 0 ? line : rule.line, fmt::format("{}.{}", rule.id, key),
                         std::move(message), true});
  }

  static int line_of(const std::vector<int>& lines, std::size_t i) {
    return i < lines.size() ? lines[i] : 0;
  }

  [[nodiscard]] const Language& language_of(const Rule& rule) const {
    static const Language none;
    const auto found = book_.languages.find(rule.language);
    return found == book_.languages.end() ? none : found->second;
  }

  /// The pattern of the rule that alone has no piece to look for.
  [[nodiscard]] int line_without_piece(const Rule& rule) const {
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      RuleBook alone{{rule}, book_.languages};
      alone.rules[0].patterns = {rule.patterns[i]};
      alone.rules[0].words.clear();
      const auto set = RuleSet::compile(alone);
      if (set && !set->always_run().empty()) return line_of(rule.pattern_lines, i);
    }
    return 0;
  }

  Result<void> always_run() {
    const auto set = RuleSet::compile(book_);
    if (!set) return std::unexpected(set.error());
    for (const int index : set->always_run()) {
      const Rule& rule = book_.rules[static_cast<std::size_t>(index)];
      warn(rule, line_without_piece(rule), rule.patterns.empty() ? "words" : "pattern",
           "is tried for every sentence: no piece of three letters or one Chinese character "
           "stands in every match");
    }
    return {};
  }

  void gaps(const Rule& rule) {
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      const auto whole = expand(rule.patterns[i], language_of(rule), NameForm::marked);
      for (const std::string& gap : dear_gaps(whole ? *whole : rule.patterns[i])) {
        warn(rule, line_of(rule.pattern_lines, i), "pattern",
             fmt::format("the gap \"{}\" is dear: keep it below {} characters", gap, dear_gap));
      }
    }
  }

  void examples(const Rule& rule) {
    if (rule.silent.empty())
      warn(rule, 0, "silent", "no example shows when the rule must be silent");
    if (rule.fires.empty() && rule.weight.title > 0)
      warn(rule, 0, "fires", "no example shows what the rule finds");
  }

  void event(const Rule& rule) {
    const auto types = shipped_event_types();
    if (std::ranges::find(types, std::string_view(rule.event)) != types.end()) return;
    if (const auto meant = nearest(rule.event, types)) {
      warn(rule, 0, "event",
           fmt::format("the type '{}' is not known: did you mean '{}'?", rule.event, *meant));
    }
  }

  /// A silence for a type that no rule tells, or whose pattern cannot match, silences nothing.
  void silences(const Language& language) {
    std::vector<std::string_view> told;
    for (const Rule& rule : book_.rules) told.emplace_back(rule.event);
    for (const Silence& silence : language.silences) {
      if (silence.file.empty()) continue;  // lent by another language
      const auto warn_of = [&](std::string_view key, std::string message) {
        warnings_.push_back({silence.file, silence.line,
                             fmt::format("silence \"{}\".{}", silence.name, key),
                             std::move(message), true});
      };
      for (const std::string& event : silence.events) {
        if (std::ranges::find(told, std::string_view(event)) != told.end()) continue;
        const auto meant = nearest(event, told);
        warn_of("events", fmt::format("no rule tells of '{}'{}", event,
                                      meant ? ": did you mean '" + *meant + "'?" : ""));
      }
      for (const std::string& pattern : silence.patterns) {
        for (std::string& why : dead_ends(pattern)) warn_of("pattern", std::move(why));
      }
    }
  }

  void dead(const Rule& rule, const std::vector<std::string>& patterns,
            const std::vector<int>& lines, std::string_view key) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      for (std::string& why : dead_ends(patterns[i]))
        warn(rule, line_of(lines, i), key, std::move(why));
    }
  }

  void repeated_unless(const Rule& rule) {
    for (std::size_t i = 0; i < rule.unless.size(); ++i) {
      const auto end = rule.unless.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(rule.unless.begin(), end, rule.unless[i]) != end)
        warn(rule, line_of(rule.unless_lines, i), "unless", "stands there twice");
      if (std::ranges::find(rule.patterns, rule.unless[i]) != rule.patterns.end())
        warn(rule, line_of(rule.unless_lines, i), "unless",
             "forbids what one of the rule's own patterns looks for: that one never fires");
    }
  }

  /// The same pattern for the same event, in one rule or in two.
  void twins() {
    using Key = std::tuple<std::string, std::string, std::string>;  // language, event, pattern
    std::map<Key, const Rule*> seen;
    const auto look = [&](const Rule& rule, const std::string& pattern, int line,
                          std::string_view key) {
      const auto [first, fresh] = seen.try_emplace({rule.language, rule.event, pattern}, &rule);
      if (fresh) return;
      const Rule& other = *first->second;
      warn(rule, line, key,
           &other == &rule
               ? std::string("stands twice in this rule")
               : fmt::format("stands in {} too ({}:{})", other.id, other.file, other.line));
    };
    for (const Rule& rule : book_.rules) {
      for (std::size_t i = 0; i < rule.patterns.size(); ++i)
        look(rule, rule.patterns[i], line_of(rule.pattern_lines, i), "pattern");
      for (const std::string& words : rule.words) look(rule, "words " + words, 0, "words");
    }
  }

  const RuleBook& book_;
  Complaints warnings_;
};

}  // namespace

Result<Complaints> lint_rules(const RuleBook& book) {
  return Linter(book).run();
}

}  // namespace tipoff
