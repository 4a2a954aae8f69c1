// Moves the moment of telling on, from reason to reason.
#include "alert/release.h"

#include <algorithm>

#include "score/event_words.h"
#include "text/date.h"

namespace tipoff {
namespace {

using std::chrono::seconds;

bool is_grouped(const AlertPolicy& policy) {
  return policy.first_wait || policy.batch_every;
}

Time group_release(const AlertPolicy& policy, const RecipientHistory& history, Time now) {
  if (history.group_open && *history.group_open > now) return *history.group_open;
  if (history.group_sent && policy.batch_every) {
    const Time next_batch = *history.group_sent + *policy.batch_every;
    if (next_batch > now) return next_batch;
  }
  return now + policy.first_wait.value_or(seconds{0});
}

Release for_people(const AlertPolicy& policy, const RecipientHistory& history, Time now) {
  Release release{.at = now, .together = false, .why = ""};
  if (policy.digest) {
    release = {.at = next(policy.digest->at, now), .together = true, .why = "kept for the digest"};
  } else if (is_grouped(policy)) {
    release = {
        .at = group_release(policy, history, now), .together = true, .why = "gathered with others"};
  }
  return release;
}

}  // namespace

Release release(const Channel& channel, const std::string& event, const RecipientHistory& history,
                Time now) {
  const AlertPolicy& policy = channel.policy;
  const auto quiet_end = [&](Time time) {
    return policy.quiet ? closes(policy.quiet->window, time) : time;
  };
  if (policy.quiet && std::ranges::count(policy.quiet->breaks_through, event) > 0) {
    const Time end = quiet_end(now);
    return {.at = now,
            .together = false,
            .why = end == now ? ""
                              : event_in_words(event) +
                                    " breaks through the quiet hours, which last "
                                    "until " +
                                    local_moment(policy, end)};
  }
  Release release = is_for_people(channel) ? for_people(policy, history, now)
                                           : Release{.at = now, .together = false, .why = ""};
  const Time end = quiet_end(release.at);
  if (end != release.at) {
    release.why.append(release.why.empty() ? "" : ", then ").append("quiet hours");
    release.at = end;
    release.together = is_for_people(channel);
  }
  if (release.at == now)
    release.why.clear();
  else
    release.why += " until " + local_moment(policy, release.at);
  return release;
}

std::string zone_of(const AlertPolicy& policy) {
  if (policy.quiet) return policy.quiet->window.zone;
  return policy.digest ? policy.digest->at.zone : std::string();
}

std::string local_moment(const AlertPolicy& policy, Time time) {
  const std::string zone = zone_of(policy);
  return zone.empty() ? format_local(time) : format_local(time, zone);
}

bool ends_quiet_hours(const AlertPolicy& policy, Time time) {
  const Time before = time - seconds{1};
  return policy.quiet && closes(policy.quiet->window, before) == time;
}

}  // namespace tipoff
