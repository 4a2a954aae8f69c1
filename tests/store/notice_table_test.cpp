#include "store/notice_table.h"

#include "catch.h"
#include "store/outbox_table.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
const Time noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h;

Notice notice(std::int64_t story, Time release, const std::string& channel = "team") {
  Notice held;
  held.channel = channel;
  held.recipient = "anna@example.com";
  held.cause = "story:" + std::to_string(story) + ":announced:default";
  held.topic = "story:" + std::to_string(story) + ":default";
  held.account = "orbax";
  held.story = story;
  held.event = "merger";
  held.certainty = Certainty::announced;
  held.previous = Certainty::rumoured;
  held.reason = "state changed: rumoured -> announced";
  held.made_at = noon;
  held.release_at = release;
  held.expires_at = noon + 12h;
  held.together = true;
  held.why = "quiet hours";
  return held;
}

std::vector<std::int64_t> stories(const std::vector<Notice>& notices) {
  std::vector<std::int64_t> found;
  for (const Notice& one : notices) found.push_back(one.story);
  return found;
}

using Stories = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("A notice comes back whole", "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  auto held = notice(5, noon + 1h);
  held.id = notices.add(held).value();
  auto plain = notice(6, noon);
  plain.previous.reset();
  plain.expires_at.reset();
  plain.together = false;
  plain.id = notices.add(plain).value();

  CHECK(notices.all() == std::vector{held, plain});
}

TEST_CASE("A recipient has one notice of a cause, and the first stays", "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  REQUIRE(notices.add(notice(5, noon)));
  CHECK_FALSE(notices.add(notice(5, noon + 1h)));
  CHECK(notices.all().size() == 1);
  CHECK(notices.all()[0].release_at == noon);
  CHECK(notices.add(notice(5, noon, "crm")));
}

TEST_CASE("Due is what a channel holds and whose release has come", "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  CHECK_FALSE(notices.next_release("team"));
  (void)notices.add(notice(1, noon + 1h));
  (void)notices.add(notice(2, noon));
  (void)notices.add(notice(3, noon + 2h));
  (void)notices.add(notice(4, noon, "crm"));

  CHECK(stories(notices.due("team", noon + 1h)) == Stories{1, 2});
  CHECK(stories(notices.held("team")) == Stories{2, 1, 3});
  CHECK(notices.next_release("team") == noon);

  auto told = notices.due("team", noon)[0];
  told.state = NoticeState::told;
  told.message = 7;
  notices.update(told);
  CHECK(stories(notices.due("team", noon + 1h)) == Stories{1});
  CHECK(notices.next_release("team") == noon + 1h);
  CHECK(notices.all()[1].message == 7);
}

TEST_CASE("A story's notices tell how far their messages have come", "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  OutboxTable outbox(database);
  OutboundMessage message;
  message.channel = "team";
  message.recipient = "anna@example.com";
  message.topic = notice(5, noon).topic;
  message.cause = notice(5, noon).cause;
  outbox.owe(message);
  auto told = notice(5, noon);
  told.id = notices.add(told).value();
  (void)notices.add(notice(5, noon, "crm"));
  (void)notices.add(notice(55, noon));
  told.state = NoticeState::told;
  told.message = outbox.last_id();
  notices.update(told);

  const auto found = notices.of_story(5);
  REQUIRE(found.size() == 2);
  CHECK(found[0] ==
        NoticeOfStory{.notice = told, .message_state = "owed", .attempts = 0, .alone = true});
  CHECK(found[1].notice.channel == "crm");
  CHECK(found[1].message_state.empty());
  CHECK_FALSE(found[1].alone);
}

TEST_CASE("What a recipient hears of an account is told from a moment on, without what was dropped",
          "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  auto old = notice(1, noon);
  old.made_at = noon - 48h;
  (void)notices.add(old);
  auto dropped = notice(2, noon);
  dropped.state = NoticeState::dropped;
  (void)notices.add(dropped);
  (void)notices.add(notice(3, noon));
  auto elsewhere = notice(4, noon);
  elsewhere.account = "velmar";
  (void)notices.add(elsewhere);

  CHECK(stories(notices.of_account("orbax", "team", "anna@example.com", noon - 24h)) == Stories{3});
}

TEST_CASE("The group that gathers is the first release of what is told together",
          "[store][alerts]") {
  Database database(":memory:");
  NoticeTable notices(database);
  auto alone = notice(1, noon + 1h);
  alone.together = false;
  (void)notices.add(alone);
  CHECK_FALSE(notices.group_open("team", "anna@example.com"));
  (void)notices.add(notice(2, noon + 3h));
  (void)notices.add(notice(3, noon + 2h));
  CHECK(notices.group_open("team", "anna@example.com") == noon + 2h);
  CHECK_FALSE(notices.group_open("team", "ben@example.com"));
}

}  // namespace tipoff
