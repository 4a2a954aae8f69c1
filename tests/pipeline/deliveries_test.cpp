#include "pipeline/deliveries.h"

#include "catch.h"
#include "fakes/newsroom.h"
#include "store/alert_table.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

OutboundMessage owed(const fakes::Newsroom& newsroom, const std::string& channel, int number) {
  OutboundMessage message;
  message.channel = channel;
  message.recipient = "https://crm.example/hook";
  message.cause = "story:" + std::to_string(number) + ":announced:default";
  message.topic = "story:" + std::to_string(number);
  message.message_id = "msg_" + std::to_string(number);
  message.body = "{}";
  message.created_at = newsroom.clock.now();
  message.next_try = newsroom.clock.now();
  return message;
}

}  // namespace

TEST_CASE("A message is marked delivered only after its receiver said so", "[deliveries]") {
  fakes::Newsroom newsroom;
  OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", 1));
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  CHECK(deliveries.on_the_way() == 1);
  CHECK(newsroom.outbox()[0].state == "owed");
  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  CHECK(newsroom.network.under_way() == 1);  // not sent a second time while it is on its way

  newsroom.network.turn(0ms, {});
  CHECK(deliveries.record(newsroom.clock.moment()) == 1);
  CHECK(newsroom.outbox()[0].state == "delivered");
  CHECK(deliveries.on_the_way() == 0);
}

TEST_CASE("A mail goes to the recipient that it is owed to", "[deliveries]") {
  fakes::Newsroom newsroom(
      "[[alert]]\nname = \"team\"\ntype = \"email\"\nserver = \"smtps://mail.example\"\nfrom = "
      "\"tipoff@example.com\"\nto = [\"anna@example.com\"]\n");
  auto mail = owed(newsroom, "team", 1);
  mail.recipient = "anna@example.com";
  mail.body = "Subject: x\r\n\r\nhello\r\n";
  OutboxTable(*newsroom.database).owe(mail);
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  newsroom.mail.collect();
  deliveries.record(newsroom.clock.moment());

  REQUIRE(newsroom.mail.handed_over().size() == 1);
  CHECK(newsroom.mail.handed_over()[0].to == "anna@example.com");
  CHECK(newsroom.mail.handed_over()[0].message == mail.body);
  CHECK(newsroom.outbox()[0].state == "delivered");
}

TEST_CASE("What is owed to a channel that is gone stays owed, and holds up no other",
          "[deliveries]") {
  fakes::Newsroom newsroom;
  OutboxTable(*newsroom.database).owe(owed(newsroom, "gone", 1));
  OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", 2));
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  newsroom.network.turn(0ms, {});
  deliveries.record(newsroom.clock.moment());

  CHECK(newsroom.outbox()[0].state == "owed");
  CHECK(newsroom.outbox()[1].state == "delivered");
}

TEST_CASE("A receiver gets at most eight messages at once", "[deliveries]") {
  fakes::Newsroom newsroom;
  for (int i = 0; i < 20; ++i) OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", i));
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);
  std::size_t most = 0;
  for (int turn = 0; turn < 5; ++turn) {
    deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
    most = std::max(most, newsroom.network.under_way());
    newsroom.network.turn(0ms, {});
    deliveries.record(newsroom.clock.moment());
  }
  CHECK(most == 8);
  CHECK(newsroom.network.asked().size() == 20);
}

TEST_CASE("An endpoint that answers 410 is not asked again", "[deliveries]") {
  fakes::Newsroom newsroom;
  Response gone;
  gone.status = 410;
  newsroom.answer("https://crm.example/hook", gone);
  OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", 1));
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);
  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  newsroom.network.turn(0ms, {});
  deliveries.record(newsroom.clock.moment());

  CHECK(newsroom.outbox()[0].state == "dead");
  CHECK(OutboxTable(*newsroom.database).is_off("crm", "https://crm.example/hook"));
}

namespace {

/// A desk that sends what is due, hears the answers, and can be asked how long it would wait.
struct Sender {
  explicit Sender(const std::string& more = "")
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()),
        deliveries(newsroom.network, newsroom.mail, *newsroom.database) {}

  void owe(const OutboundMessage& message) { OutboxTable(*newsroom.database).owe(message); }
  void owe(int number) { owe(owed(newsroom, "crm", number)); }

  /// Bodies that were sent in this turn.
  std::size_t turn() {
    newsroom.network.forget_asked();
    deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
    const auto asked = newsroom.network.asked().size();
    newsroom.network.turn(0ms, {});
    deliveries.record(newsroom.clock.moment());
    return asked;
  }
  std::size_t turn_after(std::chrono::milliseconds wait) {
    newsroom.clock.advance(wait);
    return turn();
  }
  void answer(int status, const std::string& retry_after = "") {
    Response response;
    response.status = status;
    if (!retry_after.empty()) response.headers.emplace_back("retry-after", retry_after);
    newsroom.answer("https://crm.example/hook", response);
  }

  fakes::Newsroom newsroom;
  Deliveries deliveries;
};

}  // namespace

TEST_CASE("Waits below a second are kept to the millisecond", "[deliveries]") {
  Sender sender;
  sender.newsroom.assembly->settings.channels[0].retry = {200ms, 1000ms};
  sender.answer(500);
  sender.owe(1);
  CHECK(sender.turn() == 1);
  const auto steady = sender.newsroom.clock.steady();
  const auto due = sender.deliveries.next_due(steady);
  REQUIRE(due);
  CHECK(*due - steady >= 200ms);
  CHECK(*due - steady <= 240ms);

  CHECK(sender.turn_after(199ms) == 0);
  CHECK(sender.turn_after(41ms) == 1);
  CHECK(sender.turn_after(999ms) == 0);
  CHECK(sender.turn_after(201ms) == 1);
  CHECK(sender.newsroom.outbox()[0].state == "dead");
}

