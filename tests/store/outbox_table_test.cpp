// Messages owed, delivered and dead.
#include "store/outbox_table.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

OutboundMessage message(const std::string& cause, Time next_try = Time{1h}) {
  OutboundMessage owed;
  owed.channel = "crm";
  owed.recipient = "http://127.0.0.1:9000/hook";
  owed.cause = cause;
  owed.topic = "topic of " + cause;
  owed.message_id = "msg_" + cause;
  owed.subject = "Quarzwerk AG: merger";
  owed.body = R"({"type":"trigger.detected"})";
  owed.created_at = Time{30min};
  owed.next_try = next_try;
  return owed;
}

OutboundMessage about(const std::string& topic, const std::string& cause) {
  auto owed = message(cause);
  owed.topic = topic;
  return owed;
}

std::vector<std::string> causes(const std::vector<OutboundMessage>& messages) {
  std::vector<std::string> found;
  for (const auto& each : messages) found.push_back(each.cause);
  return found;
}

using Causes = std::vector<std::string>;

}  // namespace

TEST_CASE("An owed message comes back whole, with an id, also after reopening", "[store]") {
  const fakes::TemporaryFolder scratch;
  {
    Database database(scratch.path() / "tipoff.db");
    CHECK(OutboxTable(database).owe(message("a")));
  }
  Database database(scratch.path() / "tipoff.db");
  const auto all = OutboxTable(database).all();
  REQUIRE(all.size() == 1);
  auto expected = message("a");
  expected.id = all[0].id;
  CHECK(all[0] == expected);
  CHECK(all[0].id > 0);
}

TEST_CASE("A cause is owed once to a channel and recipient", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  CHECK(outbox.owe(message("a")));

  CHECK_FALSE(outbox.owe(message("a")));
  CHECK(outbox.all().size() == 1);

  SECTION("even when it was delivered long ago") {
    auto delivered = outbox.all()[0];
    delivered.state = "delivered";
    outbox.record(delivered);
    CHECK_FALSE(outbox.owe(message("a")));
    CHECK(outbox.all()[0].state == "delivered");
  }
  SECTION("but another recipient is owed it too") {
    auto other = message("a");
    other.recipient = "http://127.0.0.1:9001/hook";
    CHECK(outbox.owe(other));
  }
  SECTION("and so is another channel") {
    auto other = message("a");
    other.channel = "team";
    CHECK(outbox.owe(other));
  }
}

TEST_CASE("A later message of a topic replaces the one that was never tried", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5", "story:5:rumoured"));
  const auto replaced = outbox.all()[0].id;

  CHECK(outbox.owe(about("story:5", "story:5:announced")));

  CHECK(causes(outbox.all()) == Causes{"story:5:announced"});
  CHECK(outbox.all()[0].id != replaced);

  SECTION("and an answer that comes for the replaced one changes nothing") {
    auto answered = message("story:5:rumoured");
    answered.id = replaced;
    answered.state = "delivered";
    outbox.record(answered);
    CHECK(outbox.all()[0].state == "owed");
  }
}

TEST_CASE("A later message of a topic leaves alone what was tried, delivered or is another's",
          "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5", "first"));
  auto first = outbox.all()[0];
  SECTION("tried once") {
    first.attempts = 1;
  }
  SECTION("delivered") {
    first.state = "delivered";
  }
  SECTION("dead") {
    first.state = "dead";
  }
  outbox.record(first);
  (void)outbox.owe(about("story:6", "of another topic"));
  auto elsewhere = about("story:5", "of another recipient");
  elsewhere.recipient = "http://127.0.0.1:9001/hook";
  (void)outbox.owe(elsewhere);

  const bool untried = first.attempts == 0 && first.state == "owed";
  CHECK(outbox.owe(about("story:5", "second")));

  const auto left = causes(outbox.all());
  CHECK(left.size() == (untried ? 3U : 4U));
  CHECK(left.back() == "second");
}

TEST_CASE("A repeated cause does not replace a later state of its topic", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5", "rumoured"));
  auto tried = outbox.all()[0];
  tried.attempts = 1;
  outbox.record(tried);
  (void)outbox.owe(about("story:5", "announced"));

  CHECK_FALSE(outbox.owe(about("story:5", "rumoured")));
  CHECK(causes(outbox.all()) == Causes{"rumoured", "announced"});
}

TEST_CASE("Messages without a topic replace nothing", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("", "a"));
  (void)outbox.owe(about("", "b"));
  CHECK(outbox.all().size() == 2);
}

