// Reads what the shared parser takes for UTC as local time.
#include "cli/typed_moment.h"

#include <algorithm>

#include "config/duration.h"
#include "text/date.h"
#include "text/time_zone.h"

namespace tipoff {
namespace {

using std::chrono::days;

/// Only digits and what stands between them: no zone can be in it.
bool is_bare(const std::string& text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == ':' || c == ' ' || c == 'T';
  });
}

/// "2026-03-05" with what may follow; the only form that is read as local time.
bool begins_with_date(const std::string& text) {
  constexpr std::size_t date_length = 10;
  return text.size() >= date_length && text[4] == '-' && text[7] == '-' &&
         std::count(text.begin(), text.end(), '-') == 2;
}

}  // namespace

std::optional<Time> typed_moment(const std::string& text, const std::string& zone, Time now) {
  if (text == "today") return day_begins(now, zone);
  if (text == "tomorrow") return day_ends(now, zone);
  if (const auto ago = parse_duration(text))
    return now - std::chrono::ceil<std::chrono::seconds>(*ago);
  const auto read = parse_date(text);
  if (!read || !is_bare(text) || !begins_with_date(text)) return read;
  if (!format_utc(*read).starts_with(text.substr(0, 10))) return std::nullopt;  // 31 November
  return utc_of(std::chrono::local_seconds{read->time_since_epoch()}, zone);
}

Time day_begins(Time moment, const std::string& zone) {
  return utc_of(std::chrono::floor<days>(local_of(moment, zone)), zone);
}

Time day_ends(Time moment, const std::string& zone) {
  return utc_of(std::chrono::floor<days>(local_of(moment, zone)) + days{1}, zone);
}

std::string day_text(Time moment, const std::string& zone) {
  constexpr std::size_t date_length = 10;
  const std::string text = format_local(moment, zone);
  return moment == day_begins(moment, zone) ? text.substr(0, date_length) : text;
}

}  // namespace tipoff
