// Subscription: one feed's agreement with one hub (WebSub), and what is to be done about it next.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "fetch/feed.h"
#include "fetch/poll.h"
#include "fetch/push_links.h"

namespace tipoff {

/// [push] in the configuration.
struct PushSettings {
  std::string callback;  // where hubs reach `tipoff serve`, without the token; empty: push is off
  std::chrono::seconds lease{std::chrono::hours{24 * 10}};  // asked for; the hub decides
  std::size_t body_cap = 4U << 20;                          // bytes

  [[nodiscard]] bool is_on() const { return !callback.empty(); }
  bool operator==(const PushSettings&) const = default;
};

struct Subscription {
  std::int64_t id = 0;  // of its row
  std::string feed;     // its URL as written
  std::string hub;
  std::string topic;
  std::string callback;          // whole, with the token
  std::string token;             // the callback's last part: who knows it is the hub
  std::string secret;            // signs what the hub sends
  bool wanted = true;            // false: it is to be ended
  std::optional<Time> asked_at;  // the last request; a verification must follow it
  bool awaiting = false;         // it has not followed yet
  std::optional<Time> lease_until;
  Time next_step{};
  int failures = 0;     // requests in a row that led to nothing
  std::string failure;  // one sentence on the last of them

  bool operator==(const Subscription&) const = default;
};

/// Where a feed's subscription should be: its first hub that may be asked. Hubs are asked over
/// https; over http only at a loopback or private address, where the feed's own rules allow those.
/// Nothing where the feed names no hub, or no address of its own, and for news searches: there may
/// be one for each account.
struct PushTarget {
  std::string hub;
  std::string topic;

  bool operator==(const PushTarget&) const = default;
};
[[nodiscard]] std::optional<PushTarget> push_target(const PushLinks& links, const Feed& feed);

/// A subscription that is due to be asked for at once. `token` and `secret` are random.
[[nodiscard]] Subscription new_subscription(const PushTarget& target, const Feed& feed,
                                            const PushSettings& settings, std::string token,
                                            std::string secret);

/// forget: it is over, and its row can go.
enum class PushStep { none, subscribe, unsubscribe, forget };

[[nodiscard]] PushStep next_step(const Subscription& subscription, Time now);

/// It is no longer wanted: to be ended at once.
[[nodiscard]] Subscription ended(Subscription subscription, Time now);

/// The hub is about to be asked. To be stored before it is: its verification may come first. Where
/// the one before was never verified, that counts as a failure, and the wait grows.
[[nodiscard]] Subscription asked(Subscription subscription, Time now);

/// The hub has answered. It accepts with 2xx (202); what else it says is a failure, unless the
/// verification has come in the meantime.
[[nodiscard]] Subscription answered(Subscription subscription, const Response& response, Time now);

/// What the hub is asked. `feed`: whose rules of addresses and proxy hold.
[[nodiscard]] Request hub_request(const Subscription& subscription, const Feed& feed,
                                  const FetchSettings& fetch, std::chrono::seconds lease);

/// Whether the hub has agreed to send: then polling is but a second line.
[[nodiscard]] bool is_live(const Subscription& subscription, Time now);

inline constexpr std::chrono::minutes verification_patience{10};
inline constexpr std::chrono::hours longest_push_backoff{24};
inline constexpr int unsubscribe_tries = 3;

}  // namespace tipoff
