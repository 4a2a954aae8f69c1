#include "fetch/schedule.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Feed wire(std::optional<std::chrono::seconds> interval = std::nullopt) {
  Feed feed;
  feed.url = "https://wire.example/rss";
  feed.interval = interval;
  return feed;
}

PollOutcome outcome(PollKind kind) {
  PollOutcome made;
  made.kind = kind;
  if (kind == PollKind::failed || kind == PollKind::gone) made.failure = "no answer within 30 s";
  return made;
}

PollOutcome moved(std::string target) {
  auto made = outcome(PollKind::news);
  made.moved_to = std::move(target);
  return made;
}
}  // namespace

TEST_CASE("A feed that answers is due again after its interval", "[schedule]") {
  const auto kind = GENERATE(PollKind::news, PollKind::not_modified);

  CHECK(reschedule({}, wire(), outcome(kind), 0, noon).next_due == noon + 30min);
  CHECK(reschedule({}, wire(1s), outcome(kind), 0, noon).next_due == noon + 1s);
  CHECK(reschedule({}, wire(48h), outcome(kind), 0, noon).next_due == noon + 48h);
}

TEST_CASE("A feed that fails is asked half as often after each failure", "[schedule]") {
  FeedState state;
  std::vector<std::chrono::seconds> waits;
  for (int failure = 0; failure < 7; ++failure) {
    state = reschedule(state, wire(), outcome(PollKind::failed), 0, noon);
    waits.push_back(state.next_due - noon);
  }
  CHECK(waits == std::vector<std::chrono::seconds>{1h, 2h, 4h, 8h, 16h, 24h, 24h});
  CHECK(state.failures_in_a_row == 7);
  CHECK(state.failure == "no answer within 30 s");

  SECTION("and as often as ever once it answers again") {
    state = reschedule(state, wire(), outcome(PollKind::not_modified), 0, noon);
    CHECK(state.next_due == noon + 30min);
    CHECK(state.failures_in_a_row == 0);
    CHECK(state.failure.empty());
  }
}

TEST_CASE("However often a feed fails, its wait stays within a day or its interval", "[schedule]") {
  FeedState state;
  state.failures_in_a_row = 1'000'000;
  CHECK(reschedule(state, wire(1s), outcome(PollKind::failed), 0, noon).next_due <= noon + 24h);
  CHECK(reschedule(state, wire(168h), outcome(PollKind::failed), 0, noon).next_due == noon + 168h);
}

TEST_CASE("Jitter only shortens, by a tenth at the most", "[schedule]") {
  CHECK(reschedule({}, wire(1000s), outcome(PollKind::news), 0.5, noon).next_due == noon + 950s);
  CHECK(reschedule({}, wire(1000s), outcome(PollKind::news), 0.9999, noon).next_due == noon + 901s);
  CHECK(reschedule({}, wire(1s), outcome(PollKind::news), 0.9999, noon).next_due == noon + 1s);
}

TEST_CASE("Freshness is a floor where no interval is written, and only there", "[schedule]") {
  auto fresh = outcome(PollKind::news);
  fresh.fresh_for = 2h;
  CHECK(reschedule({}, wire(), fresh, 0.9, noon).next_due == noon + 2h);
  CHECK(reschedule({}, wire(10min), fresh, 0, noon).next_due == noon + 10min);
  fresh.fresh_for = 1min;
  CHECK(reschedule({}, wire(), fresh, 0, noon).next_due == noon + 30min);
}

TEST_CASE("A server's Retry-After is a floor that jitter does not lower", "[schedule]") {
  auto busy = outcome(PollKind::failed);
  busy.retry_after = 3h;
  CHECK(reschedule({}, wire(), busy, 0.9, noon).next_due == noon + 3h);
  busy.retry_after = 5s;
  CHECK(reschedule({}, wire(), busy, 0, noon).next_due == noon + 1h);
}

TEST_CASE("News replaces the validators as a pair, and nothing else touches them", "[schedule]") {
  auto news = outcome(PollKind::news);
  news.etag = "\"8\"";
  FeedState state;
  state.last_modified = "old";
  state = reschedule(state, wire(), news, 0, noon);
  CHECK(state.etag == "\"8\"");
  CHECK(state.last_modified.empty());
  CHECK(state.validators_since == noon);
  CHECK(state.last_success == noon);
  CHECK(state.had_baseline);

  const auto kind = GENERATE(PollKind::not_modified, PollKind::failed);
  auto later = outcome(kind);
  later.etag = "\"9\"";
  state = reschedule(state, wire(), later, 0, noon + 1h);
  CHECK(state.etag == "\"8\"");
  CHECK(state.validators_since == noon);
  CHECK(state.last_attempt == noon + 1h);
}

