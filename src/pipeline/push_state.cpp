// A subscription's course has many moments; a person wants three things of it: does the hub send,
// why not, and when is it asked again.
#include "pipeline/push_state.h"

#include "pipeline/feed_health.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string next_try(const Subscription& subscription, Time now) {
  if (subscription.next_step <= now) return "at once";
  return "in " + rough_span(subscription.next_step - now);
}

std::string trouble(const Subscription& subscription, Time now) {
  return fmt::format(" ({} in a row): {}; next try {}", subscription.failures, subscription.failure,
                     next_try(subscription, now));
}

std::string again(const Subscription& subscription) {
  if (subscription.failures == 0) return {};
  return fmt::format(", after {} request{} that led to nothing", subscription.failures,
                     subscription.failures == 1 ? "" : "s");
}

std::string_view state_of(const Subscription& subscription, Time now) {
  if (!subscription.wanted) return "ending";
  if (is_live(subscription, now)) return "live";
  return is_refused(subscription) ? "refused" : "asked";
}

Json moment(const std::optional<Time>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

}  // namespace

const Subscription* present(const std::vector<Subscription>& of_a_feed) {
  const Subscription* found = nullptr;
  for (const Subscription& subscription : of_a_feed)
    if (found == nullptr || subscription.wanted || !found->wanted) found = &subscription;
  return found;
}

bool is_refused(const Subscription& subscription) {
  return subscription.failures > 0 && !subscription.failure.empty();
}

std::string push_sentence(const Subscription& subscription, Time now) {
  const std::string& hub = subscription.hub;
  if (!subscription.wanted)
    return fmt::format("being ended at {}{}", hub,
                       is_refused(subscription) ? trouble(subscription, now) : "");
  if (is_live(subscription, now)) {
    const auto until = format_local(*subscription.lease_until);
    return fmt::format(
        "subscribed at {} until {}{}", hub, until,
        is_refused(subscription) ? "; not renewed" + trouble(subscription, now) : "");
  }
  if (is_refused(subscription))
    return fmt::format("refused by {}{}", hub, trouble(subscription, now));
  if (subscription.awaiting && subscription.asked_at)
    return fmt::format("{} was asked {} ago{}, and has not verified it yet", hub,
                       rough_span(now - *subscription.asked_at), again(subscription));
  return fmt::format("{} is asked {}", hub, next_try(subscription, now));
}

Json to_json(const Subscription& subscription, Time now) {
  Json object;
  object["state"] = state_of(subscription, now);
  object["hub"] = subscription.hub;
  object["topic"] = subscription.topic;
  object["lease_until"] = moment(subscription.lease_until);
  object["failures_in_a_row"] = subscription.failures;
  object["failure"] = subscription.failure.empty() ? Json(nullptr) : Json(subscription.failure);
  object["next_try"] = format_utc(subscription.next_step);
  object["sentence"] = push_sentence(subscription, now);
  return object;
}

}  // namespace tipoff
