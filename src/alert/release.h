// Release: when what a policy holds back is told, by digest, group and quiet hours.
#pragma once

#include <optional>
#include <string>

#include "alert/channel.h"
#include "alert/decision.h"

namespace tipoff {

struct Release {
  Time at{};              // not before `now`
  bool together = false;  // with what else is released for the recipient
  std::string why;        // empty where nothing holds it
};

/// A digest takes all in; else a group gathers (as Alertmanager's group_wait and group_interval
/// have it). What would be released within the quiet hours waits for their end. An event that
/// breaks through the quiet hours waits for nothing. A webhook waits for the quiet hours at the
/// most, and is told one by one.
[[nodiscard]] Release release(const Channel& channel, const std::string& event,
                              const RecipientHistory& history, Time now);

/// The zone that the policy is written in: of the quiet hours, else of the digest; empty: the
/// machine's.
[[nodiscard]] std::string zone_of(const AlertPolicy& policy);

/// "2026-03-02 07:00 CET" in that zone.
[[nodiscard]] std::string local_moment(const AlertPolicy& policy, Time time);

/// Whether the quiet hours of the policy end at that moment.
[[nodiscard]] bool ends_quiet_hours(const AlertPolicy& policy, Time time);

}  // namespace tipoff
