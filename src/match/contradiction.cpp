// Contradictions by legal form, by stock symbol, and by what the body calls the company.
#include "match/contradiction.h"

#include <algorithm>

#include "match/legal_form.h"
#include "match/neighbours.h"

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
  return !crowded_before(body, place) &&
         (legal_form_after(body, place.end) > 0 || !crowded_after(body, place));
}

/// Family of the legal form behind the name; 0: none, or one that says nothing.
std::uint8_t written_form(const NamedPlace& place) {
  return place.legal == 0 ? std::uint8_t{0}
                          : legal_family(place.reading.tokens()[place.span.end].hash);
}

bool is_symbol_of(AccountIndex account, const Token& symbol, const AccountNames& names) {
  for (const NameHit& hit : names.index().find(std::span(&symbol, 1)))
    for (const NameEntry& entry : names.entries(hit.value))
      if (entry.ticker && entry.account == account) return true;
  return false;
}

bool has_other_symbol(const NamedPlace& place, const AccountNames& names) {
  if (!names.has_ticker(place.entry.account)) return false;
  const auto symbol = symbol_behind(place.reading, place.span.end + place.legal);
  return symbol && !is_symbol_of(place.entry.account, place.reading.tokens()[*symbol], names);
}

}  // namespace

bool is_refuted(const NamedPlace& place, const AccountNames& names) {
  return !place.entry.ticker && (has_other_form(place) || has_other_symbol(place, names));
}

bool is_part_of_longer_name(const NamedPlace& place, const FieldReading& body) {
  return !place.entry.ticker && place.legal == 0 && place.reading.field() == Field::title &&
         place.reading.style() != CaseStyle::sentence &&
         stands_in_longer_names(place.reading, place.span, body);
}

bool has_listed_form(const NamedPlace& place) {
  return place.entry.legal != 0 && written_form(place) == place.entry.legal;
}

bool has_other_form(const NamedPlace& place) {
  const std::uint8_t written = written_form(place);
  return written != 0 && place.entry.legal != 0 && written != place.entry.legal;
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

bool stands_in_longer_names(const FieldReading& title, TokenSpan name, const FieldReading& body) {
  if (body.style() != CaseStyle::sentence) return false;
  const std::span<const Token> tokens = body.tokens();
  const std::size_t length = name.end - name.begin;
  const auto words = std::span<const Token>(title.tokens()).subspan(name.begin, length);
  for (std::size_t at = 0; at + length <= tokens.size(); ++at)
    if (same_words(tokens.subspan(at, length), words) && body.is_capitalised(at))
      return !stands_alone(body, {at, at + length});
  return false;
}

}  // namespace tipoff
