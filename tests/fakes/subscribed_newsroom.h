// A newsroom with push switched on, whose first feed names a hub; and a hub to sign for it.
#pragma once

#include <string>

#include "catch.h"
#include "fakes/newsroom.h"
#include "net/signature.h"
#include "pipeline/push_callback.h"

namespace tipoff::fakes {

/// What a hub that knows the secret writes into X-Hub-Signature.
inline std::string hub_signature(const std::string& secret, const std::string& body) {
  std::string text = "sha256=";
  for (const char c : hmac_sha256(secret, body)) {
    const auto byte = static_cast<unsigned char>(c);
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 0xFU];
  }
  return text;
}

struct SubscribedNewsroom {
  static constexpr const char* feed = "https://wire.example/rss";
  static constexpr const char* hub = "https://hub.example/";

  explicit SubscribedNewsroom(const std::string& push = callback_line())
      : newsroom(push, Newsroom::default_accounts(), Newsroom::one_rule()),
        table(*newsroom.database),
        callback(*newsroom.database, newsroom.assembly->settings.store) {
    newsroom.answer(feed, document(""));
    newsroom.network.answer(hub, 202, "");
  }

  static std::string callback_line() {
    return "[push]\ncallback = \"https://tipoff.example.com/push\"\n";
  }

  /// The feed with these items, naming the hub.
  static Response document(const std::string& items, const std::string& hub_url = hub) {
    Response response;
    response.status = 200;
    response.body = rss(items);
    response.headers = {
        {"link", "<" + hub_url + ">; rel=hub, <" + std::string(feed) + ">; rel=self"}};
    return response;
  }
  static std::string rss(const std::string& items) {
    return "<rss version=\"2.0\"><channel><title>W</title>" + items + "</channel></rss>";
  }
  static std::string item(const std::string& id, const std::string& title) {
    return "<item><guid>" + id + "</guid><title>" + title + "</title></item>";
  }

  [[nodiscard]] Subscription subscription() const {
    const auto all = table.all();
    REQUIRE(all.size() == 1);
    return all.front();
  }

  /// The hub verifies what it was asked for.
  bool verify(const std::string& lease = "864000") {
    const Subscription asked = subscription();
    Intent intent;
    intent.mode = asked.wanted ? "subscribe" : "unsubscribe";
    intent.topic = asked.topic;
    intent.challenge = "c";
    intent.lease_seconds = lease;
    return callback.verify(asked.token, intent, newsroom.clock.now()).challenge == "c";
  }

  PushReceipt push(const std::string& body) {
    const Subscription to = subscription();
    return callback.receive(to.token,
                            {.content_type = "application/rss+xml",
                             .signature = hub_signature(to.secret, body),
                             .body = body},
                            newsroom.clock.now());
  }

  [[nodiscard]] std::size_t hub_requests() const {
    std::size_t count = 0;
    for (const Request& request : newsroom.network.asked()) count += request.url == hub ? 1 : 0;
    return count;
  }

  Newsroom newsroom;
  SubscriptionTable table;
  PushCallback callback;
};

}  // namespace tipoff::fakes
