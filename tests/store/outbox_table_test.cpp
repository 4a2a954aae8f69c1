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

TEST_CASE("A later message of a topic buries the one that was tried, with the reason", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5", "story:5:rumoured"));
  auto tried = outbox.all()[0];
  tried.attempts = 1;
  tried.last_answer = "HTTP 500";
  outbox.record(tried);

  CHECK(outbox.owe(about("story:5", "story:5:announced")));

  CHECK(causes(outbox.all()) == Causes{"story:5:rumoured", "story:5:announced"});
  CHECK(outbox.all()[0].state == "dead");
  CHECK(outbox.all()[0].last_answer ==
        "dropped: a later state of the event took its place (last answer: HTTP 500)");

  SECTION("and an attempt that was under way and failed does not owe it again") {
    outbox.record(tried);
    CHECK(outbox.all()[0].state == "dead");
  }
  SECTION("but one that arrived was delivered") {
    tried.state = "delivered";
    outbox.record(tried);
    CHECK(outbox.all()[0].state == "delivered");
  }
}

TEST_CASE("A later message of a topic leaves alone what was delivered, is dead or another's",
          "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  (void)outbox.owe(about("story:5", "first"));
  auto first = outbox.all()[0];
  first.attempts = 1;
  first.last_answer = "as it was";
  first.state = GENERATE("delivered", "dead");
  outbox.record(first);
  (void)outbox.owe(about("story:6", "of another topic"));
  auto elsewhere = about("story:5", "of another recipient");
  elsewhere.recipient = "http://127.0.0.1:9001/hook";
  (void)outbox.owe(elsewhere);

  CHECK(outbox.owe(about("story:5", "second")));

  CHECK(causes(outbox.all()) ==
        Causes{"first", "of another topic", "of another recipient", "second"});
  CHECK(outbox.all()[0] == first);
  CHECK(outbox.all()[1].state == "owed");
  CHECK(outbox.all()[2].state == "owed");
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

TEST_CASE("What is owed is told in the order of ids, all of it or what came since", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  CHECK(outbox.last_id() == 0);
  (void)outbox.owe(message("late", Time{3h}));
  (void)outbox.owe(message("early", Time{1h}));
  (void)outbox.owe(message("sent", Time{2h}));
  auto sent = outbox.all().back();
  sent.state = "delivered";
  outbox.record(sent);

  const auto owed = outbox.owed();
  REQUIRE(owed.size() == 2);
  CHECK(owed[0] == OwedMessage{.id = owed[0].id,
                               .channel = "crm",
                               .recipient = sent.recipient,
                               .topic = "topic of late",
                               .since = Time{30min},
                               .next_try = Time{3h}});
  CHECK(owed[1].topic == "topic of early");
  CHECK(outbox.owed_after(owed[0].id) == std::vector{owed[1]});
  CHECK(outbox.owed_after(owed[1].id).empty());
  auto late = outbox.find(owed[0].id).value();
  outbox.record(late, Time{2h});
  outbox.record(late);
  CHECK(outbox.owed()[0].since == Time{2h});
  CHECK(outbox.last_id() == sent.id);
  CHECK(outbox.find(owed[1].id)->cause == "early");
  CHECK_FALSE(outbox.find(sent.id + 1));
  CHECK(outbox.row_of("crm", sent.recipient, "late") == owed[0].id);
  CHECK(outbox.row_of("crm", sent.recipient, "never") == 0);
}

TEST_CASE("The messages made for a recipient are counted from a moment on", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  auto first = message("a");
  auto second = message("b");
  second.created_at = Time{45min};
  (void)outbox.owe(second);
  (void)outbox.owe(first);
  auto elsewhere = message("c");
  elsewhere.channel = "team";
  (void)outbox.owe(elsewhere);

  CHECK(outbox.made_since("crm", first.recipient, Time{0min}) ==
        std::vector{Time{30min}, Time{45min}});
  CHECK(outbox.made_since("crm", first.recipient, Time{30min}) == std::vector{Time{45min}});
}

TEST_CASE("A hold ends at its time, and a shorter one does not shorten it", "[store]") {
  Database database(":memory:");
  OutboxTable outbox(database);
  const EndpointHold hold{
      .channel = "crm", .host = "crm.example", .since = Time{1h}, .until = Time{2h}};
  outbox.hold(hold);
  outbox.hold({.channel = "crm", .host = "crm.example", .since = Time{1h}, .until = Time{90min}});

  CHECK(outbox.holds(Time{1h}) == std::vector{hold});
  CHECK(outbox.holds(Time{2h}).empty());
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
