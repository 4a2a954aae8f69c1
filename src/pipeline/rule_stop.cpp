// Rule stop: asks each condition of the detector by itself.
#include "pipeline/rule_stop.h"

#include <algorithm>

#include "detect/marked_sentence.h"
#include "detect/pattern.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string_view cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

Result<AnyOf> compile_list(std::span<const std::string> list, const Language& language) {
  std::vector<std::string> patterns;
  for (const std::string& pattern : list) {
    auto expanded = expand(pattern, language, NameForm::company);
    if (!expanded) return std::unexpected(expanded.error());
    patterns.push_back(std::move(*expanded));
  }
  return AnyOf::compile(patterns);
}

bool allowed(const Rule& rule, Place place) {
  return place == Place::title ? rule.in_title : place == Place::lead ? rule.in_lead : rule.in_body;
}

std::string_view name_of(Place place) {
  return place == Place::title ? "title" : place == Place::lead ? "lead" : "body";
}

const Language& language_of(const RuleBook& book, const Rule& rule) {
  static const Language none;
  const auto found = book.languages.find(rule.language);
  return found == book.languages.end() ? none : found->second;
}

}  // namespace

Result<StopFinder> StopFinder::compile(const RuleBook& book) {
  auto set = RuleSet::compile(book);
  if (!set) return std::unexpected(set.error());
  StopFinder finder(book, std::move(*set));
  for (const Rule& rule : book.rules) {
    auto& unless = finder.unless_.emplace_back();
    for (const std::string& pattern : rule.unless) {
      auto compiled = compile_list(std::span(&pattern, 1), language_of(book, rule));
      if (!compiled) return std::unexpected(std::move(compiled.error()).in(rule.id));
      unless.push_back(std::move(*compiled));
    }
  }
  finder.lists_.try_emplace("");
  for (const auto& [code, language] : book.languages) {
    if (auto done = finder.add_language(language); !done) return std::unexpected(done.error());
  }
  return finder;
}

Result<void> StopFinder::add_language(const Language& language) {
  Lists& lists = lists_[language.code];
  lists.script = language.script;
  auto wording = Wording::compile(language);
  if (!wording) return std::unexpected(wording.error());
  lists.wording = std::move(*wording);
  auto apart = compile_list(language.apart, language);
  if (!apart) return std::unexpected(apart.error());
  lists.apart = std::move(*apart);
  for (const Silence& silence : language.silences) {
    auto compiled = compile_list(silence.patterns, language);
    if (!compiled) return std::unexpected(compiled.error());
    lists.silences.push_back({silence.name, std::move(*compiled), silence.events});
  }
  return {};
}

const StopFinder::Lists& StopFinder::lists_of(const Rule& rule) const {
  const auto found = lists_.find(rule.language);
  return found == lists_.end() ? lists_.begin()->second : found->second;
}

std::optional<WordsFound> StopFinder::find(std::size_t rule, const ReadSentence& sentence) const {
  const int index = static_cast<int>(rule);
  if (names_account(rule_at(rule)) && !sentence.any_company) {
    for (const NamePlace& name : sentence.names) {
      const MarkedSentence marked(sentence.text, sentence.names, name.account);
      const auto match = set_.match(set_.whole(index), NameForm::marked, marked.text(), 0);
      if (match) return WordsFound{marked.real(match->words), true};
    }
  }
  const auto match = set_.match(set_.whole(index), NameForm::company, sentence.text, 0);
  if (!match) return std::nullopt;
  return WordsFound{match->words, !names_account(rule_at(rule)) || sentence.any_company};
}

std::string StopFinder::why_not_name(const Rule& rule, const ReadSentence& sentence, Span words,
                                     const NamePlace& name) const {
  const Wording& wording = lists_of(rule).wording;
  const std::string_view text = cut(sentence.text, name.span);
  if (wording.stranger(sentence.text, name.span))
    return fmt::format("\"{}\" only tells whose this is (strangers)", text);
  const bool before = name.span.end <= words.begin;
  const bool after = name.span.begin >= words.end;
  if (!before && !after)
    return rule.inside.counts ? std::string() : fmt::format("\"{}\" stands within the words", text);
  const Part& part = before ? rule.before : rule.after;
  const std::string_view side = before ? "before" : "behind";
  if (!part.counts)
    return fmt::format("\"{}\" stands {} the words, where the rule takes none", text, side);
  const Span gap = before ? Span{name.span.end, words.begin} : Span{words.end, name.span.begin};
  if (gap.end - gap.begin > rule.within) {
    return fmt::format("\"{}\" stands {} bytes {} the words, and the rule reaches {}", text,
                       gap.end - gap.begin, side, rule.within);
  }
  const std::string_view between = cut(sentence.text, gap);
  if (const auto apart = lists_of(rule).apart.first(between))
    return fmt::format("\"{}\" is parted from the words by \"{}\" (apart)", text,
                       cut(between, *apart));
  return {};
}

