// Collects candidates, keeps the longest, and settles them by what else the article says.
#include "match/article_names.h"

#include <algorithm>

#include "match/byte_set.h"
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

}  // namespace

ArticleNames::ArticleNames(const AccountNames& names, const NewsText& text,
                           std::optional<AccountIndex> searched_for)
    : names_(names),
      searched_for_(searched_for),
      title_(Field::title, text.title, &memory_),
      body_(Field::body, text.body, &memory_) {}

std::vector<Mention> ArticleNames::mentions(bool in_title, bool in_body) {
  if (in_title) collect(title_);
  if (in_body) collect(body_);
  if (candidates_.empty()) return {};
  for (Candidate& candidate : candidates_) {
    candidate.bearers = bearers(candidate);
    for (const NameEntry& entry : candidate.bearers) weigh(candidate, entry);
  }
  doubt_surnames();
  keep_longest();
  refute();
  settle();
  find_introduced();
  const auto in_order = [](const Mention& a, const Mention& b) {
    return std::tuple(a.field, a.begin, a.end, a.account) <
           std::tuple(b.field, b.begin, b.end, b.account);
  };
  if (!std::is_sorted(mentions_.begin(), mentions_.end(), in_order))
    std::sort(mentions_.begin(), mentions_.end(), in_order);
  return std::move(mentions_);
}

void ArticleNames::collect(const FieldReading& reading) {
  const bool names_only = !names_.has_watch_words();
  NameHits hits = names_.index().find(reading.tokens(), names_only, &memory_, reading.text());
  std::erase_if(hits, [&](const NameHit& hit) {
    return hit.symbol && !stands_as_ticker(reading, {hit.token, hit.token + hit.count});
  });
  candidates_.reserve(candidates_.size() + hits.size());
  constexpr std::size_t ahead = 16;  // entries are far away in memory: sent for this early
  for (std::size_t i = 0; i < std::min(ahead, hits.size()); ++i) names_.fetch(hits[i].value);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i + ahead < hits.size()) names_.fetch(hits[i + ahead].value);
    collect_hit(reading, hits[i]);
  }
}

void ArticleNames::collect_hit(const FieldReading& reading, const NameHit& hit) {
  const auto entries = names_.entries(hit.value);
  Candidate candidate;
  candidate.reading = &reading;
  candidate.span = {hit.token, hit.token + hit.count};
  candidate.value = hit.value;
  candidate.characters = ideographs(reading, candidate.span);
  if (entries.back().account == NameEntry::no_account)  // sorted last
    watched_.insert(
        phrase_hash(std::span<const Token>(reading.tokens()).subspan(hit.token, hit.count)));
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
  if (hit.with_s && is_mere_possessive(reading, candidate.span, title_, body_)) return;
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
  if (entry.ticker) return !is_of_other_market(*candidate.reading, candidate.span, entry);
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
  if (is_town(reading, span)) return false;
  if (span.end - span.begin > 1)
    return !(candidate.crowded && crowded_before(reading, span) &&
             is_common_at(reading, span.begin) && !follows_plain_opening(reading, span));
  if (is_within_angles(reading, span) || is_hyphened_on(reading, span) ||
      is_first_within_angles(reading, span) || follows_given_name(reading, span))
    return false;
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
      single && (candidate.crowded || (entry.risky && entry.kind >= FormKind::derived));
  const NamedPlace place{*candidate.reading, candidate.span, candidate.legal, entry};
  if (entry.ticker)
    candidate.certain =
        candidate.certain || names_its_exchange(*candidate.reading, candidate.span) ||
        follows_its_name(*candidate.reading, candidate.span, entry, names_.tail(entry.account));
  else if (candidate.legal > 0 && !vague && !has_unlike_form(place))
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
    return !needs_context(entry.account) && chinese_cue(reading, span) == Cue::strong &&
           !(entry.kind == FormKind::derived && is_called_further(reading, span.end));
  }
  if (!is_doubtful(candidate, entry)) return true;
  if (needs_context(entry.account)) return false;
  if (entry.account == searched_for_ && body_.text().empty() &&
      reading.style() != CaseStyle::capitals)
    return true;
  if (candidate.crowded && !follows_plain_opening(reading, span)) return false;
  if (entry.risky && entry.kind >= FormKind::derived) return false;
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

/// The candidates stay in order of their places.
void ArticleNames::keep_longest() {
  if (candidates_.size() < 2) return;
  std::vector<bool> taken[2] = {std::vector<bool>(title_.tokens().size()),
                                std::vector<bool>(body_.tokens().size())};
  const auto takes = [&](Candidate& candidate) {
    std::vector<bool>& field = taken[candidate.reading->field() == Field::title ? 0 : 1];
    for (std::size_t i = candidate.span.begin; i < candidate.span.end; ++i)
      if (field[i]) return false;
    for (std::size_t i = candidate.span.begin; i < candidate.span.end; ++i) field[i] = true;
    return true;
  };
  for (const std::uint32_t at : longest_first()) candidates_[at].kept = takes(candidates_[at]);
  std::erase_if(candidates_, [](const Candidate& candidate) { return !candidate.kept; });
}

std::pmr::vector<std::uint32_t> ArticleNames::longest_first() {
  const auto length = [](const Candidate& c) { return c.span.end - c.span.begin; };
  std::array<std::uint32_t, NameIndex::longest + 1> next{};  // where those of a length go
  for (const Candidate& candidate : candidates_)
    for (std::size_t i = 0; i < length(candidate); ++i) ++next[i];
  std::pmr::vector<std::uint32_t> order(candidates_.size(), &memory_);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[next[length(candidates_[i])]++] = i;
  return order;
}