TEST_CASE("A feed whose first answer fails has no baseline yet", "[schedule]") {
  const auto state = reschedule({}, wire(), outcome(PollKind::failed), 0, noon);
  CHECK_FALSE(state.had_baseline);
  CHECK_FALSE(state.last_success);
}

TEST_CASE("A feed that is gone is parked", "[schedule]") {
  const auto state = reschedule({}, wire(), outcome(PollKind::gone), 0, noon);
  CHECK(state.parked);
  CHECK(state.failures_in_a_row == 1);
  CHECK_FALSE(reschedule(state, wire(), outcome(PollKind::news), 0, noon).parked);
}

TEST_CASE("A move is believed after three answers in a row", "[schedule]") {
  FeedState state;
  for (int i = 0; i < 2; ++i)
    state = reschedule(state, wire(), moved("https://new.example/"), 0, noon);
  CHECK(poll_url(wire(), state) == "https://wire.example/rss");

  SECTION("another target, or none, begins anew") {
    const auto* target = GENERATE("https://other.example/", "");
    state = reschedule(state, wire(), moved(target), 0, noon);
    state = reschedule(state, wire(), moved("https://new.example/"), 0, noon);
    CHECK(state.moved_seen == 1);
  }
  SECTION("a failure between them is no answer") {
    state = reschedule(state, wire(), outcome(PollKind::failed), 0, noon);
    state = reschedule(state, wire(), moved("https://new.example/"), 0, noon);
    CHECK(poll_url(wire(), state) == "https://new.example/");
  }
  SECTION("and then stays, for the new address redirects no more") {
    state = reschedule(state, wire(), moved("https://new.example/"), 0, noon);
    state = reschedule(state, wire(), outcome(PollKind::news), 0, noon);
    CHECK(poll_url(wire(), state) == "https://new.example/");
  }
}

TEST_CASE("A new address that fails three times, or is gone, gives way to the written one",
          "[schedule]") {
  FeedState state;
  state.moved_to = "https://new.example/";
  state.moved_seen = moves_to_believe;

  SECTION("failing") {
    for (int i = 0; i < 2; ++i)
      state = reschedule(state, wire(), outcome(PollKind::failed), 0, noon);
    CHECK(poll_url(wire(), state) == "https://new.example/");
    state = reschedule(state, wire(), outcome(PollKind::failed), 0, noon);
    CHECK(poll_url(wire(), state) == "https://wire.example/rss");
  }
  SECTION("gone") {
    state = reschedule(state, wire(), outcome(PollKind::gone), 0, noon);
    CHECK(poll_url(wire(), state) == "https://wire.example/rss");
    CHECK_FALSE(state.parked);
  }
}

TEST_CASE("Bytes that are no feed are a failure, and leave no body behind", "[schedule]") {
  auto news = outcome(PollKind::news);
  news.body = "<html/>";
  news.retry_after = 5s;

  const auto failed = failed_outcome(news, "this is a web page, not a feed");

  CHECK(failed.kind == PollKind::failed);
  CHECK(failed.body.empty());
  CHECK(failed.failure == "this is a web page, not a feed");
  CHECK(failed.retry_after == 5s);
}

TEST_CASE("A feed that a hub pushes is polled slowly behind it", "[schedule][push]") {
  auto pushed = outcome(PollKind::not_modified);
  pushed.pushed = true;
  CHECK(reschedule({}, wire(), pushed, 0, noon).next_due == noon + 2h);
  CHECK(reschedule({}, wire(1h), pushed, 0, noon).next_due == noon + 4h);
  CHECK(reschedule({}, wire(12h), pushed, 0, noon).next_due == noon + 24h);
  CHECK(reschedule({}, wire(48h), pushed, 0, noon).next_due == noon + 48h);
}

TEST_CASE("A poll that fails is tried again as soon as without a hub", "[schedule][push]") {
  auto failed = outcome(PollKind::failed);
  failed.pushed = true;
  CHECK(reschedule({}, wire(), failed, 0, noon).next_due == noon + 1h);
}

}  // namespace tipoff