TEST_CASE("While it runs, waits do not care who sets the clock", "[deliveries]") {
  Sender sender;
  sender.answer(500);
  sender.owe(1);
  CHECK(sender.turn() == 1);

  sender.newsroom.clock.jump(24h);
  CHECK(sender.turn() == 0);
  sender.newsroom.clock.jump(-48h);
  CHECK(sender.turn_after(4s) == 0);
  CHECK(sender.turn_after(2s) == 1);
}

TEST_CASE("Retry-After holds the whole channel, and is not cut short", "[deliveries]") {
  Sender sender;
  sender.answer(429, "60");
  sender.owe(1);
  CHECK(sender.turn() == 1);
  sender.answer(204);
  sender.owe(2);
  CHECK(sender.turn() == 0);
  CHECK(sender.turn_after(59999ms) == 0);

  SECTION("in the process that was asked to wait") {
    CHECK(sender.turn_after(1ms) == 2);
  }
  SECTION("nor by a clock that is set forward") {
    sender.newsroom.clock.jump(1h);
    CHECK(sender.turn() == 0);
  }
  SECTION("nor by a restart") {
    Deliveries next(sender.newsroom.network, sender.newsroom.mail, *sender.newsroom.database);
    sender.newsroom.network.forget_asked();
    next.start_due(sender.newsroom.assembly->settings.channels, sender.newsroom.clock.moment());
    CHECK(sender.newsroom.network.asked().empty());
    sender.newsroom.clock.advance(2s);
    next.start_due(sender.newsroom.assembly->settings.channels, sender.newsroom.clock.moment());
    CHECK(sender.newsroom.network.asked().size() == 2);
  }
}

TEST_CASE("A channel that is asked to wait delays no other", "[deliveries]") {
  Sender sender(
      "[[alert]]\nname = \"team\"\ntype = \"webhook\"\nurl = \"https://team.example/hook\"\nsecret "
      "= \"whsec_YSBzZWNyZXQgb2YgMjcgYnl0ZXMgb3Igc28h\"\n");
  sender.newsroom.network.answer("https://team.example/hook", 204, "");
  sender.answer(429, "60");
  sender.owe(1);
  CHECK(sender.turn() == 1);

  sender.owe(2);
  sender.owe(owed(sender.newsroom, "team", 3));
  CHECK(sender.turn() == 1);
  CHECK(sender.newsroom.outbox()[2].state == "delivered");
}

TEST_CASE("A channel gets at most so many messages a minute", "[deliveries]") {
  Sender sender;
  sender.newsroom.assembly->settings.channels[0].most_per_minute = 3;
  for (int i = 0; i < 7; ++i) sender.owe(i);
  CHECK(sender.turn() == 3);
  CHECK(sender.turn_after(59s) == 0);
  CHECK(sender.turn_after(1s) == 3);
  CHECK(sender.turn_after(60s) == 1);
}

TEST_CASE("A later state waits while an earlier one is on its way", "[deliveries]") {
  Sender sender;
  sender.newsroom.network.hang("https://crm.example/hook");
  auto rumoured = owed(sender.newsroom, "crm", 1);
  sender.owe(rumoured);
  CHECK(sender.turn() == 1);
  auto announced = rumoured;
  announced.cause += ":later";
  sender.owe(announced);
  CHECK(sender.turn() == 0);

  sender.newsroom.network.hang("https://crm.example/hook", false);
  CHECK(sender.turn() == 0);  // the first one's answer comes in this turn
  CHECK(sender.turn() == 1);
}

TEST_CASE("A message that died does not hold up the next", "[deliveries]") {
  Sender sender;
  sender.newsroom.assembly->settings.channels[0].retry = {1ms};
  sender.answer(500);
  sender.owe(1);
  CHECK(sender.turn() == 1);
  CHECK(sender.turn_after(5ms) == 1);
  REQUIRE(sender.newsroom.outbox()[0].state == "dead");
  CHECK_THAT(sender.newsroom.outbox()[0].last_answer, Catch::Contains("HTTP 500"));

  sender.answer(204);
  sender.owe(2);
  CHECK(sender.turn() == 1);
  CHECK(sender.newsroom.outbox()[1].state == "delivered");
}

TEST_CASE("What another process owes again is sent at once", "[deliveries]") {
  Sender sender;
  sender.answer(500);
  sender.owe(1);
  CHECK(sender.turn() == 1);
  sender.newsroom.clock.advance(1s);
  CHECK(AlertTable(*sender.newsroom.database)
            .retry(std::to_string(sender.newsroom.outbox()[0].id), sender.newsroom.clock.now()));
  sender.deliveries.look_again();
  CHECK(sender.turn() == 1);
}

TEST_CASE("A dry run shows messages instead of sending them", "[deliveries]") {
  fakes::Newsroom newsroom;
  OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", 1));
  std::vector<std::string> shown;
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database,
                        [&](const OutboundMessage& message) { shown.push_back(message.cause); });

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.moment());
  deliveries.record(newsroom.clock.moment());

  CHECK(newsroom.network.asked().empty());
  CHECK(shown == std::vector<std::string>{"story:1:announced:default"});
  CHECK(newsroom.outbox()[0].state == "delivered");
  CHECK(newsroom.outbox()[0].last_answer == "not sent: a dry run");
}

}  // namespace tipoff
