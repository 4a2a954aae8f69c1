// RuleSet: FilteredRE2 chooses the rules by our own atom index, then each chosen one is run by
// itself.
#include "detect/rule_set.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <array>

#include "detect/atom_index.h"

namespace tipoff {
namespace {

/// More {account}s in one rule than this are not told apart.
constexpr int most_groups = 15;

}  // namespace

struct RuleSet::Compiled {
  std::unique_ptr<re2::FilteredRE2> filter;  // where any company counts
  std::vector<std::unique_ptr<const RE2>>
      marked;  // where names are marked; empty for rules without {account}
  std::vector<AnyOf> unless;
  AtomIndex atoms;
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
  return AnyOf::compile(patterns);
}

Result<std::unique_ptr<const RE2>> compile_marked(const Rule& rule, const Language& language) {
  if (!names_account(rule)) return nullptr;
  const auto pattern = whole_pattern(rule, language, NameForm::marked);
  if (!pattern) return std::unexpected(pattern.error());
  auto compiled = std::make_unique<const RE2>(*pattern, rule_options());
  if (!compiled->ok()) return failure("no valid pattern: " + compiled->error());
  return compiled;
}

Result<void> add_to_filter(const Rule& rule, const Language& language, re2::FilteredRE2& filter) {
  const auto pattern = whole_pattern(rule, language, NameForm::company);
  if (!pattern) return std::unexpected(pattern.error());
  int id = 0;
  if (filter.Add(piece(*pattern), rule_options(), &id) != RE2::NoError) {
    return failure("no valid pattern: " + RE2(*pattern, rule_options()).error());
  }
  return {};
}

}  // namespace

Result<RuleSet> RuleSet::compile(const RuleBook& book) {
  auto compiled = std::make_unique<Compiled>();
  compiled->filter = std::make_unique<re2::FilteredRE2>(3);
  const Language none;
  for (const Rule& rule : book.rules) {
    const auto found = book.languages.find(rule.language);
    const Language& language = found == book.languages.end() ? none : found->second;
    if (auto added = add_to_filter(rule, language, *compiled->filter); !added) {
      return std::unexpected(std::move(added.error()).in(rule.id));
    }
    auto marked = compile_marked(rule, language);
    if (!marked) return std::unexpected(std::move(marked.error()).in(rule.id));
    auto unless = compile_unless(rule, language);
    if (!unless) return std::unexpected(std::move(unless.error()).in(rule.id + ": unless"));
    compiled->marked.push_back(std::move(*marked));
    compiled->unless.push_back(std::move(*unless));
  }
  std::vector<std::string> atoms;
  if (!book.rules.empty()) compiled->filter->Compile(&atoms);
  compiled->atoms = AtomIndex(std::move(atoms));
  return RuleSet(std::move(compiled));
}

const std::vector<int>& RuleSet::candidates(std::string_view sentence, SieveMemory& memory) const {
  memory.rules.clear();
  if (compiled_->unless.empty()) return memory.rules;
  lower_into(sentence, memory.lowered);
  compiled_->atoms.find(memory.lowered, memory.atoms);
  compiled_->filter->AllPotentials(memory.atoms, &memory.rules);
  return memory.rules;
}

std::optional<RuleMatch> RuleSet::match(int rule, NameForm form, std::string_view sentence,
                                        std::size_t from) const {
  const auto index = static_cast<std::size_t>(rule);
  const bool marked = form == NameForm::marked && compiled_->marked[index];
  const RE2& pattern = marked ? *compiled_->marked[index] : compiled_->filter->GetRE2(rule);
  const int groups = std::min(pattern.NumberOfCapturingGroups(), most_groups);
  std::array<re2::StringPiece, most_groups + 1> found;
  if (!pattern.Match(piece(sentence), from, sentence.size(), RE2::UNANCHORED, found.data(),
                     groups + 1)) {
    return std::nullopt;
  }
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

bool RuleSet::excepted(int rule, std::string_view sentence) const {
  return compiled_->unless[static_cast<std::size_t>(rule)].matches(sentence);
}

std::vector<int> RuleSet::always_run() const {
  std::vector<int> rules;
  if (!compiled_->unless.empty()) compiled_->filter->AllPotentials({}, &rules);
  return rules;
}

}  // namespace tipoff
