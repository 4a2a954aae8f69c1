// Numbers and dates in headers, read strictly: what is neither says nothing.
#include "fetch/retry_after.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "net/http_date.h"

namespace tipoff {
namespace {

using std::chrono::seconds;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Digits only; what does not fit is a very long time.
std::optional<seconds> whole_seconds(std::string_view text) {
  const bool digits = !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return std::isdigit(c) != 0;
  });
  if (!digits) return std::nullopt;
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr seconds century{std::int64_t{100} * 365 * 86'400};
  return read.ec == std::errc{} ? std::min(seconds{value}, century) : century;
}

bool equal_folded(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case,
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

struct CacheControl {
  std::optional<seconds> max_age;
  bool stale_at_once = false;  // no-cache, no-store
};

CacheControl cache_control(std::string_view value) {
  CacheControl found;
  while (!value.empty()) {
    const auto comma = value.find(',');
    const auto directive = trimmed(value.substr(0, comma));
    const auto equals = directive.find('=');
    const auto name = trimmed(directive.substr(0, equals));
    if (equal_folded(name, "no-cache") || equal_folded(name, "no-store"))
      found.stale_at_once = true;
    if (equal_folded(name, "max-age") && equals != std::string_view::npos) {
      auto age = trimmed(directive.substr(equals + 1));
      if (age.size() >= 2 && age.front() == '"' && age.back() == '"')
        age = age.substr(1, age.size() - 2);
      found.max_age = whole_seconds(age);
    }
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return found;
}

std::optional<seconds> capped(seconds time) {
  if (time <= seconds{0}) return std::nullopt;
  return std::min<seconds>(time, longest_fresh);
}

}  // namespace

std::optional<seconds> retry_after(std::string_view value, Time now) {
  value = trimmed(value);
  std::optional<seconds> wait = whole_seconds(value);
  if (!wait)
    if (const auto date = http_date(value)) wait = *date - now;
  if (!wait) return std::nullopt;
  return std::clamp<seconds>(*wait, seconds{0}, longest_retry_after);
}

std::optional<seconds> fresh_for(const Response& response, Time now) {
  const auto control = cache_control(header(response, "cache-control"));
  if (control.stale_at_once) return std::nullopt;
  if (control.max_age) {
    const auto age = whole_seconds(trimmed(header(response, "age"))).value_or(seconds{0});
    return capped(*control.max_age - age);
  }
  const auto expires = http_date(header(response, "expires"));
  if (!expires) return std::nullopt;
  return capped(*expires - http_date(header(response, "date")).value_or(now));
}

}  // namespace tipoff
