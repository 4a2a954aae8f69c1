// Collects candidates, keeps the longest, and settles them by what else the article says.
#include "match/article_names.h"

#include <algorithm>

#include "match/chinese_name.h"
#include "match/common_words.h"
#include "match/contradiction.h"
#include "match/introduction.h"
#include "match/legal_form.h"
#include "match/neighbours.h"

namespace tipoff {
namespace {

constexpr std::size_t most_tried = 64;  // of the accounts that share a sequence

bool holds(const std::unordered_set<std::uint64_t>& set, const std::vector<std::uint64_t>& hashes) {
  return std::any_of(hashes.begin(), hashes.end(),
                     [&](std::uint64_t hash) { return set.contains(hash); });
}

bool is_in(std::span<const AccountIndex> sorted, AccountIndex account) {
  return std::binary_search(sorted.begin(), sorted.end(), account);
}

std::uint64_t hash_of(std::span<const Token> tokens) {
  std::uint64_t hash = tokens[0].stem;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t word = i + 1 == tokens.size() ? tokens[i].stem : tokens[i].hash;
    hash = i == 0 ? word : followed_by(hash, word);
  }
  return hash;
}

std::size_t ideographs(const FieldReading& reading, TokenSpan span) {
  std::size_t count = 0;
  for (std::size_t i = span.begin; i < span.end; ++i)
    count += reading.tokens()[i].ideograph ? 1 : 0;
  return count;
}

/// Whether the words before a bare symbol are of its account's name, or the symbol itself.
bool is_preceded_by_name(const FieldReading& reading, TokenSpan symbol, const NameEntry& entry) {
  constexpr std::size_t longest = 6;
  const auto& tokens = reading.tokens();
  for (std::size_t i = symbol.begin; i > 0 && symbol.begin - i < longest; --i) {
    if (reading.gap_before(i).find_first_of(i < symbol.begin ? ",;:>)" : ",;:") !=
        std::string_view::npos)
      return false;
    const Token& word = tokens[i - 1];
    if (head_of(word) == entry.head || (entry.upper && word.hash == tokens[symbol.begin].hash))
      return true;
  }
  return false;
}

}  // namespace

ArticleNames::ArticleNames(const AccountNames& names, const NewsText& text,
                           std::optional<AccountIndex> searched_for)
    : names_(names),
      searched_for_(searched_for),
      title_(Field::title, text.title, &memory_),
      body_(Field::body, text.body, &memory_) {}

std::vector<Mention> ArticleNames::mentions() {
  collect(title_);
  collect(body_);
  if (candidates_.empty()) return {};
  for (Candidate& candidate : candidates_) {
    candidate.bearers = bearers(candidate);
    for (const NameEntry& entry : candidate.bearers.all()) weigh(candidate, entry);
  }
  doubt_surnames();
  keep_longest();
  refute();
  settle();
  find_introduced();
  std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(a.field, a.begin, a.end, a.account) <
           std::tuple(b.field, b.begin, b.end, b.account);
  });
  return std::move(mentions_);
}

void ArticleNames::collect(const FieldReading& reading) {
  const bool names_only = !names_.has_watch_words();
  if (!names_.index().may_stand_in(reading.text(), names_only)) return;
  const NameHits hits = names_.index().find(reading.tokens(), names_only, &memory_);
  candidates_.reserve(candidates_.size() + hits.size());
  for (const NameHit& hit : hits) names_.fetch(hit.value);
  for (const NameHit& hit : hits) collect_hit(reading, hit);
}

void ArticleNames::collect_hit(const FieldReading& reading, const NameHit& hit) {
  const auto entries = names_.entries(hit.value);
  Candidate candidate;
  candidate.reading = &reading;
  candidate.span = {hit.token, hit.token + hit.count};
  candidate.value = hit.value;
  candidate.characters = ideographs(reading, candidate.span);
  if (entries.back().account == NameEntry::no_account)  // sorted last
    watched_.insert(hash_of(std::span(reading.tokens()).subspan(hit.token, hit.count)));
  const auto tried = entries.first(std::min(entries.size(), most_tried));
  const auto possible = [&](const NameEntry& entry) { return may_be(candidate, entry); };
  if (std::none_of(tried.begin(), tried.end(), possible)) return;
  candidate.legal = legal_form_after(reading, candidate.span.end);
  candidate.crowded = (crowded_before(reading, candidate.span) ||
                       (candidate.legal == 0 && crowded_after(reading, candidate.span))) &&
                      reading.style() == CaseStyle::sentence;
  const auto plausible = [&](const NameEntry& entry) { return is_plausible(candidate, entry); };
  if (std::none_of(tried.begin(), tried.end(), plausible)) return;
  if (candidate.legal == 0 && goes_on_to_longer_name(reading, candidate.span)) return;
  candidates_.push_back(candidate);
}

