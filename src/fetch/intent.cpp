// Nobody but the hub knows the address that is asked; all the same, only what we asked for counts.
#include "fetch/intent.h"

#include <algorithm>
#include <charconv>

namespace tipoff {
namespace {

using std::chrono::seconds;

constexpr std::size_t longest_reason = 200;  // bytes

std::optional<seconds> lease_of(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) return longest_lease;
  if (value <= 0) return std::nullopt;
  return std::min<seconds>(seconds{value}, longest_lease);
}

/// What a hub wrote, fit to be shown: printable ASCII.
std::string shown(const std::string& text) {
  std::string line;
  for (const char c : text.substr(0, longest_reason)) line += c >= ' ' && c <= '~' ? c : '?';
  return line;
}

/// Renewal at three quarters of the lease leaves room for a hub that is down for a while.
Subscription verified(Subscription subscription, seconds lease, Time now) {
  subscription.awaiting = false;
  subscription.failures = 0;
  subscription.failure.clear();
  subscription.lease_until = now + lease;
  subscription.next_step = now + std::max(lease * 3 / 4, shortest_renewal);
  return subscription;
}

Subscription denied(Subscription subscription, const std::string& reason, Time now) {
  subscription.awaiting = false;
  ++subscription.failures;
  subscription.failure = reason.empty() ? "the hub denied the subscription"
                                        : "the hub denied the subscription: " + shown(reason);
  subscription.lease_until.reset();
  subscription.next_step = now + longest_push_backoff;
  return subscription;
}

}  // namespace

Intent intent_of(const std::vector<std::pair<std::string, std::string>>& query) {
  Intent intent;
  for (const auto& [name, value] : query) {
    if (name == "hub.mode") intent.mode = value;
    if (name == "hub.topic") intent.topic = value;
    if (name == "hub.challenge") intent.challenge = value;
    if (name == "hub.lease_seconds") intent.lease_seconds = value;
    if (name == "hub.reason") intent.reason = value;
  }
  return intent;
}

IntentVerdict judge_intent(const Subscription& subscription, const Intent& intent, Time now) {
  if (intent.topic != subscription.topic) return {};
  if (intent.mode == "denied")
    return {.agreed = false,
            .forget = !subscription.wanted,
            .changed = denied(subscription, intent.reason, now)};
  const bool asked = subscription.asked_at && now - *subscription.asked_at <= verification_window;
  if (!asked || intent.challenge.empty() || intent.challenge.size() > longest_challenge) return {};
  if (intent.mode == "unsubscribe" && !subscription.wanted)
    return {.agreed = true, .forget = true, .changed = std::nullopt};
  const auto lease = lease_of(intent.lease_seconds);
  if (intent.mode != "subscribe" || !subscription.wanted || !lease) return {};
  return {.agreed = true, .forget = false, .changed = verified(subscription, *lease, now)};
}

}  // namespace tipoff