/// The accounts that a name may mean; one too many when they are too many.
std::span<const NameEntry> ArticleNames::bearers(const Candidate& candidate) {
  const auto entries = names_.entries(candidate.value);
  if (entries.size() == 1)  // known to be plausible
    return is_excluded(entries[0].account) ? std::span<const NameEntry>{} : entries;
  std::array<NameEntry, most_bearers + 1> found{};
  std::size_t count = 0;
  FormKind surest = FormKind::trimmed;
  for (const NameEntry& entry : entries.first(std::min(entries.size(), most_tried))) {
    if (count > most_bearers) break;
    if (is_excluded(entry.account) || !is_plausible(candidate, entry)) continue;
    found[count++] = entry;
    surest = std::min(surest, entry.kind);
  }
  count = static_cast<std::size_t>(
      std::remove_if(found.data(), found.data() + count,
                     [&](const NameEntry& entry) { return entry.kind > surest; }) -
      found.data());
  auto* place = static_cast<NameEntry*>(
      memory_.allocate(std::max<std::size_t>(count, 1) * sizeof(NameEntry), alignof(NameEntry)));
  std::uninitialized_copy_n(found.data(), count, place);
  return {place, count};
}

bool ArticleNames::is_evident(AccountIndex account) const {
  const auto found = std::lower_bound(named_.begin(), named_.end(), Named{account, false});
  return found != named_.end() && found->account == account;
}

bool ArticleNames::is_certain(AccountIndex account) const {
  return std::binary_search(named_.begin(), named_.end(), Named{account, false});
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

/// What one place refutes and none proves is a namesake's throughout; its mentions are for review.
void ArticleNames::refute() {
  std::vector<AccountIndex> refuted, proved;
  for (Candidate& candidate : candidates_) {
    if (candidate.bearers.size() != 1) continue;
    const NamedPlace place{*candidate.reading, candidate.span, candidate.legal,
                           candidate.bearers[0]};
    candidate.refuted = is_part_of_longer_name(place, body_);
    if (candidate.refuted || is_refuted(place, names_)) refuted.push_back(place.entry.account);
    if (place.entry.ticker ? candidate.certain : has_listed_form(place))
      proved.push_back(place.entry.account);
  }
  std::ranges::sort(refuted);
  std::ranges::sort(proved);
  for (Candidate& candidate : candidates_) {
    if (refuted.empty() || candidate.bearers.size() != 1) continue;
    const AccountIndex account = candidate.bearers[0].account;
    const bool doubted = is_in(refuted, account) && !is_in(proved, account);
    candidate.refuted = candidate.refuted || (doubted && !has_context(account));
    if (candidate.refuted) candidate.certain = candidate.by_cue = false;
  }
}

/// "Altmoor, Target and Larkin": a doubtful name in a row of companies is one of them.
void ArticleNames::trust_rows() {
  if (candidates_.size() < 2) return;
  const auto in_row = [](const Candidate& a, const Candidate& b) {
    if (a.reading != b.reading || b.span.begin < a.span.end + a.legal) return false;
    const std::size_t between = b.span.begin - a.span.end - a.legal;
    const std::string_view gap = b.reading->gap_before(b.span.begin);
    if (between == 0) return gap == ", " || gap == "、";
    static const PhraseSet conjunctions{"and, 和, 与, 及"};
    return between == 1 && conjunctions.contains(b.reading->tokens()[b.span.begin - 1].hash);
  };
  for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
    Candidate& first = candidates_[i];
    Candidate& second = candidates_[i + 1];
    if (!in_row(first, second)) continue;
    if (first.certain && !second.crowded) second.by_cue = true;
    if (second.certain && !first.crowded) first.by_cue = true;
  }
}

void ArticleNames::settle() {
  trust_rows();
  for (const Candidate& candidate : candidates_) {
    if (candidate.bearers.size() != 1 || !candidate.counts()) continue;
    const Named named{candidate.bearers[0].account, !candidate.certain};
    if (named_.empty() || named_.back() != named) named_.push_back(named);
  }
  std::ranges::sort(named_);
  mentions_.reserve(candidates_.size());
  for (const Candidate& candidate : candidates_) {
    if (candidate.bearers.size() == 1 && candidate.counts())
      add_mention(candidate, candidate.bearers[0].account, false);
    else if (!candidate.bearers.empty() && candidate.bearers.size() <= most_bearers)
      settle_doubtful(candidate);
  }
}

/// Of several accounts, or without evidence of its own.
void ArticleNames::settle_doubtful(const Candidate& candidate) {
  const NameEntry& entry = candidate.bearers[0];
  if (candidate.refuted) return add_mention(candidate, entry.account, true);
  const bool credible = candidate.counts() || is_credible(candidate, entry);
  if (candidate.bearers.size() > 1) {
    if (credible) settle_shared(candidate);
    return;
  }
  const bool known = is_certain(entry.account) || has_context(entry.account) ||
                     (credible && is_evident(entry.account));
  if (credible || known) add_mention(candidate, entry.account, !known);
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
  for (const NameEntry& entry : candidate.bearers)
    if (is_evident(entry.account) || has_context(entry.account)) evident.push_back(entry.account);
  if (evident.size() == 1) return add_mention(candidate, evident[0], false);
  for (const NameEntry& entry : candidate.bearers) add_mention(candidate, entry.account, true);
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
