// Moments as text: UTC for data, local time with its zone for screens.
#include <date/date.h>
#include <date/tz.h>

#include <exception>

#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

using std::chrono::days;
using std::chrono::seconds;

struct Clockface {
  date::year_month_day day;
  date::hh_mm_ss<seconds> time;
};

template <class Point>
Clockface clockface(Point point) {
  const auto day = date::floor<days>(point);
  return {date::year_month_day{day}, date::hh_mm_ss<seconds>{point - day}};
}

std::string zoned_text(Time time, const date::time_zone& zone) {
  const auto local = zone.get_info(time);
  const auto [day, clock] = clockface(time + local.offset);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} {}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     clock.hours().count(), clock.minutes().count(), local.abbrev);
}

std::string utc_text(Time time) {
  const auto [day, clock] = clockface(time);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} UTC", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     clock.hours().count(), clock.minutes().count());
}

}  // namespace

std::string format_utc(Time time) {
  const auto [day, clock] = clockface(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string format_local(Time time) {
  try {
    return zoned_text(time, *date::current_zone());
  } catch (const std::exception&) {  // no zone files, or none chosen
    return utc_text(time);
  }
}

std::string format_local(Time time, const std::string& zone) {
  try {
    return zoned_text(time, *date::locate_zone(zone));
  } catch (const std::exception&) {
    return utc_text(time);
  }
}

}  // namespace tipoff
