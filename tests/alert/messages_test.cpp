#include <set>

#include "alert/news.h"
#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("A webhook is owed one message for one story state", "[alert]") {
  const auto messages = test::messages_for(test::sample_webhook(), test::sample_news(), "new");
  REQUIRE(messages.size() == 1);
  const OutboundMessage& message = messages[0];
  CHECK(message.channel == "crm");
  CHECK(message.recipient == "http://127.0.0.1:9000/hook");
  CHECK(message.cause == "story:5:announced:default");
  CHECK(message.topic == "story:5:default");
  CHECK_THAT(message.message_id, Catch::StartsWith("msg_"));
  CHECK(message.message_id.size() == 36);
  CHECK_THAT(message.body, Catch::StartsWith("{\"type\":\"trigger.detected\""));
  CHECK(message.created_at == test::march_2);
  CHECK(message.next_try == test::march_2);
  CHECK(message.state == "owed");
  CHECK(message.attempts == 0);
}

TEST_CASE("Each recipient of mail is owed a message of their own", "[alert]") {
  const auto messages = test::messages_for(test::sample_mail(), test::sample_news(), "new");
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].recipient == "anna@sales.example");
  CHECK_THAT(messages[0].body, Catch::Contains("\r\nTo: anna@sales.example\r\n"));
  CHECK(messages[1].recipient == "ben@sales.example");
  CHECK_THAT(messages[1].body, Catch::Contains("\r\nTo: ben@sales.example\r\n"));
  CHECK_THAT(messages[0].body,
             Catch::Contains("\r\nMessage-ID: " + messages[0].message_id + "\r\n"));
  CHECK_THAT(messages[0].message_id, Catch::EndsWith("@sales.example>"));
}

TEST_CASE("A message id is the same for the same message and differs for every other", "[alert]") {
  const TriggerNews news = test::sample_news();
  TriggerNews later = news;
  later.at += std::chrono::hours{1};
  TriggerNews moved = news;
  moved.story.certainty = Certainty::completed;
  TriggerNews other_story = news;
  other_story.story.id = 6;
  TriggerNews other_seller = news;
  other_seller.seller = "anna";
  Channel second = test::sample_webhook();
  second.name = "crm2";

  const auto id = [](const Channel& channel, const TriggerNews& told) {
    return test::messages_for(channel, told, "new").front().message_id;
  };
  const Channel crm = test::sample_webhook();
  CHECK(id(crm, later) == id(crm, news));
  const std::set<std::string> different = {id(crm, news), id(crm, moved), id(crm, other_story),
                                           id(crm, other_seller), id(second, news)};
  CHECK(different.size() == 5);
}

TEST_CASE("All mail about an account is one thread", "[alert]") {
  const auto thread = [](const TriggerNews& news) {
    const std::string body = test::messages_for(test::sample_mail(), news, "new").front().body;
    const std::size_t begin = body.find("References: ");
    REQUIRE(begin != std::string::npos);
    return body.substr(begin, body.find("\r\n", begin) - begin);
  };
  const TriggerNews news = test::sample_news();
  TriggerNews next = news;
  next.story.id = 9;
  TriggerNews other = news;
  other.entry.id = "halden";
  CHECK(thread(next) == thread(news));
  CHECK(thread(other) != thread(news));
}

}  // namespace tipoff
