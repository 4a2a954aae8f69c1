// The agreement's course: asked for, verified, renewed, ended. All of it pure.
#include "fetch/subscription.h"

#include <algorithm>

#include "fetch/retry_after.h"
#include "net/address_kind.h"
#include "text/url.h"

namespace tipoff {
namespace {

using std::chrono::seconds;

constexpr seconds first_backoff{300};
constexpr std::size_t answer_cap = 64U << 10;  // bytes: a hub says little
constexpr int most_doublings = 16;

seconds backoff(int failures) {
  return std::min<seconds>(first_backoff * (1 << std::clamp(failures - 1, 0, most_doublings)),
                           longest_push_backoff);
}

bool begins_with_https(std::string_view url) {
  return url.size() > 8 && (url.substr(0, 8) == "https://" || url.substr(0, 8) == "HTTPS://");
}

bool is_private_host(std::string_view url) {
  const std::string host = host_of(url);
  if (host == "localhost") return true;
  const bool is_v6 = host.find(':') != std::string::npos;
  return address_kind(is_v6 ? "[" + host + "]" : host) == AddressKind::private_network;
}

bool may_ask(std::string_view hub, const Feed& feed) {
  if (begins_with_https(hub)) return true;
  return feed.allow_private_networks && is_http(hub) && is_private_host(hub);
}

void add_field(std::string& form, std::string_view name, std::string_view value) {
  if (!form.empty()) form += '&';
  form += percent_encode(name);
  form += '=';
  form += percent_encode(value);
}

std::string form_of(const Subscription& subscription, seconds lease) {
  std::string form;
  add_field(form, "hub.mode", subscription.wanted ? "subscribe" : "unsubscribe");
  add_field(form, "hub.topic", subscription.topic);
  add_field(form, "hub.callback", subscription.callback);
  if (!subscription.wanted) return form;
  add_field(form, "hub.lease_seconds", std::to_string(lease.count()));
  add_field(form, "hub.secret", subscription.secret);
  return form;
}

std::string why(const Response& response) {
  if (response.status == 0) return response.failure.empty() ? "no answer" : response.failure;
  return "the hub answered " + std::to_string(response.status);
}

}  // namespace

std::optional<PushTarget> push_target(const PushLinks& links, const Feed& feed) {
  if (!links.are_whole() || !feed.searched_account.empty()) return std::nullopt;
  for (const std::string& hub : links.hubs)
    if (may_ask(hub, feed)) return PushTarget{.hub = hub, .topic = links.self};
  return std::nullopt;
}

Subscription new_subscription(const PushTarget& target, const Feed& feed,
                              const PushSettings& settings, std::string token, std::string secret) {
  Subscription subscription;
  subscription.feed = feed.url;
  subscription.hub = target.hub;
  subscription.topic = target.topic;
  subscription.callback = settings.callback + "/" + token;
  subscription.token = std::move(token);
  subscription.secret = std::move(secret);
  return subscription;
}

PushStep next_step(const Subscription& subscription, Time now) {
  if (now < subscription.next_step) return PushStep::none;
  if (subscription.wanted) return PushStep::subscribe;
  const bool hub_sends = subscription.lease_until && *subscription.lease_until > now;
  return hub_sends && subscription.failures < unsubscribe_tries ? PushStep::unsubscribe
                                                                : PushStep::forget;
}

Subscription ended(Subscription subscription, Time now) {
  subscription.wanted = false;
  subscription.asked_at.reset();
  subscription.awaiting = false;
  subscription.failures = 0;
  subscription.failure.clear();
  subscription.next_step = now;
  return subscription;
}

Subscription asked(Subscription subscription, Time now) {
  if (subscription.awaiting) {
    ++subscription.failures;
    if (subscription.failure.empty())
      subscription.failure = "the hub accepted the request, but never verified it";
  }
  subscription.asked_at = now;
  subscription.awaiting = true;
  subscription.next_step =
      now + std::max<seconds>(verification_patience, backoff(subscription.failures));
  return subscription;
}

Subscription answered(Subscription subscription, const Response& response, Time now) {
  if (!subscription.awaiting) return subscription;
  if (response.status >= 200 && response.status < 300) {
    subscription.failure.clear();
    return subscription;
  }
  subscription.awaiting = false;
  ++subscription.failures;
  subscription.failure = why(response);
  const auto held = response.status == 429 || response.status == 503
                        ? retry_after(header(response, "retry-after"), now)
                        : std::nullopt;
  subscription.next_step =
      now + std::max(backoff(subscription.failures), held.value_or(seconds{0}));
  return subscription;
}

Request hub_request(const Subscription& subscription, const Feed& feed, const FetchSettings& fetch,
                    seconds lease) {
  Request request;
  request.url = subscription.hub;
  request.headers = {"User-Agent: " + user_agent(fetch),
                     "Content-Type: application/x-www-form-urlencoded"};
  request.post = true;
  request.body = form_of(subscription, lease);
  request.connect_timeout = fetch.connect_timeout;
  request.timeout = fetch.timeout;
  request.body_cap = answer_cap;
  request.addresses =
      feed.allow_private_networks ? AddressRule::private_too : AddressRule::public_only;
  request.proxy = feed.proxy.value_or(fetch.proxy);
  request.ca_file = fetch.ca_file;
  return request;
}

bool is_live(const Subscription& subscription, Time now) {
  return subscription.wanted && subscription.lease_until && *subscription.lease_until > now;
}

}  // namespace tipoff
