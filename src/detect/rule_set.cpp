// RuleSet: FilteredRE2 chooses the patterns by our own atom index, then each chosen one is run by
// itself: one large alternation would need more memory for its states than it has, and be slow.
#include "detect/rule_set.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <array>

#include "detect/atom_index.h"

namespace tipoff {
namespace {

/// More {account}s in one pattern than this are not told apart.
constexpr int most_groups = 15;

}  // namespace

/// The patterns of all rules, in the order of the rules.
struct RuleSet::Compiled {
  std::unique_ptr<re2::FilteredRE2> filter;  // where any company counts
  std::vector<std::unique_ptr<const RE2>>
      marked;                 // where names are marked; empty for rules without {account}
  std::vector<int> rule_of;   // by pattern
  std::vector<int> patterns;  // 0, 1, 2 ..
  std::vector<std::size_t> first_pattern;  // by rule, and the number of patterns at the end
  std::vector<AnyOf> unless;               // by rule
  AtomIndex atoms;

  Result<void> add(const Rule& rule, const Language& language);
  Result<void> add_pattern(const std::string& pattern);
  Result<void> add_marked(const Rule& rule, const Language& language);
};

RuleSet::RuleSet(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

namespace {

Result<AnyOf> compile_unless(const Rule& rule, const Language& language) {
  std::vector<std::string> patterns;
  for (const std::string& pattern : rule.unless) {
    auto expanded = expand(pattern, language, NameForm::company);
    if (!expanded) return std::unexpected(expanded.error());
    patterns.push_back(std::move(*expanded));
  }
  auto compiled = AnyOf::compile(patterns);
  if (!compiled) return std::unexpected(std::move(compiled.error()).in("unless"));
  return compiled;
}

std::optional<RuleMatch> first_match(const RE2& pattern, std::string_view sentence,
                                     std::size_t from) {
  const int groups = std::min(pattern.NumberOfCapturingGroups(), most_groups);
  std::array<re2::StringPiece, most_groups + 1> found;
  if (!pattern.Match(piece(sentence), from, sentence.size(), RE2::UNANCHORED, found.data(),
                     groups + 1))
    return std::nullopt;
  const auto span = [&](const re2::StringPiece& part) {
    const auto begin = static_cast<std::size_t>(part.data() - sentence.data());
    return Span{begin, begin + part.size()};
  };
  RuleMatch match{span(found[0]), {}};
  for (std::size_t i = 1; i <= static_cast<std::size_t>(groups); ++i) {
    if (found[i].data() != nullptr && !found[i].empty()) match.account = span(found[i]);
  }
  return match;
}

}  // namespace

Result<void> RuleSet::Compiled::add_pattern(const std::string& pattern) {
  int id = 0;
  if (filter->Add(piece(pattern), rule_options(), &id) != RE2::NoError)
    return failure("no valid pattern: " + RE2(pattern, rule_options()).error());
  patterns.push_back(id);
  return {};
}

Result<void> RuleSet::Compiled::add_marked(const Rule& rule, const Language& language) {
  if (!names_account(rule)) {
    marked.resize(patterns.size());
    return {};
  }
  const auto all = patterns_of(rule, language, NameForm::marked);
  if (!all) return std::unexpected(all.error());
  for (const std::string& pattern : *all) {
    marked.push_back(std::make_unique<const RE2>(pattern, rule_options()));
    if (!marked.back()->ok()) return failure("no valid pattern: " + marked.back()->error());
  }
  return {};
}

Result<void> RuleSet::Compiled::add(const Rule& rule, const Language& language) {
  const auto all = patterns_of(rule, language, NameForm::company);
  if (!all) return std::unexpected(all.error());
  for (const std::string& pattern : *all) {
    if (auto added = add_pattern(pattern); !added) return added;
    rule_of.push_back(static_cast<int>(unless.size()));
  }
  if (auto added = add_marked(rule, language); !added) return added;
  auto exceptions = compile_unless(rule, language);
  if (!exceptions) return std::unexpected(std::move(exceptions.error()));
  unless.push_back(std::move(*exceptions));
  first_pattern.push_back(patterns.size());
  return {};
}

Result<RuleSet> RuleSet::compile(const RuleBook& book) {
  auto compiled = std::make_unique<Compiled>();
  compiled->filter = std::make_unique<re2::FilteredRE2>(3);
  compiled->first_pattern = {0};
  const Language none;
  for (const Rule& rule : book.rules) {
    const auto found = book.languages.find(rule.language);
    const Language& language = found == book.languages.end() ? none : found->second;
    if (auto added = compiled->add(rule, language); !added)
      return std::unexpected(std::move(added.error()).in(rule.id));
  }
  std::vector<std::string> atoms;
  if (!compiled->patterns.empty()) compiled->filter->Compile(&atoms);
  compiled->atoms = AtomIndex(std::move(atoms));
  return RuleSet(std::move(compiled));
}

const std::vector<RuleCandidate>& RuleSet::candidates(std::string_view sentence,
                                                      SieveMemory& memory) const {
  memory.candidates.clear();
  memory.patterns.clear();
  if (compiled_->patterns.empty()) return memory.candidates;
  lower_into(sentence, memory.lowered);
  compiled_->atoms.find(memory.lowered, memory.atoms);
  compiled_->filter->AllPotentials(memory.atoms, &memory.patterns);
  const std::span<const int> all = memory.patterns;
  for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
    const int rule = compiled_->rule_of[static_cast<std::size_t>(all[first])];
    while (end < all.size() && compiled_->rule_of[static_cast<std::size_t>(all[end])] == rule)
      ++end;
    memory.candidates.push_back({rule, all.subspan(first, end - first)});
  }
  return memory.candidates;
}

RuleCandidate RuleSet::whole(int rule) const {
  const auto index = static_cast<std::size_t>(rule);
  const std::size_t first = compiled_->first_pattern[index];
  return {
      rule,
      std::span(compiled_->patterns).subspan(first, compiled_->first_pattern[index + 1] - first)};
}

std::optional<RuleMatch> RuleSet::match(const RuleCandidate& candidate, NameForm form,
                                        std::string_view sentence, std::size_t from) const {
  std::optional<RuleMatch> best;
  for (const int id : candidate.patterns) {
    const auto& marked = compiled_->marked[static_cast<std::size_t>(id)];
    const bool is_marked = form == NameForm::marked && marked;
    const RE2& pattern = is_marked ? *marked : compiled_->filter->GetRE2(id);
    const auto match = first_match(pattern, sentence, from);
    if (match && (!best || match->words.begin < best->words.begin)) best = match;
  }
  return best;
}

bool RuleSet::excepted(int rule, std::string_view sentence) const {
  return compiled_->unless[static_cast<std::size_t>(rule)].matches(sentence);
}

std::vector<int> RuleSet::always_run() const {
  std::vector<int> rules;
  if (compiled_->patterns.empty()) return rules;
  compiled_->filter->AllPotentials({}, &rules);
  for (int& id : rules) id = compiled_->rule_of[static_cast<std::size_t>(id)];
  rules.erase(std::ranges::unique(rules).begin(), rules.end());
  return rules;
}

}  // namespace tipoff