/// What can be told without a look at the neighbours: most words that are also a symbol or a risky
/// name go no further.
bool ArticleNames::may_be(const Candidate& candidate, const NameEntry& entry) const {
  if (entry.account == NameEntry::no_account) return false;
  if (entry.ticker) return stands_as_ticker(*candidate.reading, candidate.span);
  return candidate.characters == 0 ? candidate.reading->is_capitalised(candidate.span.begin)
                                   : candidate.span.end - candidate.span.begin > 1;
}

bool ArticleNames::is_plausible(const Candidate& candidate, const NameEntry& entry) const {
  if (!may_be(candidate, entry)) return false;
  if (entry.ticker) return true;
  if (candidate.characters == 0) return is_plausible_latin(candidate, entry);
  return !entry.risky || entry.account == searched_for_ ||
         names_.watch_words(entry.account) != nullptr || candidate.legal > 0 ||
         chinese_cue(*candidate.reading, candidate.span) != Cue::none;
}

bool ArticleNames::is_plausible_latin(const Candidate& candidate, const NameEntry& entry) const {
  const FieldReading& reading = *candidate.reading;
  const TokenSpan span = candidate.span;
  const bool hyphened = reading.gap_before(span.end - 1) == "-";
  if (!reading.is_capitalised(span.begin) || (!hyphened && !reading.is_capitalised(span.end - 1)))
    return false;
  if (span.end - span.begin > 1)
    return !(candidate.crowded && crowded_before(reading, span) &&
             is_common_at(reading, span.begin) && !follows_plain_opening(reading, span));
  if (is_within_angles(reading, span) || is_hyphened_on(reading, span)) return false;
  const std::string_view word = reading.raw(span.begin);
  const bool inner =
      std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (entry.upper && !inner && word.size() <= 3) return false;
  if (!entry.risky || (entry.camel && has_inner_capital(word))) return true;
  if (candidate.crowded) return false;
  const bool guarded = reading.style() != CaseStyle::sentence && candidate.legal > 0 &&
                       crowded_before(reading, span);
  const bool other_form = candidate.legal > 0 && entry.legal != 0 &&
                          entry.legal != legal_family(reading.tokens()[span.end].hash);
  return !guarded && !other_form;
}

void ArticleNames::weigh(Candidate& candidate, const NameEntry& entry) const {
  const bool single = candidate.span.end - candidate.span.begin == 1;
  const bool vague =
      single && (candidate.crowded || (entry.risky && entry.kind == FormKind::derived));
  if (entry.ticker)
    candidate.certain = candidate.certain ||
                        names_its_exchange(*candidate.reading, candidate.span) ||
                        is_preceded_by_name(*candidate.reading, candidate.span, entry);
  else if (candidate.legal > 0 && !vague)
    candidate.certain = true;
  else if (says_enough(candidate, entry))
    (entry.risky ? candidate.by_cue : candidate.certain) = true;
}

/// Whether a Latin name, at this place, may well be something else.
bool ArticleNames::is_doubtful(const Candidate& candidate, const NameEntry& entry) const {
  const FieldReading& reading = *candidate.reading;
  if (candidate.span.end - candidate.span.begin > 1) return entry.risky;
  const std::string_view word = reading.raw(candidate.span.begin);
  if (reading.is_in_capitals(candidate.span.begin)) {
    const bool plain = reading.style() == CaseStyle::capitals;
    const bool lone = (entry.kind == FormKind::given && entry.legal == 0) ||
                      has_determiner(reading, candidate.span.begin) ||
                      explains_abbreviation(reading, candidate.span.begin);
    if (entry.upper)
      return word.size() < 3 || ((word.size() == 3 || entry.risky) && (plain || lone));
    if (!plain && word.size() <= 5) return true;
  }
  if ((entry.camel || entry.upper) && has_inner_capital(word)) return false;
  return entry.risky || (candidate.crowded && !follows_plain_opening(reading, candidate.span));
}

bool ArticleNames::says_enough(const Candidate& candidate, const NameEntry& entry) const {
  const FieldReading& reading = *candidate.reading;
  const TokenSpan span = candidate.span;
  if (candidate.characters > 0) {
    if (!entry.risky)
      return candidate.characters > 2 || span.end - span.begin > 2 ||
             chinese_cue(reading, span) != Cue::none;
    return !needs_context(entry.account) && chinese_cue(reading, span) == Cue::strong;
  }
  if (!is_doubtful(candidate, entry)) return true;
  if (needs_context(entry.account)) return false;
  if (entry.account == searched_for_ && body_.text().empty() &&
      reading.style() != CaseStyle::capitals)
    return true;
  if (candidate.crowded && !follows_plain_opening(reading, span)) return false;
  if (entry.risky && entry.kind == FormKind::derived) return false;
  const Cue cue = latin_cue(reading, span);
  if (cue == Cue::strong) return true;
  const bool place = people_and_places_set().contains(reading.tokens()[span.begin].stem);
  const bool backed = entry.vouched || entry.legal != 0;  // the list knows more than a bare word
  return cue == Cue::weak && !place && reading.style() == CaseStyle::sentence &&
         (backed || !reading.starts_sentence(span.begin));
}

