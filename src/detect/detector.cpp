// Detector: sentence by sentence, rule by rule; what the rules find is weighed at the end.
#include "detect/detector.h"

#include <algorithm>
#include <utility>

#include "detect/attribution.h"
#include "detect/back_reference.h"
#include "detect/former_latter.h"
#include "detect/marked_sentence.h"
#include "detect/plain_sentence.h"
#include "detect/rule_set.h"
#include "detect/wording.h"

namespace tipoff {

struct Detector::Compiled {
  std::vector<Rule> rules;
  std::vector<bool> names_account;
  RuleSet set;
  std::map<std::string, Wording> wordings;
  std::vector<const Wording*> wording_of;  // by rule

  /// Takes out what the title or a sentence says is no news of the account.
  void drop_others(const NewsText& text, std::span<const Mention> mentions,
                   std::vector<Hit>& hits) const;

  /// The text's passages; the place of boilerplate before the news goes to the next sentence.
  [[nodiscard]] std::vector<Passage> passages_of(const NewsText& text) const;
};

namespace {

/// The accounts of which the text says that it is about a namesake.
std::vector<AccountIndex> namesakes(const NewsText& text, std::span<const Mention> mentions,
                                    const Wording& wording) {
  std::vector<AccountIndex> found;
  for (const Mention& mention : mentions) {
    const std::string_view field = field_text(text, mention.field);
    if (wording.unrelated(field, {mention.begin, mention.end})) found.push_back(mention.account);
  }
  return found;
}

}  // namespace

void Detector::Compiled::drop_others(const NewsText& text, std::span<const Mention> mentions,
                                     std::vector<Hit>& hits) const {
  std::map<const Wording*, std::vector<AccountIndex>> others;
  std::erase_if(hits, [&](const Hit& hit) {
    const auto rule = static_cast<std::size_t>(hit.rule);
    const Wording& wording = *wording_of[rule];
    if (hit.points > 0 && wording.silences_text(text.title, rules[rule].event)) return true;
    const auto [at, fresh] = others.try_emplace(&wording);
    if (fresh) at->second = namesakes(text, mentions, wording);
    return hit.account && std::ranges::find(at->second, *hit.account) != at->second.end();
  });
}

Detector::Detector(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;

Result<Detector> Detector::compile(const RuleBook& book) {
  auto set = RuleSet::compile(book);
  if (!set) return std::unexpected(set.error());
  auto compiled = std::make_unique<Compiled>(Compiled{book.rules, {}, std::move(*set), {}, {}});
  for (const auto& [code, language] : book.languages) {
    auto wording = Wording::compile(language);
    if (!wording) return std::unexpected(wording.error());
    compiled->wordings.emplace(code, std::move(*wording));
  }
  for (const Rule& rule : compiled->rules) {
    compiled->names_account.push_back(tipoff::names_account(rule));
    compiled->wording_of.push_back(&compiled->wordings[rule.language]);
  }
  return Detector(std::move(compiled));
}

const std::vector<Rule>& Detector::rules() const {
  return compiled_->rules;
}

namespace {

/// A rule is looked for so many times in one sentence: later matches belong to further accounts.
constexpr int most_matches = 4;

/// News is told in fewer sentences; what comes behind is a table or a list.
constexpr std::size_t most_sentences = 200;

/// A sentence that names more accounts is a list: only the first are looked at one by one.
constexpr std::size_t most_accounts = 8;

/// Places of other events that a sentence's certainties are held against.
constexpr std::size_t most_others = 16;

bool allowed(const Rule& rule, Place place) {
  return place == Place::title ? rule.in_title : place == Place::lead ? rule.in_lead : rule.in_body;
}

/// The mentions of a passage; `mentions` in order of field and position.
void names_within(const Passage& passage, std::span<const Mention> mentions,
                  std::vector<NamePlace>& out) {
  out.clear();
  const auto place = [](const Mention& mention) { return std::pair(mention.field, mention.begin); };
  const std::pair first(passage.field, passage.span.begin);
  for (auto at = std::ranges::lower_bound(mentions, first, {}, place); at != mentions.end(); ++at) {
    if (at->field != passage.field || at->begin >= passage.span.end) return;
    if (at->end > passage.span.end) continue;
    out.push_back({{at->begin - passage.span.begin, at->end - passage.span.begin},
                   at->account,
                   at->ambiguous});
  }
}

/// One text under examination: the sentence at hand and what has been found so far.
struct Examination {
  const std::vector<Rule>& rules;
  const RuleSet& set;
  bool any_company = false;
  std::size_t passage_index = 0;
  Passage passage;
  PlainSentence plain;
  std::string_view sentence;  // the plain text
  std::vector<NamePlace> names;
  std::vector<Hit> hits;
  std::vector<Span> words;           // of the hits in this sentence, there
  std::optional<NamePlace> subject;  // whom the sentence before was about

  void add(int rule, Span found, const Party* party) {
    const Rule& spoken = rules[static_cast<std::size_t>(rule)];
    Hit hit;
    hit.rule = rule;
    if (party != nullptr) {
      hit.account = party->account;
      hit.role = party->role;
      hit.ambiguous = party->ambiguous;
    } else {
      hit.role = spoken.role ? spoken.role : spoken.before.role;
    }
    hit.passage = passage_index;
    hit.words = in_field(found);
    hit.place = passage.place;
    hit.points = points_at(passage.place, spoken.weight);
    hits.push_back(hit);
    words.push_back(found);
  }

  [[nodiscard]] Span in_field(Span found) const {
    const Span raw = plain.raw(found);
    return {passage.span.begin + raw.begin, passage.span.begin + raw.end};
  }

  void forget_from(std::size_t count) {
    words.resize(words.size() - (hits.size() - count));
    hits.resize(count);
  }

  [[nodiscard]] const Rule& rule_of(const Hit& hit) const {
    return rules[static_cast<std::size_t>(hit.rule)];
  }

  [[nodiscard]] bool of_one_family(const Hit& a, const Hit& b) const {
    const Rule& one = rule_of(a);
    const Rule& other = rule_of(b);
    return one.event == other.event || (!one.family.empty() && one.family == other.family);
  }

  /// Where this sentence tells events of other families.
  [[nodiscard]] std::vector<Span> others_than(const Hit& hit, std::span<const Hit> here) const {
    std::vector<Span> others;
    for (std::size_t i = 0; i < here.size() && others.size() < most_others; ++i)
      if (here[i].points > 0 && !of_one_family(hit, here[i])) others.push_back(words[i]);
    return others;
  }

  /// Reads how certain the sentence's events are, now that all of them are known.
  void read_certainties(std::span<const Wording* const> wording_of) {
    const std::span here = std::span(hits).last(words.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      Hit& hit = here[i];
      const Rule& rule = rule_of(hit);
      if (rule.certainty) {
        hit.certainty = *rule.certainty;
        continue;
      }
      const CertaintyRead read = wording_of[static_cast<std::size_t>(hit.rule)]->read_certainty(
          sentence, words[i], others_than(hit, here));
      hit.certainty = read.certainty;
      if (read.words) hit.certainty_words = in_field(*read.words);
    }
  }

  void read(const Passage& next, std::string_view raw, std::span<const Mention> mentions) {
    const std::optional<NamePlace> before = std::exchange(subject, std::nullopt);
    passage = next;
    words.clear();
    names_within(passage, mentions, names);
    if (!any_company && names.empty() && !before) return;
    plain.assign(raw);
    sentence = plain.text();
    for (NamePlace& name : names) name.span = plain.plain(name.span);
    subject = subject_of(sentence, names);
    add_former_and_latter(sentence, names);
    if (before) take_up(*before);
  }

  /// "It" is whom the sentence before was about.
  void take_up(const NamePlace& before) {
    const auto place = back_reference_in(sentence);
    if (!place || (!names.empty() && names[0].span.begin < place->end)) return;
    names.insert(names.begin(), {*place, before.account, before.ambiguous});
    if (names.size() == 1) subject = before;
  }

  void add_parties(int rule, Span found, const std::vector<Party>& all) {
    for (const Party& party : all) add(rule, found, &party);
  }

  /// Against-evidence counts for every account of the sentence.
  [[nodiscard]] std::vector<Party> everybody() const {
    std::vector<Party> all;
    for (const NamePlace& name : names) {
      if (all.size() == most_accounts) break;
      const auto same = [&](const Party& party) { return party.account == name.account; };
      if (std::ranges::none_of(all, same))
        all.push_back({name.account, name.ambiguous, std::nullopt});
    }
    return all;
  }

  void run(const RuleCandidate& candidate, const Wording& wording) {
    const int rule = candidate.rule;
    const Rule& spoken = rules[static_cast<std::size_t>(rule)];
    std::size_t from = 0;
    for (int i = 0; i < most_matches; ++i) {
      const auto match = set.match(candidate, NameForm::company, sentence, from);
      if (!match || match->words.end <= from) return;
      if (any_company) return add(rule, match->words, nullptr);
      if (spoken.weight.title < 0) return add_parties(rule, match->words, everybody());
      add_parties(rule, match->words, parties(spoken, match->words, sentence, names, wording));
      from = match->words.end;
    }
  }

  void run_marked(const RuleCandidate& candidate, const Wording& wording) {
    const Rule& spoken = rules[static_cast<std::size_t>(candidate.rule)];
    for (const Party& party : everybody()) {
      const MarkedSentence marked(sentence, names, party.account);
      const auto match = set.match(candidate, NameForm::marked, marked.text(), 0);
      if (!match) continue;
      const Span name = marked.real(match->account);
      const auto here = std::ranges::find_if(
          names, [&](const NamePlace& place) { return place.span.begin == name.begin; });
      if (here != names.end() && wording.stranger(sentence, name)) continue;
      const bool ambiguous = here != names.end() ? here->ambiguous : party.ambiguous;
      const Party placed{party.account, ambiguous, spoken.role ? spoken.role : spoken.before.role};
      add(candidate.rule, marked.real(match->words), &placed);
    }
  }
};

}  // namespace

std::vector<Hit> Detector::hits(const NewsText& text, std::span<const Passage> passages,
                                std::span<const Mention> mentions, bool any_company) const {
  Examination exam{compiled_->rules, compiled_->set, any_company, 0, {}, {}, {}, {}, {}, {}, {}};
  SieveMemory memory;
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < passages.size() && sentences < most_sentences; ++i) {
    exam.passage_index = i;
    const Span span = passages[i].span;
    exam.read(passages[i],
              field_text(text, passages[i].field).substr(span.begin, span.end - span.begin),
              mentions);
    if (!any_company && exam.names.empty()) continue;
    ++sentences;
    for (const RuleCandidate& candidate : compiled_->set.candidates(exam.sentence, memory)) {
      const auto index = static_cast<std::size_t>(candidate.rule);
      const Wording& wording = *compiled_->wording_of[index];
      if (!allowed(compiled_->rules[index], passages[i].place) || !wording.speaks(exam.sentence))
        continue;
      const std::size_t before = exam.hits.size();
      if (compiled_->names_account[index] && !any_company) {
        exam.run_marked(candidate, wording);
      } else {
        exam.run(candidate, wording);
      }
      if (exam.hits.size() == before) continue;
      const bool silent = compiled_->set.excepted(candidate.rule, exam.sentence) ||
                          (compiled_->rules[index].weight.title > 0 &&
                           wording.silences(exam.sentence, compiled_->rules[index].event));
      if (silent) exam.forget_from(before);
    }
    exam.read_certainties(compiled_->wording_of);
  }
  if (!exam.hits.empty()) compiled_->drop_others(text, mentions, exam.hits);
  return std::move(exam.hits);
}

std::vector<Passage> Detector::Compiled::passages_of(const NewsText& text) const {
  std::vector<Passage> all = passages(text);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (all[i].field == Field::title) continue;
    const Span span = all[i].span;
    const std::string_view sentence =
        field_text(text, Field::body).substr(span.begin, span.end - span.begin);
    const bool empty_words = std::ranges::any_of(
        wordings, [&](const auto& entry) { return entry.second.boilerplate(sentence); });
    if (!empty_words || all[i].place == Place::body) break;
    if (all[i].place == Place::title && i + 2 < all.size()) all[i + 2].place = Place::lead;
    all[i + 1].place = all[i].place;
    all[i].place = Place::body;
  }
  return all;
}

std::vector<Trigger> Detector::detect(const NewsText& text,
                                      std::span<const Mention> mentions) const {
  if (mentions.empty()) return {};
  const std::vector<Passage> all = compiled_->passages_of(text);
  return add_up(hits(text, all, mentions, false), compiled_->rules, all, text);
}

std::vector<Trigger> Detector::detect_any(const NewsText& text) const {
  const std::vector<Passage> all = compiled_->passages_of(text);
  return add_up(hits(text, all, {}, true), compiled_->rules, all, text);
}

}  // namespace tipoff
