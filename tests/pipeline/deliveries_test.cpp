#include "pipeline/deliveries.h"

#include "catch.h"
#include "fakes/newsroom.h"

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

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
  CHECK(deliveries.on_the_way() == 1);
  CHECK(newsroom.outbox()[0].state == "owed");
  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
  CHECK(newsroom.network.under_way() == 1);  // not sent a second time while it is on its way

  newsroom.network.turn(0ms, {});
  CHECK(deliveries.record(newsroom.clock.now()) == 1);
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

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
  newsroom.mail.collect();
  deliveries.record(newsroom.clock.now());

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

  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
  newsroom.network.turn(0ms, {});
  deliveries.record(newsroom.clock.now());

  CHECK(newsroom.outbox()[0].state == "owed");
  CHECK(newsroom.outbox()[1].state == "delivered");
}

TEST_CASE("A receiver gets at most eight messages at once", "[deliveries]") {
  fakes::Newsroom newsroom;
  for (int i = 0; i < 20; ++i) OutboxTable(*newsroom.database).owe(owed(newsroom, "crm", i));
  Deliveries deliveries(newsroom.network, newsroom.mail, *newsroom.database);
  std::size_t most = 0;
  for (int turn = 0; turn < 5; ++turn) {
    deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
    most = std::max(most, newsroom.network.under_way());
    newsroom.network.turn(0ms, {});
    deliveries.record(newsroom.clock.now());
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
  deliveries.start_due(newsroom.assembly->settings.channels, newsroom.clock.now());
  newsroom.network.turn(0ms, {});
  deliveries.record(newsroom.clock.now());

  CHECK(newsroom.outbox()[0].state == "dead");
  CHECK(OutboxTable(*newsroom.database).is_off("crm", "https://crm.example/hook"));
}

}  // namespace tipoff