/// "Marcel Masse said .. Masse added": what was a person's name once is one throughout.
void ArticleNames::doubt_surnames() {
  std::unordered_set<std::uint32_t> surnames;
  for (const Candidate& candidate : candidates_)
    if (!candidate.certain && !candidate.by_cue && candidate.span.end - candidate.span.begin == 1 &&
        ((candidate.crowded && crowded_before(*candidate.reading, candidate.span)) ||
         explains_abbreviation(*candidate.reading, candidate.span.begin)))
      surnames.insert(candidate.value);
  if (surnames.empty()) return;
  for (Candidate& candidate : candidates_)
    if (candidate.legal == 0 && surnames.contains(candidate.value) &&
        latin_cue(*candidate.reading, candidate.span) != Cue::strong)
      candidate.certain = candidate.by_cue = false;
}

void ArticleNames::keep_longest() {
  if (candidates_.size() < 2) return;
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.span.end - a.span.begin > b.span.end - b.span.begin;
                   });
  std::vector<bool> taken[2] = {std::vector<bool>(title_.tokens().size()),
                                std::vector<bool>(body_.tokens().size())};
  std::pmr::vector<Candidate> kept(&memory_);
  kept.reserve(candidates_.size());
  for (const Candidate& candidate : candidates_) {
    std::vector<bool>& field = taken[candidate.reading->field() == Field::title ? 0 : 1];
    bool free = true;
    for (std::size_t i = candidate.span.begin; i < candidate.span.end; ++i)
      free = free && !field[i];
    if (!free) continue;
    for (std::size_t i = candidate.span.begin; i < candidate.span.end; ++i) field[i] = true;
    kept.push_back(candidate);
  }
  candidates_ = std::move(kept);
}

ArticleNames::Bearers ArticleNames::bearers(const Candidate& candidate) const {
  Bearers found;
  const auto entries = names_.entries(candidate.value);
  FormKind surest = FormKind::derived;
  for (const NameEntry& entry : entries.first(std::min(entries.size(), most_tried))) {
    if (found.count > most_bearers) break;
    if (is_excluded(entry.account) || !is_plausible(candidate, entry)) continue;
    found.entries[found.count++] = entry;
    surest = std::min(surest, entry.kind);
  }
  const auto end = std::remove_if(found.entries.begin(),
                                  found.entries.begin() + static_cast<std::ptrdiff_t>(found.count),
                                  [&](const NameEntry& entry) { return entry.kind > surest; });
  found.count = static_cast<std::size_t>(end - found.entries.begin());
  return found;
}

bool ArticleNames::has_context(AccountIndex account) const {
  const WatchWords* words = names_.watch_words(account);
  return words != nullptr && (holds(watched_, words->context) || holds(watched_, words->websites));
}

bool ArticleNames::needs_context(AccountIndex account) const {
  const WatchWords* words = names_.watch_words(account);
  return words != nullptr && !words->context.empty();
}

bool ArticleNames::is_excluded(AccountIndex account) const {
  const WatchWords* words = names_.has_watch_words() ? names_.watch_words(account) : nullptr;
  return words != nullptr && holds(watched_, words->exclude);
}

/// A name that one place refutes and none proves is a namesake's throughout; a part of a longer
/// name is one in any case. Such mentions are for review.
void ArticleNames::refute() {
  std::vector<AccountIndex> refuted, proved;
  for (Candidate& candidate : candidates_) {
    if (candidate.bearers.count != 1) continue;
    const NamedPlace place{*candidate.reading, candidate.span, candidate.legal,
                           candidate.bearers.entries[0]};
    candidate.refuted = is_part_of_longer_name(place, body_);
    if (candidate.refuted || is_refuted(place, names_)) refuted.push_back(place.entry.account);
    if (place.entry.ticker ? candidate.certain : has_listed_form(place))
      proved.push_back(place.entry.account);
  }
  std::ranges::sort(refuted);
  std::ranges::sort(proved);
  for (Candidate& candidate : candidates_) {
    if (refuted.empty() || candidate.bearers.count != 1) continue;
    const AccountIndex account = candidate.bearers.entries[0].account;
    const bool doubted = is_in(refuted, account) && !is_in(proved, account);
    candidate.refuted = candidate.refuted || (doubted && !has_context(account));
    if (candidate.refuted) candidate.certain = candidate.by_cue = false;
  }
}

