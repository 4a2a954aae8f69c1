// Messages of every kind of bundle, for mail and webhook.
#include "alert/compose.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

constexpr auto anna = "anna@sales.example";

OutboundMessage mail_of(Bundle::Kind kind, std::vector<DueNews> told) {
  return compose(test::sample_mail(), anna, "cause", {.kind = kind, .told = std::move(told)},
                 test::march_2);
}

DueNews of_account(const std::string& id) {
  TriggerNews news = test::sample_news();
  news.entry.id = id;
  return test::due(news);
}

}  // namespace

TEST_CASE("A message is owed from the moment it is made, under its cause", "[alert]") {
  const auto message = mail_of(Bundle::Kind::single, {test::due(test::sample_news())});
  CHECK(message.channel == "team");
  CHECK(message.recipient == anna);
  CHECK(message.cause == "cause");
  CHECK(message.topic == "story:5:default");
  CHECK(message.created_at == test::march_2);
  CHECK(message.next_try == test::march_2);
  CHECK(message.subject ==
        "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps for 300 million euros");
  CHECK_THAT(message.message_id, Catch::StartsWith("<msg_") && Catch::EndsWith("@sales.example>"));
  CHECK_THAT(message.body, Catch::Contains("\r\nAuto-Submitted: auto-generated\r\n"));
}

TEST_CASE("A message of several is a topic of its own", "[alert]") {
  CHECK(mail_of(Bundle::Kind::group, {of_account("a"), of_account("b")}).topic == "cause");
}

TEST_CASE("The same cause has the same id, at whatever time", "[alert]") {
  const Bundle bundle{.kind = Bundle::Kind::single, .told = {test::due(test::sample_news())}};
  const auto id = [&](const std::string& cause, Time now) {
    return compose(test::sample_mail(), anna, cause, bundle, now).message_id;
  };
  CHECK(id("a", test::march_2) == id("a", test::march_2 + std::chrono::hours{1}));
  CHECK(id("a", test::march_2) != id("b", test::march_2));
}

TEST_CASE("Mail about one account is one thread, what tells of several stands alone", "[alert]") {
  const auto threaded = [](const OutboundMessage& message) {
    return message.body.find("References: <account_") != std::string::npos;
  };
  CHECK(threaded(mail_of(Bundle::Kind::group, {of_account("a"), of_account("a")})));
  CHECK_FALSE(threaded(mail_of(Bundle::Kind::group, {of_account("a"), of_account("b")})));
}

TEST_CASE("A reminder is called one", "[alert]") {
  DueNews due = test::due(test::sample_news(), "reminder");
  due.notice.cause = "reminder:5:1:default";
  CHECK_THAT(mail_of(Bundle::Kind::reminder, {due}).subject,
             Catch::StartsWith("Reminder: Nordwerk AG (5/9): "));
}

TEST_CASE("A webhook has the body of its one change", "[alert]") {
  const Channel channel = test::sample_webhook();
  const auto message = compose(
      channel, channel.url, "cause",
      {.kind = Bundle::Kind::single, .told = {test::due(test::sample_news())}}, test::march_2);
  CHECK_THAT(message.body, Catch::StartsWith("{\"type\":\"trigger.detected\""));
  CHECK_THAT(message.message_id, Catch::StartsWith("msg_"));
}

TEST_CASE("A digest can be left by writing to its sender, other mail cannot", "[alert]") {
  const std::string header =
      "\r\nList-Unsubscribe: <mailto:tipoff@sales.example?subject=unsubscribe%20team>\r\n";
  const auto digest = compose_digest(test::sample_mail(), anna, "digest:2026-03-02",
                                     {.kind = Bundle::Kind::digest, .told = {}}, {}, test::march_2);
  CHECK_THAT(digest.body, Catch::Contains(header));
  CHECK(digest.cause == "digest:2026-03-02");
  CHECK_THAT(mail_of(Bundle::Kind::single, {test::due(test::sample_news())}).body,
             !Catch::Contains("List-Unsubscribe"));
}

TEST_CASE("A brief of any other news is written as the channel wants it", "[alert]") {
  Brief brief;
  brief.subject = "A feed fails";
  const auto mail = written(test::sample_mail(), anna, "feed:x", brief, "feed_1", test::march_2);
  CHECK_THAT(mail.body, Catch::Contains("\r\nSubject: A feed fails\r\n") &&
                            Catch::Contains("References: <feed_1@sales.example>"));
  CHECK(mail.topic == "feed:x");
}

TEST_CASE("No hostile title adds a header to a mail, whatever it stands in", "[alert]") {
  const auto headers_of = [](const OutboundMessage& message) {
    const std::string head = message.body.substr(0, message.body.find("\r\n\r\n"));
    std::size_t lines = 0;
    for (std::size_t at = 0; at != std::string::npos; at = head.find("\r\n", at + 1))
      if (at == 0 || (head[at + 2] != ' ' && head[at + 2] != '\t')) ++lines;
    return lines;
  };
  const auto kind = GENERATE(Bundle::Kind::single, Bundle::Kind::group, Bundle::Kind::quiet,
                             Bundle::Kind::storm, Bundle::Kind::reminder, Bundle::Kind::digest);
  const std::size_t plain = headers_of(mail_of(kind, {of_account("a"), of_account("b")}));
  for (const std::string_view title : test::hostile_titles) {
    CAPTURE(title);
    DueNews due = of_account("a");
    due.news.story.title = due.news.story.event = due.news.entry.name = title;
    due.notice.reason = title;
    CHECK(headers_of(mail_of(kind, {due, of_account("b")})) == plain);
  }
}

}  // namespace tipoff
