// One subscription a feed, at the hub that its newest document names.
#include "pipeline/hub_choice.h"

#include <algorithm>

#include "net/hub_signature.h"

namespace tipoff {
namespace {

constexpr std::size_t token_bytes = 16;   // 128 bits
constexpr std::size_t secret_bytes = 32;  // 64 characters; a hub may refuse 200

bool ends_at(const Subscription& subscription, const PushSettings& settings) {
  return settings.is_on() && subscription.callback == settings.callback + "/" + subscription.token;
}

}  // namespace

void follow_hubs(SubscriptionTable& subscriptions, const Feed& feed, const PushLinks& links,
                 const PushSettings& settings, Time now) {
  const auto target = push_target(links, feed);
  bool is_there = false;
  for (const Subscription& subscription : subscriptions.of_feed(feed.url)) {
    if (!subscription.wanted) continue;
    const bool fits = target && subscription.hub == target->hub &&
                      subscription.topic == target->topic && ends_at(subscription, settings);
    if (!fits) subscriptions.save(ended(subscription, now));
    is_there = is_there || fits;
  }
  if (target && !is_there)
    subscriptions.add(new_subscription(*target, feed, settings, random_hex(token_bytes),
                                       random_hex(secret_bytes)));
}

const PushLinks& stronger(const PushLinks& headers, const PushLinks& document) {
  return headers.are_whole() ? headers : document;
}

void end_unwanted(SubscriptionTable& subscriptions,
                  const std::unordered_set<std::string>& feed_urls, const PushSettings& settings,
                  Time now) {
  for (const Subscription& subscription : subscriptions.all()) {
    const bool stays = feed_urls.contains(subscription.feed) && ends_at(subscription, settings);
    if (subscription.wanted && !stays) subscriptions.save(ended(subscription, now));
  }
}

bool is_pushed(const SubscriptionTable& subscriptions, const std::string& feed_url, Time now) {
  return std::ranges::any_of(
      subscriptions.of_feed(feed_url),
      [&](const Subscription& subscription) { return is_live(subscription, now); });
}

}  // namespace tipoff