/// "Altmoor, Target and Larkin": a doubtful name in a row of companies is one of them.
void ArticleNames::trust_rows() {
  if (candidates_.size() < 2) return;
  std::pmr::vector<Candidate*> ordered(&memory_);
  ordered.reserve(candidates_.size());
  for (Candidate& candidate : candidates_) ordered.push_back(&candidate);
  const auto place = [](const Candidate* c) {
    return std::pair(c->reading->field(), c->span.begin);
  };
  std::sort(ordered.begin(), ordered.end(),
            [&](const Candidate* a, const Candidate* b) { return place(a) < place(b); });
  const auto in_row = [](const Candidate& a, const Candidate& b) {
    if (a.reading != b.reading || b.span.begin < a.span.end + a.legal) return false;
    const std::size_t between = b.span.begin - a.span.end - a.legal;
    const std::string_view gap = b.reading->gap_before(b.span.begin);
    if (between == 0) return gap == ", " || gap == "、";
    static const PhraseSet conjunctions{"and, 和, 与, 及"};
    return between == 1 && conjunctions.contains(b.reading->tokens()[b.span.begin - 1].hash);
  };
  for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
    if (!in_row(*ordered[i], *ordered[i + 1])) continue;
    if (ordered[i]->certain && !ordered[i + 1]->crowded) ordered[i + 1]->by_cue = true;
    if (ordered[i + 1]->certain && !ordered[i]->crowded) ordered[i]->by_cue = true;
  }
}

void ArticleNames::settle() {
  trust_rows();
  for (const Candidate& candidate : candidates_) {
    if (candidate.bearers.count != 1 || !(candidate.certain || candidate.by_cue)) continue;
    const AccountIndex account = candidate.bearers.entries[0].account;
    evident_.push_back(account);
    if (candidate.certain) certain_.push_back(account);
  }
  std::sort(evident_.begin(), evident_.end());
  std::sort(certain_.begin(), certain_.end());
  for (const Candidate& candidate : candidates_)
    if (candidate.bearers.count > 0 && candidate.bearers.count <= most_bearers)
      settle_one(candidate);
}

void ArticleNames::settle_one(const Candidate& candidate) {
  const NameEntry& entry = candidate.bearers.entries[0];
  if (candidate.refuted) return add_mention(candidate, entry.account, true);
  const bool counts = candidate.certain || candidate.by_cue;
  const bool credible = counts || is_credible(candidate, entry);
  const bool known = is_in(certain_, entry.account) || has_context(entry.account) ||
                     (credible && is_in(evident_, entry.account));
  if (candidate.bearers.count > 1) {
    if (credible) settle_shared(candidate);
  } else if (credible || known) {
    add_mention(candidate, entry.account, !counts && !known);
  }
}

/// Whether a name without evidence deserves a reader's look: a capital that only a name explains.
bool ArticleNames::is_credible(const Candidate& candidate, const NameEntry& entry) const {
  const FieldReading& reading = *candidate.reading;
  const TokenSpan span = candidate.span;
  if (entry.account == searched_for_ || candidate.characters > 0 || span.end - span.begin > 1)
    return true;
  if (reading.style() != CaseStyle::sentence || reading.starts_sentence(span.begin)) return false;
  if (has_determiner(reading, span.begin)) return false;
  const std::uint64_t word = reading.tokens()[span.begin].stem;
  return !given_names_set().contains(word) && !people_and_places_set().contains(word);
}

void ArticleNames::settle_shared(const Candidate& candidate) {
  std::vector<AccountIndex> evident;
  for (const NameEntry& entry : candidate.bearers.all())
    if (is_in(evident_, entry.account) || has_context(entry.account))
      evident.push_back(entry.account);
  if (evident.size() == 1) return add_mention(candidate, evident[0], false);
  for (const NameEntry& entry : candidate.bearers.all())
    add_mention(candidate, entry.account, true);
}

void ArticleNames::add_mention(const Candidate& candidate, AccountIndex account, bool ambiguous) {
  const auto& tokens = candidate.reading->tokens();
  const std::size_t last = candidate.span.end + candidate.legal - 1;
  mentions_.push_back({account, candidate.reading->field(), tokens[candidate.span.begin].begin,
                       tokens[last].end, ambiguous});
}

void ArticleNames::find_introduced() {
  IntroducedNames introduced;
  for (const Mention& mention : mentions_)
    if (!mention.ambiguous)
      introduced.add_from(mention.field == Field::title ? title_ : body_, mention);
  if (introduced.empty()) return;
  for (const FieldReading* reading : {&title_, &body_}) introduced.mark(*reading, mentions_);
}

}  // namespace tipoff
