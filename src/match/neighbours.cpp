// Looks at the words directly beside a Latin name.
#include "match/neighbours.h"

#include <algorithm>

#include "match/common_words.h"
#include "match/phrase_set.h"

namespace tipoff {
namespace {

/// Capitalised words beside a name that are no part of it.
const PhraseSet& neutral_neighbours() {
  static const PhraseSet set{
      "the, a, an, and, or, of, by, from, for, at, in, on, with, to, ceo, cfo, coo, cto, chief, "
      "chairman, president, start up, startup, shares, stock, when, while, if, as, after, before, "
      "but, says, said, why, how, what, who, is, will, can, "
      "ex, managing, director, vice, md, board, group, executive, buy, sell, hold, short, avoid, "
      "accumulate, analysts, company, q1, q2, q3, q4, fy, h1, h2, ipo, monday, tuesday, wednesday, "
      "thursday, friday, saturday, sunday, january, february, march, april, may, june, july, "
      "august, september, october, november, december"};
  return set;
}

}  // namespace

bool is_common_at(const FieldReading& reading, std::size_t token) {
  return is_common_word(spelled(reading.raw(token)));
}

bool crowded_before(const FieldReading& reading, TokenSpan span) {
  if (span.begin == 0) return false;
  const std::string_view gap = reading.gap_before(span.begin);
  const bool initial = gap == ". " && reading.raw(span.begin - 1).size() <= 3 &&
                       reading.is_capitalised(span.begin - 1);
  if (gap != " " && gap != "-" && gap != " & " && gap != "&" && gap != "/" && !initial)
    return false;
  std::size_t before = span.begin - 1;
  static const PhraseSet conjunctions{"and, of"};
  if (span.end - span.begin == 1 && before > 0 &&
      conjunctions.contains(reading.tokens()[before].hash) && is_common_at(reading, before - 1))
    --before;  // "Gas and Electric"
  if (neutral_neighbours().contains(reading.tokens()[before].hash) ||
      follows_company_word(reading, span.begin))
    return false;
  if (gap == "-" && stands_in_pair(reading, span)) return false;
  return reading.is_capitalised(before) &&
         !(reading.raw(before)[0] >= '0' && reading.raw(before)[0] <= '9');
}

bool crowded_after(const FieldReading& reading, TokenSpan span) {
  const auto& tokens = reading.tokens();
  if (span.end >= tokens.size() || tokens[span.end - 1].stem != tokens[span.end - 1].hash)
    return false;
  const std::string_view gap = reading.gap_before(span.end);
  if (gap != " " && gap != "-" && gap != " & " && gap != "&") return false;
  if (neutral_neighbours().contains(tokens[span.end].hash)) return false;
  if (gap == "-" && stands_in_pair(reading, span)) return false;
  return reading.is_capitalised(span.end) &&
         !(reading.raw(span.end)[0] >= '0' && reading.raw(span.end)[0] <= '9');
}

bool is_within_angles(const FieldReading& reading, TokenSpan span) {
  const std::string_view behind = reading.after(span.end - 1, 4);
  return reading.gap_before(span.begin).ends_with('<') && behind.contains('>');
}

bool is_first_within_angles(const FieldReading& reading, TokenSpan span) {
  if (!reading.gap_before(span.begin).ends_with('<')) return false;
  const std::size_t end = span.end + legal_form_after(reading, span.end);
  return end < reading.tokens().size() && !reading.gap_before(end).contains('>') &&
         reading.gap_before(end) != ".";
}

/// "New Haven" is no company called Haven.
bool is_new_place(const FieldReading& reading, TokenSpan span) {
  static const PhraseSet before{"new"};
  static const PhraseSet places{
      "brunswick, england, haven, bedford, london, britain, orleans, jersey, hampshire, castle, "
      "mexico, delhi, zealand, york, albany, rochelle, caledonia, guinea, forest"};
  return span.begin > 0 && span.end - span.begin == 1 && reading.gap_before(span.begin) == " " &&
         reading.is_capitalised(span.begin - 1) &&
         before.contains(reading.tokens()[span.begin - 1].hash) &&
         places.contains(reading.tokens()[span.begin].hash);
}

bool is_town(const FieldReading& reading, TokenSpan span) {
  if (is_new_place(reading, span)) return true;
  static const PhraseSet before{"of, in, near, at, from, outside"};
  static const PhraseSet states{
      "texas, tex, california, calif, ohio, florida, fla, illinois, ill, pennsylvania, pa, "
      "michigan, "
      "mich, georgia, ga, indiana, ind, massachusetts, mass, tennessee, tenn, missouri, wisconsin, "
      "wis, minnesota, minn, colorado, colo, alabama, ala, louisiana, kentucky, ky, oregon, ore, "
      "oklahoma, okla, connecticut, conn, iowa, kansas, kan, arkansas, ark, nevada, nev, utah, "
      "nebraska, neb, arizona, ariz, virginia, va, maryland, md, ontario, quebec, alberta"};
  return span.begin > 0 && span.end < reading.tokens().size() &&
         reading.gap_before(span.end) == ", " && reading.is_capitalised(span.end) &&
         before.contains(reading.tokens()[span.begin - 1].hash) &&
         states.contains(reading.tokens()[span.end].hash);
}

bool follows_given_name(const FieldReading& reading, TokenSpan span) {
  return span.begin > 0 && reading.style() != CaseStyle::sentence &&
         reading.gap_before(span.begin) == " " && reading.is_capitalised(span.begin - 1) &&
         legal_form_after(reading, span.end) == 0 &&
         given_names_set().contains(reading.tokens()[span.begin - 1].hash);
}

bool is_mere_possessive(const FieldReading& reading, TokenSpan span, const FieldReading& title,
                        const FieldReading& body) {
  constexpr std::size_t most_read = 400;
  const std::uint64_t bare = reading.tokens()[span.end - 1].stem;
  for (const FieldReading* field : {&title, &body}) {
    const std::size_t count = std::min(field->tokens().size(), most_read);
    for (std::size_t i = 0; i < count; ++i) {
      if (field->tokens()[i].hash != bare || !field->is_capitalised(i)) continue;
      if (legal_form_after(*field, i + 1) > 0 || crowded_after(*field, {i, i + 1})) return true;
    }
  }
  return false;
}

bool is_hyphened_on(const FieldReading& reading, TokenSpan span) {
  static const PhraseSet prefixes{"ex, non, pre, post, anti, pro, co, then, sub, mid"};
  if (stands_in_pair(reading, span)) return false;
  const bool goes_on = reading.style() == CaseStyle::capitals &&
                       span.end < reading.tokens().size() && reading.gap_before(span.end) == "-" &&
                       !is_common_at(reading, span.end);
  if (goes_on) return true;
  return span.begin > 0 && reading.gap_before(span.begin) == "-" &&
         reading.is_capitalised(span.begin - 1) &&
         !prefixes.contains(reading.tokens()[span.begin - 1].hash);
}

bool follows_plain_opening(const FieldReading& reading, TokenSpan span) {
  return !crowded_after(reading, span) && span.begin > 0 &&
         reading.starts_sentence(span.begin - 1) && is_common_at(reading, span.begin - 1);
}

bool explains_abbreviation(const FieldReading& reading, std::size_t token) {
  return reading.gap_before(token).ends_with('(') && reading.after(token, 1) == ")";
}

bool has_inner_capital(std::string_view word) {
  bool inner = false;
  bool small = false;
  for (std::size_t i = 1; i < word.size(); ++i) {
    inner = inner || (word[i] >= 'A' && word[i] <= 'Z');
    small =
        small || (word[i] >= 'a' && word[i] <= 'z' && !(i + 1 == word.size() && word[i] == 's'));
  }
  return inner && small && word.size() > 2;
}

}  // namespace tipoff
