// What happens when a hub calls.
#include "pipeline/push_callback.h"

#include <poll.h>

#include "catch.h"
#include "fakes/subscribed_newsroom.h"
#include "pipeline/wake.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

/// A subscription that the hub has been asked for.
struct Called : fakes::SubscribedNewsroom {
  Called() {
    Subscription subscription;
    subscription.feed = feed;
    subscription.hub = hub;
    subscription.topic = feed;
    subscription.token = "token";
    subscription.callback = "https://tipoff.example.com/push/token";
    subscription.secret = "secret";
    table.add(asked(subscription, newsroom.clock.now()));
  }
  [[nodiscard]] std::size_t waiting() { return PushTable(*newsroom.database).count(); }
};

}  // namespace

TEST_CASE("A verification of what was asked for is agreed to, and stored", "[push]") {
  Called called;
  CHECK(called.verify());
  CHECK(is_live(called.subscription(), called.newsroom.clock.now()));
}

TEST_CASE("A token that is none of ours is told nothing", "[push]") {
  Called called;
  Intent intent;
  intent.mode = "subscribe";
  intent.topic = Called::feed;
  intent.challenge = "c";
  intent.lease_seconds = "60";
  const auto verification = called.callback.verify("other", intent, called.newsroom.clock.now());
  CHECK_FALSE(verification.known);
  CHECK(verification.challenge.empty());
  CHECK(called.callback.receive("other", {}, called.newsroom.clock.now()) == PushReceipt::unknown);
  CHECK_FALSE(called.callback.knows("other"));
  CHECK(called.callback.knows("token"));
}

TEST_CASE("What is signed with the secret is stored, and the daemon woken", "[push]") {
  Called called;
  REQUIRE(called.verify());
  WakeListener daemon(called.newsroom.assembly->settings.store);
  CHECK(called.push("<rss/>") == PushReceipt::stored);
  CHECK(called.waiting() == 1);
  pollfd waits{.fd = daemon.descriptor(), .events = POLLIN, .revents = 0};
  CHECK(::poll(&waits, 1, 0) == 1);
}

TEST_CASE("What is wrongly signed, or not at all, is ignored", "[push]") {
  Called called;
  REQUIRE(called.verify());
  const auto signature = GENERATE(std::string(), std::string("sha256=00"),
                                  fakes::hub_signature("another secret", "<rss/>"),
                                  fakes::hub_signature("secret", "<rss />"));
  PushedDocument document;
  document.signature = signature;
  document.body = "<rss/>";
  CHECK(called.callback.receive("token", document, called.newsroom.clock.now()) ==
        PushReceipt::ignored);
  CHECK(called.waiting() == 0);
}

TEST_CASE("What comes before any verification is ignored", "[push]") {
  Called called;
  CHECK(called.push("<rss/>") == PushReceipt::ignored);
}

TEST_CASE("A hub that goes on sending after the end is told that it is over", "[push]") {
  Called called;
  REQUIRE(called.verify());
  called.table.save(ended(called.subscription(), called.newsroom.clock.now()));
  CHECK(called.push("<rss/>") == PushReceipt::over);
}

TEST_CASE("What the daemon does not take in piles up to a bound", "[push]") {
  Called called;
  REQUIRE(called.verify());
  const std::string large(16U << 20U, 'x');
  for (int i = 0; i < 4; ++i) CHECK(called.push(large) == PushReceipt::stored);
  CHECK(called.push(large) == PushReceipt::full);
}

}  // namespace tipoff
