// How a feed stands with its hub (WebSub), put into words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fetch/subscription.h"
#include "text/json.h"

namespace tipoff {

/// The one that counts among a feed's subscriptions: the wanted one, else the last that ends.
[[nodiscard]] const Subscription* present(const std::vector<Subscription>& of_a_feed);

/// Whether the hub's last word was a refusal, or no answer at all.
[[nodiscard]] bool is_refused(const Subscription& subscription);

/// "subscribed at https://hub.example/ until 2026-03-12 09:00 CET", "https://hub.example/ was asked
/// 3 min ago, and has not verified it yet", "refused by https://hub.example/ (2 in a row): the hub
/// answered 503; next try in 5 min".
[[nodiscard]] std::string push_sentence(const Subscription& subscription, Time now);

/// One object: state (live, asked, refused, ending), hub, topic, lease_until, failures_in_a_row,
/// failure, next_try, sentence. Never token, secret or callback.
[[nodiscard]] Json to_json(const Subscription& subscription, Time now);

}  // namespace tipoff