void StopFinder::name_reasons(std::size_t rule, const ReadSentence& sentence,
                              const WordsFound& found, std::vector<std::string>& reasons) const {
  const Rule& spoken = rule_at(rule);
  if (sentence.any_company || spoken.weight.title < 0) return;
  if (sentence.names.empty()) {
    reasons.emplace_back("no account is named in this sentence");
    return;
  }
  if (!found.at_account) {
    reasons.emplace_back("no account stands at {account}");
    return;
  }
  std::vector<std::string> found_reasons;
  for (const NamePlace& name : sentence.names) {
    std::string why;
    if (!names_account(spoken)) {
      why = why_not_name(spoken, sentence, found.words, name);
    } else if (lists_of(spoken).wording.stranger(sentence.text, name.span)) {
      why =
          fmt::format("\"{}\" only tells whose this is (strangers)", cut(sentence.text, name.span));
    }
    if (why.empty() && !names_account(spoken)) return;  // this one takes part
    if (!why.empty()) found_reasons.push_back(std::move(why));
  }
  std::ranges::move(found_reasons, std::back_inserter(reasons));
}

std::vector<std::string> StopFinder::reasons(std::size_t rule, const ReadSentence& sentence,
                                             const WordsFound& found) const {
  const Rule& spoken = rule_at(rule);
  const Lists& lists = lists_of(spoken);
  std::vector<std::string> reasons;
  if (!allowed(spoken, sentence.place))
    reasons.push_back(fmt::format("the rule is not tried in the {}", name_of(sentence.place)));
  if (!lists.wording.speaks(sentence.text))
    reasons.push_back(fmt::format("the sentence holds no {}", lists.script));
  for (const AnyOf& unless : unless_[rule]) {
    if (const auto words = unless.first(sentence.text))
      reasons.push_back(fmt::format("unless finds \"{}\"", cut(sentence.text, *words)));
  }
  for (const NamedPattern& silence : lists.silences) {
    const auto words = silence.pattern.first(sentence.text);
    const bool concerned = silence.events.empty() ||
                           std::ranges::find(silence.events, spoken.event) != silence.events.end();
    if (words && concerned && spoken.weight.title > 0) {
      reasons.push_back(
          fmt::format("silence \"{}\" finds \"{}\"", silence.name, cut(sentence.text, *words)));
    }
  }
  name_reasons(rule, sentence, found, reasons);
  return reasons;
}

std::vector<std::string> StopFinder::left_out(std::size_t rule, const ReadSentence& sentence,
                                              const WordsFound& found,
                                              std::span<const AccountIndex> parties) const {
  std::vector<std::string> reasons;
  if (names_account(rule_at(rule)) || rule_at(rule).weight.title < 0) return reasons;
  for (const NamePlace& name : sentence.names) {
    if (std::ranges::find(parties, name.account) != parties.end()) continue;
    std::string why = why_not_name(rule_at(rule), sentence, found.words, name);
    if (why.empty())
      why = fmt::format("another account goes before \"{}\"", cut(sentence.text, name.span));
    reasons.push_back(std::move(why));
  }
  return reasons;
}

std::string certainty_told(const Rule& rule, Certainty certainty,
                           std::optional<std::string_view> words) {
  if (rule.certainty) return fmt::format("{} by the rule", tipoff::name_of(*rule.certainty));
  if (!words) return std::string(tipoff::name_of(certainty));
  return fmt::format("{} by \"{}\"", tipoff::name_of(certainty), *words);
}

std::string StopFinder::certainty(std::size_t rule, std::string_view sentence, Span words) const {
  const CertaintyRead read = lists_of(rule_at(rule)).wording.read_certainty(sentence, words);
  return certainty_told(rule_at(rule), read.certainty,
                        read.words ? std::optional(cut(sentence, *read.words)) : std::nullopt);
}

}  // namespace tipoff
