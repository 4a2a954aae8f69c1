// Contradictions by legal form, by stock symbol, and by what the body calls the company.
#include "match/contradiction.h"

#include <algorithm>

#include "match/byte_set.h"
#include "match/legal_form.h"
#include "match/name_tail.h"
#include "match/neighbours.h"
#include "match/ticker.h"

namespace tipoff {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_symbol(std::string_view word) {
  return !word.empty() && word.size() <= 6 && std::all_of(word.begin(), word.end(), [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z');
  });
}

bool same_words(std::span<const Token> left, std::span<const Token> right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Token& a, const Token& b) { return a.stem == b.stem; });
}

bool stands_alone(const FieldReading& body, TokenSpan place) {
  return !crowded_before(body, place) && !is_first_within_angles(body, place) &&
         (legal_form_after(body, place.end) > 0 || !crowded_after(body, place));
}

/// Family of the legal form behind the name; 0: none, or one that says nothing.
std::uint8_t written_form(const NamedPlace& place) {
  return place.legal == 0 ? std::uint8_t{0}
                          : legal_family(place.reading.tokens()[place.span.end].hash);
}

bool is_symbol_of(AccountIndex account, const FieldReading& reading, std::size_t symbol,
                  const AccountNames& names) {
  for (const NameHit& hit : names.index().find(std::span(&reading.tokens()[symbol], 1)))
    for (const NameEntry& entry : names.entries(hit.value))
      if (entry.ticker && entry.account == account &&
          !is_of_other_market(reading, {symbol, symbol + 1}, entry))
        return true;
  return false;
}

/// The symbol may stand behind more words of a name: "ALTMOOR GROUP <ALTG>".
bool has_other_symbol(const NamedPlace& place, const AccountNames& names) {
  if (!names.has_ticker(place.entry.account)) return false;
  const std::size_t end = place.span.end + place.legal;
  auto symbol = symbol_behind(place.reading, end);
  if (!symbol) symbol = symbol_behind(place.reading, end_of_name_words(place.reading, end));
  return symbol && !is_symbol_of(place.entry.account, place.reading, *symbol, names);
}

/// "Altmoor Utilities Corp", where the list has Altmoor Corp, and no symbol says that it is the
/// same.
bool has_longer_name(const NamedPlace& place, const AccountNames& names) {
  if (place.legal > 0 ||
      !is_other_firm(place.reading, place.span.end, names.tail(place.entry.account)))
    return false;
  const auto symbol =
      symbol_behind(place.reading, end_of_name_words(place.reading, place.span.end));
  return !symbol || !is_symbol_of(place.entry.account, place.reading, *symbol, names);
}

/// "Altmoor Systems", "Altmoor Inc", where the list has Altmoor Pharmaceuticals Inc.
bool has_other_trade(const NamedPlace& place, std::uint64_t tail) {
  if (place.entry.kind != FormKind::trimmed) return false;
  return place.legal > 0 || goes_on_otherwise(place.reading, place.span.end, tail);
}

}  // namespace

bool is_refuted(const NamedPlace& place, const AccountNames& names) {
  return !place.entry.ticker &&
         (has_other_form(place) || has_other_symbol(place, names) ||
          has_longer_name(place, names) || has_other_trade(place, names.tail(place.entry.account)));
}

bool is_part_of_longer_name(const NamedPlace& place, const FieldReading& body) {
  return !place.entry.ticker && place.legal == 0 && place.reading.field() == Field::title &&
         place.reading.style() != CaseStyle::sentence &&
         stands_in_longer_names(place.reading, place.span, body);
}

bool has_listed_form(const NamedPlace& place) {
  return place.entry.legal != 0 && place.entry.kind != FormKind::trimmed &&
         written_form(place) == place.entry.legal;
}

bool has_other_form(const NamedPlace& place) {
  const std::uint8_t written = written_form(place);
  return written != 0 && place.entry.legal != 0 && written != place.entry.legal;
}

bool has_unlike_form(const NamedPlace& place) {
  if (!place.entry.risky || place.entry.form == 0 || place.legal == 0) return false;
  const std::uint8_t written = legal_form_code(place.reading.tokens()[place.span.end].hash);
  return written != 0 && written != place.entry.form;
}

