// Time zones by their IANA names: from local time to UTC and back.
#pragma once

#include <chrono>
#include <string>

#include "clock.h"

namespace tipoff {

/// "Europe/Berlin", as the system's time zone database has it.
[[nodiscard]] bool is_time_zone(const std::string& name);

/// The zone that this machine is set to; UTC where none is known.
[[nodiscard]] std::string local_zone();

/// The zone must be one. A local time that the clock skips in spring is the moment of the jump; one
/// that it shows twice in autumn is the earlier.
[[nodiscard]] Time utc_of(std::chrono::local_seconds local, const std::string& zone);
[[nodiscard]] std::chrono::local_seconds local_of(Time time, const std::string& zone);

}  // namespace tipoff