TEST_CASE("Due is what is owed and whose time has come, the longest due first", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  for (const auto& owed :
       {message("late", Time{3h}), message("b", Time{2h}), message("a", Time{1h}),
        message("c", Time{2h}), message("sent", Time{1h})}) {
    (void)outbox.owe(owed);
  }
  auto sent = outbox.all().back();
  sent.state = "delivered";
  outbox.record(sent);

  CHECK(causes(outbox.due("crm", Time{2h}, 10)) == Causes{"a", "b", "c"});
  CHECK(causes(outbox.due("crm", Time{2h}, 2)) == Causes{"a", "b"});
  CHECK(outbox.due("crm", Time{59min}, 10).empty());
  CHECK(outbox.due("team", Time{2h}, 10).empty());
}

TEST_CASE("The next due time is that of the first owed message after a moment", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  CHECK_FALSE(outbox.next_due(Time{}));
  (void)outbox.owe(message("a", Time{3h}));
  (void)outbox.owe(message("b", Time{2h}));
  CHECK(outbox.next_due(Time{1h}) == Time{2h});
  CHECK(outbox.next_due(Time{2h}) == Time{3h});
  CHECK_FALSE(outbox.next_due(Time{3h}));

  auto dead = outbox.all()[1];
  dead.state = "dead";
  outbox.record(dead);
  CHECK(outbox.next_due(Time{1h}) == Time{3h});
}

TEST_CASE("An attempt's outcome is recorded", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(message("a"));
  auto tried = outbox.all()[0];
  tried.attempts = 2;
  tried.next_try = Time{7h};
  tried.last_answer = "503 Service Unavailable";

  outbox.record(tried);

  CHECK(outbox.all() == std::vector{tried});
}

TEST_CASE("An endpoint that is gone takes its owed messages with it", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(message("a"));
  (void)outbox.owe(message("b"));
  auto other = message("a");
  other.channel = "team";
  (void)outbox.owe(other);
  auto delivered = outbox.all()[0];
  delivered.state = "delivered";
  outbox.record(delivered);

  outbox.switch_off("crm", delivered.recipient, Time{5h});

  CHECK(outbox.is_off("crm", delivered.recipient));
  CHECK_FALSE(outbox.is_off("team", delivered.recipient));
  const auto all = outbox.all();
  CHECK(all[0].state == "delivered");
  CHECK(all[1].state == "dead");
  CHECK_THAT(all[1].last_answer, Catch::StartsWith("410"));
  CHECK(all[2].state == "owed");

  SECTION("and what it would be owed later is dead from the beginning") {
    CHECK(outbox.owe(message("c")));
    CHECK(outbox.all().back().state == "dead");
    CHECK_THAT(outbox.all().back().last_answer, Catch::StartsWith("410"));
  }
  SECTION("until it is switched on again") {
    outbox.switch_on("crm", delivered.recipient);
    CHECK_FALSE(outbox.is_off("crm", delivered.recipient));
    (void)outbox.owe(message("c"));
    CHECK(outbox.all().back().state == "owed");
    CHECK(outbox.all()[1].state == "dead");
  }
  SECTION("and switching it off twice is no error") {
    CHECK_NOTHROW(outbox.switch_off("crm", delivered.recipient, Time{6h}));
  }
}

TEST_CASE("What is owed because of a story that no longer counts is withheld, and owed again later",
          "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5:default", "a"));
  (void)outbox.owe(about("story:55:default", "b"));

  CHECK(outbox.withhold(5) == 1);

  CHECK(outbox.all()[0].state == "dead");
  CHECK_THAT(outbox.all()[0].last_answer, Catch::Contains("no longer counts"));
  CHECK(outbox.all()[1].state == "owed");
  SECTION("and an attempt that was under way and failed does not owe it again") {
    auto failed = outbox.all()[0];
    failed.state = "owed";
    failed.last_answer = "503";
    outbox.record(failed);
    CHECK(outbox.all()[0].state == "dead");
  }
  SECTION("but one that arrived was delivered") {
    auto arrived = outbox.all()[0];
    arrived.state = "delivered";
    outbox.record(arrived);
    CHECK(outbox.all()[0].state == "delivered");
    CHECK(outbox.owe_again(5, Time{}) == 0);
  }
  SECTION("when the judgement is taken back") {
    CHECK(outbox.owe_again(5, Time{std::chrono::hours{9}}) == 1);
    CHECK(outbox.all()[0].state == "owed");
    CHECK(outbox.all()[0].next_try == Time{std::chrono::hours{9}});
  }
}

}  // namespace tipoff
