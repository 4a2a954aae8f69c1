// Reads a time of the week, and looks for it from day to day.
#include "text/week_time.h"

#include "text/time_zone.h"
#include "text/week_words.h"

namespace tipoff {

using std::chrono::days;

Result<WeekTime> parse_week_time(std::string_view text) {
  WeekTime week_time;
  auto words = week_words(text);
  if (words.empty() || words.size() > 3)
    return failure("is written as days, time and zone: \"Mon-Fri 08:00 Europe/Berlin\"");
  if (const auto found = week_days(words.front())) {
    week_time.days = *found;
    words.erase(words.begin());
  }
  const auto at = words.empty() ? std::nullopt : time_of_day(words.front());
  if (!at || *at == days{1})
    return failure("'" + std::string(words.empty() ? text : words.front()) +
                   "': a time is written 08:00, days before it Mon-Fri or Sat,Sun");
  week_time.at = *at;
  words.erase(words.begin());
  if (words.empty()) return week_time;
  const std::string zone(words.front());
  if (words.size() > 1 || !is_time_zone(zone))
    return failure("'" + zone + "' is not a time zone such as Europe/Berlin");
  week_time.zone = zone;
  return week_time;
}

Time next(const WeekTime& week_time, Time after) {
  const auto today = std::chrono::floor<days>(local_of(after, week_time.zone));
  for (int ahead = 0; ahead <= 8; ++ahead) {
    const std::chrono::local_days day = today + days{ahead};
    if (!falls_on(week_time.days, day)) continue;
    const Time moment = utc_of(day + week_time.at, week_time.zone);
    if (moment > after) return moment;
  }
  return after + days{7};
}

}  // namespace tipoff
