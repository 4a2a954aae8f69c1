// What stands in one message, and the storm cap.
#include "alert/bundle.h"

#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

using Kind = Bundle::Kind;

/// `count` notices of as many accounts, with rising scores.
std::vector<DueNews> due_of(int count, bool together = false) {
  std::vector<DueNews> due;
  for (int number = 1; number <= count; ++number) {
    TriggerNews news = test::sample_news();
    news.story.id = number;
    news.entry.id = "account-" + std::to_string(number);
    news.entry.score.score = number;
    due.push_back(test::due(news));
    due.back().notice.together = together;
  }
  return due;
}

Channel capped(std::size_t most) {
  Channel channel = test::sample_mail();
  channel.policy.most_per_hour = most;
  return channel;
}

std::size_t told_in(const std::vector<Bundle>& made) {
  std::size_t count = 0;
  for (const Bundle& bundle : made) count += bundle.told.size();
  return count;
}

}  // namespace

TEST_CASE("What is due by itself is told one by one, the highest score first", "[alert]") {
  const auto made = bundles(test::sample_mail(), due_of(3), 0);
  REQUIRE(made.size() == 3);
  CHECK(made[0].kind == Kind::single);
  CHECK(made[0].told.front().news.entry.score.score == 3);
  CHECK(made[2].told.front().news.entry.score.score == 1);
}

TEST_CASE("Nothing due makes no message", "[alert]") {
  CHECK(bundles(capped(5), {}, 0).empty());
}

TEST_CASE("What is held together is told in one message, the rest by itself", "[alert]") {
  auto due = due_of(3, true);
  due[1].notice.together = false;
  const auto made = bundles(test::sample_mail(), due, 0);
  REQUIRE(made.size() == 2);
  CHECK(made[0].kind == Kind::group);
  CHECK(made[0].told.size() == 2);
  CHECK(made[0].told.front().news.entry.score.score == 3);
  CHECK(made[1].kind == Kind::single);
}

TEST_CASE("A group of one is a message like any other", "[alert]") {
  CHECK(bundles(test::sample_mail(), due_of(1, true), 0).front().kind == Kind::single);
}

TEST_CASE("What the quiet hours held says so, and what a digest kept is the digest", "[alert]") {
  Channel channel = test::sample_mail();
  channel.policy.quiet.emplace();
  channel.policy.quiet->window = *parse_week_window("22:00-08:00 UTC");
  CHECK(bundles(channel, due_of(2, true), 0).front().kind == Kind::quiet);
  CHECK(bundles(channel, due_of(1, true), 0).front().kind == Kind::quiet);
  channel.policy.quiet->window = *parse_week_window("22:00-07:00 UTC");
  CHECK(bundles(channel, due_of(2, true), 0).front().kind == Kind::group);
  channel.policy.digest.emplace();
  CHECK(bundles(channel, due_of(2, true), 0).front().kind == Kind::digest);
}

TEST_CASE("A reminder is one by its cause", "[alert]") {
  auto due = due_of(1);
  due[0].notice.cause = "reminder:1:1:default";
  CHECK(bundles(test::sample_mail(), due, 0).front().kind == Kind::reminder);
}

TEST_CASE("A webhook is told one by one in their order, whatever is held together", "[alert]") {
  const auto made = bundles(test::sample_webhook(), due_of(3, true), 0);
  REQUIRE(made.size() == 3);
  CHECK(made[0].told.front().news.story.id == 1);
  CHECK(made[0].kind == Kind::single);
}

TEST_CASE("As many as the cap allows are told as usual", "[alert]") {
  const auto made = bundles(capped(5), due_of(5), 0);
  REQUIRE(made.size() == 5);
  CHECK(made.back().kind == Kind::single);
}

TEST_CASE("Of more than the cap allows, the last message counts the rest", "[alert]") {
  const auto made = bundles(capped(5), due_of(200), 0);
  REQUIRE(made.size() == 5);
  CHECK(made[3].kind == Kind::single);
  CHECK(made[3].told.front().news.entry.score.score == 197);
  CHECK(made[4].kind == Kind::storm);
  CHECK(made[4].told.size() == 196);
  CHECK(made[4].told.front().news.entry.score.score == 196);
  CHECK(told_in(made) == 200);
}

TEST_CASE("Messages of the hour before count", "[alert]") {
  const auto made = bundles(capped(5), due_of(20), 3);
  REQUIRE(made.size() == 2);
  CHECK(made[0].kind == Kind::single);
  CHECK(made[1].told.size() == 19);
  const auto last = bundles(capped(5), due_of(20), 4);
  REQUIRE(last.size() == 1);
  CHECK(last[0].kind == Kind::storm);
  CHECK(last[0].told.size() == 20);
}

TEST_CASE("Where the cap is used up nothing comes back, and all stay due", "[alert]") {
  CHECK(bundles(capped(5), due_of(20), 5).empty());
  CHECK(bundles(capped(5), due_of(20), 9).empty());
}

TEST_CASE("A group counts as one message", "[alert]") {
  const auto made = bundles(capped(5), due_of(20, true), 4);
  REQUIRE(made.size() == 1);
  CHECK(made[0].kind == Kind::group);
}

TEST_CASE("A digest takes the last message for itself, and the rest stay due", "[alert]") {
  Channel channel = capped(5);
  channel.policy.digest.emplace();
  auto due = due_of(4, true);
  due[3].notice.together = false;
  const auto made = bundles(channel, due, 4);
  REQUIRE(made.size() == 1);
  CHECK(made[0].kind == Kind::digest);
  CHECK(made[0].told.size() == 3);
}

TEST_CASE("A cap of one is a summary", "[alert]") {
  const auto made = bundles(capped(1), due_of(3), 0);
  REQUIRE(made.size() == 1);
  CHECK(made[0].kind == Kind::storm);
  CHECK(made[0].told.size() == 3);
}

TEST_CASE("A webhook with a cap is told of the first ones, and the rest stay due", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.policy.most_per_hour = 5;
  const auto made = bundles(channel, due_of(20), 3);
  REQUIRE(made.size() == 2);
  CHECK(made.back().told.size() == 1);
}

TEST_CASE("A storm ends an hour after the oldest message", "[alert]") {
  const std::vector<Time> sent = {test::march_2 + 5min, test::march_2 + 10min};
  CHECK(storm_ends(sent) == test::march_2 + 65min);
  CHECK(storm_ends({}) == Time{});
}

}  // namespace tipoff
