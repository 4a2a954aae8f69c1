// date-tz, in the standard library's types.
#include "text/time_zone.h"

#include <date/tz.h>

#include <exception>

namespace tipoff {

bool is_time_zone(const std::string& name) {
  try {
    return date::locate_zone(name) != nullptr;
  } catch (const std::exception&) {
    return false;
  }
}

std::string local_zone() {
  try {
    return date::current_zone()->name();
  } catch (const std::exception&) {  // no zone files, or none chosen
    return "UTC";
  }
}

Time utc_of(std::chrono::local_seconds local, const std::string& zone) {
  const date::local_seconds there{local.time_since_epoch()};
  return Time{date::locate_zone(zone)->to_sys(there, date::choose::earliest).time_since_epoch()};
}

std::chrono::local_seconds local_of(Time time, const std::string& zone) {
  return std::chrono::local_seconds{date::locate_zone(zone)->to_local(time).time_since_epoch()};
}

}  // namespace tipoff
