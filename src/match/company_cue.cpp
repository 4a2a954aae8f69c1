// Word lists for cues, and where they are looked for.
#include "match/company_cue.h"

#include <algorithm>

#include "match/byte_set.h"
#include "match/chinese_name.h"
#include "match/cue_words.h"
#include "match/legal_form.h"

namespace tipoff {
namespace {

const PhraseSet& before_strong() {
  static const PhraseSet set{before_strong_words};
  return set;
}

const PhraseSet& after_nouns() {
  static const PhraseSet set{after_nouns_words};
  return set;
}

const PhraseSet& after_roles() {
  static const PhraseSet set{after_roles_words};
  return set;
}

const PhraseSet& after_acts() {
  static const PhraseSet set{after_acts_words};
  return set;
}

const PhraseSet& after_weak() {
  static const PhraseSet set{after_weak_words};
  return set;
}

const PhraseSet& nearby() {
  static const PhraseSet set{nearby_words};
  return set;
}

const PhraseSet& company_nouns() {
  static const PhraseSet set{company_nouns_words};
  return set;
}

const PhraseSet& extensions() {
  static const PhraseSet set{extensions_words};
  return set;
}

const PhraseSet& exchanges() {
  static const PhraseSet set{exchanges_words};
  return set;
}

constexpr ByteSet blanks{" \t\n"};

bool adjoins(const FieldReading& reading, std::size_t token) {
  return token < reading.tokens().size() && token > 0 && blanks.all_in(reading.gap_before(token));
}

/// Whether a mark of three bytes stands in the text. Most have none, or other ones.
bool has_wide(std::string_view text, std::string_view mark) {
  for (std::size_t at = 0; at + 3 <= text.size(); ++at)
    if (text[at] == mark[0] && text[at + 1] == mark[1] && text[at + 2] == mark[2]) return true;
  return false;
}

bool has_colon(std::string_view gap) {
  static constexpr ByteSet colon{":"};
  return colon.any_in(gap) || has_wide(gap, "：");
}

/// Between a name and its legal form: blank, comma, dot, opening bracket.
bool admits_legal_form(std::string_view gap) {
  static constexpr ByteSet admitted{" ,.(-/"};
  return gap.size() <= 3 && admitted.all_in(gap);
}

/// Two-letter forms are words in running text, so they need capitals, and in a field of capitals
/// they say nothing.
bool is_written_as_form(const FieldReading& reading, std::size_t token) {
  if (!reading.tokens()[token].ideograph && !reading.is_capitalised(token)) {
    static const PhraseSet small{"plc, gmbh, publ"};
    return small.contains(reading.tokens()[token].hash);
  }
  static const PhraseSet agencies{"cia"};  // a company in Portuguese is "Cia"
  if (agencies.contains(reading.tokens()[token].hash) && reading.is_in_capitals(token))
    return false;
  static const PhraseSet words{
      "as, se, so, ad, a/s, is, do, ba, ev, cv, ug, sl, set, co, bt, dd, kg, eg, ao, pt, rt, tas, "
      "cos"};
  static const PhraseSet sure{"co, kg"};
  if (reading.style() != CaseStyle::capitals) return true;
  return !words.contains(reading.tokens()[token].hash) ||
         sure.contains(reading.tokens()[token].hash);
}

bool ticker_follows(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  if (end >= tokens.size()) return false;
  const std::string_view gap = reading.gap_before(end);
  if (gap.empty() || gap == " ") return false;
  static constexpr ByteSet brackets{"(<["};
  if (!brackets.any_in(gap) && !has_wide(gap, "（")) return false;
  if (exchange_length(reading, end) > 0) return true;
  const std::string_view word = reading.raw(end);
  const bool digits =
      word.size() >= 4 && word.size() <= 6 &&
      std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && end + 1 < tokens.size() && reading.gap_before(end + 1) == "." &&
         exchanges().length_at(tokens, end + 1) > 0;
}

bool appositive_follows(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  if (end + 1 >= tokens.size() || !reading.gap_before(end).starts_with(",")) return false;
  static const PhraseSet articles{"a, an, the, which, one, another, whose"};
  if (articles.length_at(tokens, end) == 0) return false;
  for (std::size_t i = end + 1; i < tokens.size() && i < end + 9; ++i) {
    static constexpr ByteSet pauses{",.;"};
    if (pauses.any_in(reading.gap_before(i))) break;
    if (company_nouns().length_at(tokens, i) > 0) return true;
  }
  return false;
}

}  // namespace

bool has_determiner(const FieldReading& reading, std::size_t begin) {
  static const PhraseSet set{
      "the, a, an, this, its, their, his, her, our, your, my, any, no, each, every, some, "
      "new, first, last"};
  return adjoins(reading, begin) && set.length_before(reading.tokens(), begin) > 0;
}

namespace {

/// A stretch of capitals within running text, such as a table's heading.
bool is_among_capitals(const FieldReading& reading, TokenSpan name) {
  const auto shouts = [&](std::size_t i) {
    return reading.raw(i).size() >= 4 && reading.is_in_capitals(i);
  };
  if (!reading.is_in_capitals(name.begin)) return false;
  return (name.begin > 0 && shouts(name.begin - 1)) ||
         (name.end < reading.tokens().size() && shouts(name.end));
}

bool strong_before(const FieldReading& reading, std::size_t begin) {
  return adjoins(reading, begin) && before_strong().length_before(reading.tokens(), begin) > 0;
}

/// "results from Sunday's vote"
bool is_date(const FieldReading& reading, TokenSpan name) {
  static const PhraseSet set{
      "monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, "
      "april, may, june, july, august, september, october, november, december"};
  return name.end == name.begin + 1 && set.contains(reading.tokens()[name.begin].stem);
}

bool has_nearby_cue(const FieldReading& reading, TokenSpan name) {
  constexpr std::size_t reach = 14;
  const auto& tokens = reading.tokens();
  const std::size_t first = name.begin > reach ? name.begin - reach : 0;
  for (std::size_t i = name.begin; i > first; --i) {
    if (i < name.begin && reading.starts_sentence(i)) break;
    if (nearby().length_at(tokens, i - 1) > 0) return true;
  }
  for (std::size_t i = name.end; i < tokens.size() && i < name.end + reach; ++i) {
    if (reading.starts_sentence(i)) break;
    if (nearby().length_at(tokens, i) > 0) return true;
    if (reading.gap_before(i).find('$') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::size_t legal_form_after(const FieldReading& reading, std::size_t end) {
  const auto& tokens = reading.tokens();
  std::size_t at = end;
  while (at < tokens.size() && at < end + 8 && admits_legal_form(reading.gap_before(at))) {
    const std::size_t length = legal_forms().length_at(tokens, at);
    if (length == 0 || !is_written_as_form(reading, at)) break;
    at += length;
  }
  return at - end;
}

std::size_t exchange_length(const FieldReading& reading, std::size_t at) {
  const std::size_t length = exchanges().length_at(reading.tokens(), at);
  if (length == 0 || at + length >= reading.tokens().size()) return 0;
  return has_colon(reading.gap_before(at + length)) ? length : 0;
}

Cue latin_cue(const FieldReading& reading, TokenSpan name) {
  const auto& tokens = reading.tokens();
  if (ticker_follows(reading, name.end) || appositive_follows(reading, name.end))
    return Cue::strong;
  if (stands_in_pair(reading, name)) return Cue::strong;
  if (reading.style() == CaseStyle::capitals || has_determiner(reading, name.begin))
    return Cue::none;
  if (is_among_capitals(reading, name)) return Cue::none;
  if (is_date(reading, name)) return Cue::none;
  if (strong_before(reading, name.begin)) return Cue::strong;
  if (!adjoins(reading, name.end)) return Cue::none;
  const bool within = !reading.starts_sentence(name.begin);
  const bool small = !reading.is_capitalised(name.end);
  const bool possessive = tokens[name.end - 1].stem != tokens[name.end - 1].hash;
  if (after_roles().length_at(tokens, name.end) > 0 && (small || reading.is_in_capitals(name.end)))
    return Cue::strong;
  if (reading.style() == CaseStyle::headline && after_acts().length_at(tokens, name.end) > 0)
    return Cue::strong;
  if (after_nouns().length_at(tokens, name.end) > 0 && small)
    return within || possessive ? Cue::strong : Cue::weak;
  if (after_acts().length_at(tokens, name.end) > 0) return Cue::weak;
  if (after_weak().length_at(tokens, name.end) > 0 && has_nearby_cue(reading, name))
    return Cue::weak;
  return Cue::none;
}

Cue chinese_cue(const FieldReading& reading, TokenSpan name) {
  static const PhraseSet after{chinese_after_words};
  static const PhraseSet before{chinese_before_words};
  static const PhraseSet strong_after{chinese_strong_after_words};
  static const PhraseSet strong_before_set{chinese_strong_before_set_words};
  const auto& tokens = reading.tokens();
  if (ticker_follows(reading, name.end)) return Cue::strong;
  const bool open_after = name.end < tokens.size() && reading.gap_before(name.end).empty();
  const bool open_before = name.begin > 0 && reading.gap_before(name.begin).empty();
  const bool edge_after = !open_after || after.length_at(tokens, name.end) > 0;
  const bool edge_before = !open_before || before.length_before(tokens, name.begin) > 0;
  if (edge_before && open_after && strong_after.length_at(tokens, name.end) > 0) return Cue::strong;
  if (edge_after && open_before && strong_before_set.length_before(tokens, name.begin) > 0)
    return Cue::strong;
  return edge_after && edge_before ? Cue::weak : Cue::none;
}

bool stands_in_pair(const FieldReading& reading, TokenSpan name) {
  static const PhraseSet occasions{
      "deal, merger, jv, joint venture, tie up, pact, alliance, combine, takeover, swap, "
      "partnership, fight, battle, row, case, talks"};
  const auto& tokens = reading.tokens();
  const auto follows = [&](std::size_t at) {
    return at < tokens.size() && occasions.length_at(tokens, at) > 0;
  };
  if (name.end < tokens.size() && reading.gap_before(name.end) == "-" && follows(name.end + 1))
    return true;
  return name.begin > 0 && reading.gap_before(name.begin) == "-" && follows(name.end);
}

bool follows_company_word(const FieldReading& reading, std::size_t begin) {
  return strong_before(reading, begin);
}

namespace {

/// "Larkin, Moss and Co": the first name of a firm that has several.
bool partners_follow(const FieldReading& reading, std::size_t end) {
  static const PhraseSet firm{"and co, and company, and sons"};
  return end + 2 < reading.tokens().size() && reading.gap_before(end) == ", " &&
         reading.is_capitalised(end) && firm.length_at(reading.tokens(), end + 1) > 0;
}

/// "LARKIN AND MOSS CO": in capitals, the first name of a firm that has two.
bool second_name_follows(const FieldReading& reading, std::size_t end) {
  static const std::uint64_t conjunction = word_hash("and");
  return reading.style() == CaseStyle::capitals && end + 2 < reading.tokens().size() &&
         reading.tokens()[end].hash == conjunction && reading.gap_before(end + 1) == " " &&
         legal_form_after(reading, end + 2) > 0;
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A number in brackets says nothing by itself where it is as short as a page's, or a year.
bool may_be_listed(std::string_view number) {
  if (number.size() < 4) return false;
  return number.size() > 4 || !(number.starts_with("19") || number.starts_with("20"));
}

/// "SH600999", in one word.
bool is_mainland_symbol(std::string_view word) {
  return word.size() == 8 && is_number(word.substr(2)) &&
         (word.starts_with("SH") || word.starts_with("SZ") || word.starts_with("BJ"));
}

/// "NYSE: ABCD", "SH:600999".
bool follows_exchange(const FieldReading& reading, std::size_t symbol) {
  if (symbol == 0) return false;
  const std::string_view gap = reading.gap_before(symbol);
  if (!has_colon(gap)) return false;
  const std::size_t length = exchanges().length_before(reading.tokens(), symbol);
  if (length == 0) return false;
  return reading.is_in_capitals(symbol - length) || reading.raw(symbol - length).size() >= 6;
}

/// "0799.HK".
bool exchange_follows(const FieldReading& reading, std::size_t end) {
  return end < reading.tokens().size() && reading.gap_before(end) == "." &&
         exchanges().length_at(reading.tokens(), end) > 0;
}

/// Between brackets of any kind, with at most an exchange beside it.
bool stands_in_bracket(std::string_view text, std::size_t begin, std::size_t end) {
  static constexpr ByteSet closing{")>]"};
  static constexpr ByteSet brackets{"(<[)>]"};
  const std::string_view after = text.substr(end, 12);
  const bool closed = closing.any_in(after) || has_wide(after, "）") || has_wide(after, "】");
  if (!closed) return false;
  const std::string_view before =
      text.substr(begin > 28 ? begin - 28 : 0, std::min<std::size_t>(begin, 28));
  const auto stays_open = [&](std::string_view open, std::string_view close) {
    const std::size_t at = before.rfind(open);
    return at != std::string_view::npos && before.find(close, at) == std::string_view::npos;
  };
  const std::size_t open = brackets.last_in(before);
  const bool opened =
      (open != std::string_view::npos && std::string_view("(<[").contains(before[open])) ||
      stays_open("（", "）") || stays_open("【", "】");
  return opened && (end - begin >= 2 || before.back() == ' ' || before.back() == ':');
}

}  // namespace

bool goes_on_to_longer_name(const FieldReading& reading, TokenSpan name) {
  const auto& tokens = reading.tokens();
  if (name.end >= tokens.size()) return false;
  if (tokens[name.end].ideograph) {
    if (!reading.gap_before(name.end).empty()) return false;
    static const PhraseSet sure{
        "证券, 银行, 保险, 人寿, 财险, 产险, 信托, 基金, 期货, 租赁, 地产, 物业, 资本"};
    const std::size_t count = name.end - name.begin;
    return (count <= 3 ? chinese_extensions_set() : sure).length_at(tokens, name.end) > 0;
  }
  if (partners_follow(reading, name.end) || second_name_follows(reading, name.end)) return true;
  if (!adjoins(reading, name.end) && reading.gap_before(name.end) != "-") return false;
  if (tokens[name.end - 1].stem != tokens[name.end - 1].hash) return false;  // "Altmoor's Energy"
  const std::size_t length = extensions().length_at(tokens, name.end);
  return length > 0 && reading.is_capitalised(name.end + length - 1);
}

bool stands_as_ticker(const FieldReading& reading, TokenSpan symbol) {
  const std::string_view text = reading.text();
  const std::size_t begin = reading.tokens()[symbol.begin].begin;
  const std::size_t end = reading.tokens()[symbol.end - 1].end;
  const std::string_view word = text.substr(begin, end - begin);
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  if (begin > 0 && text[begin - 1] == '$') return true;
  if (begin > 0 && text[begin - 1] == '.') return false;  // of "<ABCD.TO>" the exchange
  if (follows_exchange(reading, symbol.begin)) return true;
  const bool number = is_number(word);
  if (number && exchange_follows(reading, symbol.end)) return true;
  if (is_mainland_symbol(word)) return true;
  return stands_in_bracket(text, begin, end) && (!number || may_be_listed(word));
}

bool names_its_exchange(const FieldReading& reading, TokenSpan symbol) {
  const std::string_view word = reading.raw(symbol.begin);
  const std::string_view gap = reading.gap_before(symbol.begin);
  return gap.contains('$') || has_colon(gap) || is_number(word) || is_mainland_symbol(word);
}

std::size_t ideographs(const FieldReading& reading, TokenSpan name) {
  std::size_t count = 0;
  for (std::size_t i = name.begin; i < name.end; ++i)
    count += reading.tokens()[i].ideograph ? 1 : 0;
  return count;
}

bool is_called_further(const FieldReading& reading, std::size_t end) {
  static const PhraseSet further{
      "集团控股, 集团股份, 集团有限, 控股集团, 股份有限, 控股有限, 控股股份, 科技集团, 实业集团, "
      "投资集团, 国际集团, 国际控股"};
  return end < reading.tokens().size() && reading.gap_before(end).empty() &&
         further.length_at(reading.tokens(), end) > 0;
}

}  // namespace tipoff