std::optional<std::size_t> symbol_behind(const FieldReading& reading, std::size_t end) {
  if (end >= reading.tokens().size()) return std::nullopt;
  const std::string_view gap = reading.gap_before(end);
  const bool angle = gap == " <" || gap == "<";
  if (angle && is_symbol(reading.raw(end))) return end;
  if (!gap.ends_with('(') && !gap.ends_with("（")) return std::nullopt;
  const std::string_view word = reading.raw(end);
  if (word.size() == 6 && std::all_of(word.begin(), word.end(), is_digit)) return end;
  const std::size_t exchange = exchange_length(reading, end);
  const std::size_t symbol = end + exchange;
  if (exchange == 0 || symbol >= reading.tokens().size()) return std::nullopt;
  return is_symbol(reading.raw(symbol)) ? std::optional(symbol) : std::nullopt;
}

namespace {

/// "ALT", "ALT Inc": initials of the name, where nothing but the listed legal form is behind them.
bool are_initials_of(const FieldReading& reading, TokenSpan behind, const NameEntry& entry) {
  if (behind.begin == behind.end) return true;
  const std::uint64_t word = reading.tokens()[behind.begin].hash;
  if (!legal_forms().contains(word)) return false;
  const std::uint8_t form = legal_family(word);
  return entry.legal == 0 || form == 0 || form == entry.legal;
}

}  // namespace

bool follows_its_name(const FieldReading& reading, TokenSpan symbol, const NameEntry& entry,
                      std::uint64_t tail) {
  constexpr std::size_t longest = 6;
  static constexpr ByteSet apart{",;:"};
  static constexpr ByteSet outside{",;:>)"};
  const auto& tokens = reading.tokens();
  for (std::size_t i = symbol.begin; i > 0 && symbol.begin - i < longest; --i) {
    if ((i < symbol.begin ? outside : apart).any_in(reading.gap_before(i))) return false;
    const Token& word = tokens[i - 1];
    if (head_of(word) == entry.head) return fits_tail(reading, i, symbol.begin, tail);
    if (entry.upper && word.hash == tokens[symbol.begin].hash)
      return are_initials_of(reading, {i, symbol.begin}, entry);
  }
  return false;
}

bool is_of_other_market(const FieldReading& reading, TokenSpan symbol, const NameEntry& entry) {
  if (entry.market == 0) return false;
  const std::size_t next = symbol.end;
  const bool suffixed = next < reading.tokens().size() && reading.gap_before(next) == ".";
  if (suffixed) {
    const std::uint8_t market = market_of_suffix(reading.raw(next));
    return market != 0 && market != entry.market;
  }
  return entry.market != american_market && is_within_angles(reading, symbol);
}

namespace {

/// "LARKIN AND MOSS CLOSES", where the body has "Larkin and Moss Inc": one company of two names.
bool is_joined_on(const FieldReading& title, TokenSpan name, const FieldReading& body,
                  std::size_t end) {
  static const std::uint64_t conjunction = word_hash("and");
  const auto& told = title.tokens();
  const auto& tokens = body.tokens();
  return name.end + 1 < told.size() && end + 1 < tokens.size() &&
         told[name.end].hash == conjunction && tokens[end].hash == conjunction &&
         told[name.end + 1].stem == tokens[end + 1].stem && body.is_capitalised(end + 1) &&
         legal_form_after(body, end + 2) > 0;
}

}  // namespace

bool stands_in_longer_names(const FieldReading& title, TokenSpan name, const FieldReading& body) {
  if (body.style() != CaseStyle::sentence) return false;
  const std::span<const Token> tokens = body.tokens();
  const std::size_t length = name.end - name.begin;
  const auto words = std::span<const Token>(title.tokens()).subspan(name.begin, length);
  for (std::size_t at = 0; at + length <= tokens.size(); ++at)
    if (same_words(tokens.subspan(at, length), words) && body.is_capitalised(at))
      return !stands_alone(body, {at, at + length}) || is_joined_on(title, name, body, at + length);
  return false;
}

}  // namespace tipoff
