// {word lists} are filled in before a list is lent, since each language has its own.
#include "config/lent_lists.h"

#include <algorithm>

#include "detect/pattern.h"

namespace tipoff {
namespace {

void lend(const std::vector<std::string>& from, const Language& language,
          std::vector<std::string>& to) {
  for (const std::string& pattern : from) {
    if (auto expanded = expand(pattern, language, NameForm::company))
      to.push_back(*std::move(expanded));
  }
}

void lend(const Language& from, Language& to) {
  lend(from.rumoured, from, to.rumoured);
  lend(from.completed, from, to.completed);
  lend(from.denied, from, to.denied);
  lend(from.stranger_before, from, to.stranger_before);
  lend(from.stranger_after, from, to.stranger_after);
  lend(from.unrelated_before, from, to.unrelated_before);
  lend(from.unrelated_after, from, to.unrelated_after);
  lend(from.apart, from, to.apart);
  lend(from.aside, from, to.aside);
  lend(from.part, from, to.part);
  for (const Silence& silence : from.silences) {
    Silence lent{silence.name, {}, silence.events, silence.whole};
    lend(silence.patterns, from, lent.patterns);
    to.silences.push_back(std::move(lent));
  }
}

}  // namespace

void lend_lists(RuleBook& book) {
  const bool asked =
      std::ranges::any_of(book.rules, [](const Rule& rule) { return rule.language.empty(); });
  if (!asked) return;
  Language all = book.languages[""];
  for (const auto& [code, language] : book.languages)
    if (!code.empty()) lend(language, all);
  book.languages[""] = std::move(all);
}

}  // namespace tipoff
