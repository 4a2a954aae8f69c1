// Which feeds are to be subscribed to at which hub: what the documents say, held against the
// subscriptions that there are.
#pragma once

#include <unordered_set>

#include "store/subscription_table.h"

namespace tipoff {

/// A document of the feed has arrived that names these hubs: asks for the subscription that is
/// missing, and ends those that it no longer speaks of. Within the caller's transaction.
void follow_hubs(SubscriptionTable& subscriptions, const Feed& feed, const PushLinks& links,
                 const PushSettings& settings, Time now);

/// Headers speak before the document, where they name both hub and self (WebSub, 4).
[[nodiscard]] const PushLinks& stronger(const PushLinks& headers, const PushLinks& document);

/// Ends the subscriptions of feeds that are no longer polled, or that end at another callback than
/// the present one; all of them where push is off.
void end_unwanted(SubscriptionTable& subscriptions,
                  const std::unordered_set<std::string>& feed_urls, const PushSettings& settings,
                  Time now);

/// A hub sends what is new in the feed.
[[nodiscard]] bool is_pushed(const SubscriptionTable& subscriptions, const std::string& feed_url,
                             Time now);

}  // namespace tipoff
