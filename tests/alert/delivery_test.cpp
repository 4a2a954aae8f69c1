#include "alert/delivery.h"

#include <algorithm>

#include "alert/sample_news.h"
#include "catch.h"
#include "net/signature.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

OutboundMessage tried(int attempts) {
  OutboundMessage message =
      test::messages_for(test::sample_webhook(), test::sample_news(), "new").front();
  message.attempts = attempts;
  return message;
}

Response answer(int status, std::string retry_after = {}) {
  Response response;
  response.status = status;
  if (!retry_after.empty()) response.headers.emplace_back("retry-after", std::move(retry_after));
  return response;
}

MailResult mail_answer(MailOutcome outcome, int code, std::string words) {
  MailResult result;
  result.outcome = outcome;
  result.code = code;
  result.answer = std::move(words);
  return result;
}

std::chrono::seconds wait_after(int attempts, const Response& response, double chance = 0) {
  const auto outcome =
      after_answer(tried(attempts), test::sample_webhook(), response, chance, test::march_2);
  REQUIRE(outcome.message.state == "owed");
  return outcome.message.next_try - test::march_2;
}

}  // namespace

TEST_CASE("A webhook request carries the headers of Standard Webhooks", "[alert]") {
  const Channel channel = test::sample_webhook();
  const OutboundMessage message = tried(0);
  const auto request = webhook_request(channel, message, test::march_2);
  REQUIRE(request);
  CHECK(request->url == channel.url);
  CHECK(request->post);
  CHECK(request->body == message.body);
  CHECK(request->most_redirects == 0);
  CHECK(request->addresses == AddressRule::private_too);
  const auto& headers = request->headers;
  const auto has = [&](const std::string& line) {
    return std::count(headers.begin(), headers.end(), line) == 1;
  };
  CHECK(has("Content-Type: application/json"));
  CHECK(has("webhook-id: " + message.message_id));
  CHECK(has("webhook-timestamp: 1772438400"));
  const auto signature =
      webhook_signature(channel.secrets, message.message_id, 1772438400, message.body);
  REQUIRE(signature);
  CHECK(has("webhook-signature: " + *signature));
}

TEST_CASE("Nothing is sent unsigned", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.secrets.clear();
  CHECK_FALSE(webhook_request(channel, tried(0), test::march_2));
}

TEST_CASE("A secret that cannot be used is an error that names the channel", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.secrets = {"whsec_***"};
  const auto request = webhook_request(channel, tried(0), test::march_2);
  REQUIRE_FALSE(request);
  CHECK_THAT(request.error().message, Catch::Contains("crm"));
  CHECK_THAT(request.error().message, !Catch::Contains("***"));
}

TEST_CASE("Mail goes from bare address to bare address", "[alert]") {
  const Channel channel = test::sample_mail();
  OutboundMessage message;
  message.recipient = "Anna <anna@sales.example>";
  message.body = "Subject: x\r\n\r\n";
  const Mail mail = mail_for(channel, message);
  CHECK(mail.from == "tipoff@sales.example");
  CHECK(mail.to == "anna@sales.example");
  CHECK(mail.message == message.body);
  CHECK(mail.server == channel.server);
}

TEST_CASE("Any 2xx means delivered", "[alert]") {
  for (const int status : {200, 202, 204, 299}) {
    const auto outcome =
        after_answer(tried(0), test::sample_webhook(), answer(status), 0, test::march_2);
    CHECK(outcome.message.state == "delivered");
    CHECK(outcome.message.attempts == 1);
    CHECK(outcome.message.last_answer == "HTTP " + std::to_string(status));
    CHECK_FALSE(outcome.switch_channel_off);
  }
}

TEST_CASE("410 is the end, and switches the endpoint off", "[alert]") {
  const auto outcome =
      after_answer(tried(0), test::sample_webhook(), answer(410), 0, test::march_2);
  CHECK(outcome.message.state == "dead");
  CHECK(outcome.switch_channel_off);
}

TEST_CASE("Every other answer, and none, is tried again", "[alert]") {
  for (const int status : {0, 199, 301, 302, 307, 400, 401, 404, 408, 429, 500, 503, 599}) {
    CAPTURE(status);
    CHECK(wait_after(0, answer(status)) == 5s);
  }
}

TEST_CASE("A redirect is a failure that says what to do", "[alert]") {
  Response moved = answer(301);
  moved.headers.emplace_back("location", "https://crm.example/new");
  const auto outcome = after_answer(tried(0), test::sample_webhook(), moved, 0, test::march_2);
  CHECK_THAT(outcome.message.last_answer, Catch::Contains("https://crm.example/new"));
}

TEST_CASE("A delivery is tried ten times over three days, then it is dead with its reason",
          "[alert]") {
  const std::vector<std::chrono::seconds> waits = {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
  for (std::size_t failed = 0; failed < waits.size(); ++failed)
    CHECK(wait_after(static_cast<int>(failed), answer(500)) == waits[failed]);
  const auto last = after_answer(tried(9), test::sample_webhook(), answer(500), 0, test::march_2);
  CHECK(last.message.state == "dead");
  CHECK(last.message.last_answer == "given up after 10 attempts: HTTP 500");
}

TEST_CASE("Chance lengthens a wait by a fifth at the most, and never shortens it", "[alert]") {
  CHECK(wait_after(1, answer(500), 0) == 300s);
  CHECK(wait_after(1, answer(500), 0.5) == 330s);
  CHECK(wait_after(1, answer(500), 0.999) == 360s);
}

TEST_CASE("Waits below a second become one, because time here is whole seconds", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.retry = {200ms};
  const auto outcome = after_answer(tried(0), channel, answer(500), 0.9, test::march_2);
  CHECK(outcome.message.next_try == test::march_2 + 1s);
}

TEST_CASE("The exact wait is told beside the one in whole seconds", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.retry = {200ms};
  CHECK(after_answer(tried(0), channel, answer(500), 0, test::march_2).wait == 200ms);
  CHECK(after_answer(tried(0), channel, answer(500), 0.5, test::march_2).wait == 220ms);
  CHECK(after_answer(tried(0), channel, answer(429, "7"), 0.5, test::march_2).wait == 7s);
}

TEST_CASE("Retry-After on 429 and 503 is for everything that goes to the receiver", "[alert]") {
  const auto hold = [](int attempts, int status, const char* retry_after) {
    return after_answer(tried(attempts), test::sample_webhook(), answer(status, retry_after), 0,
                        test::march_2)
        .hold;
  };
  CHECK(hold(0, 429, "60") == 60s);
  CHECK(hold(0, 503, "60") == 60s);
  CHECK(hold(9, 429, "60") == 60s);  // though this message is given up
  CHECK(hold(0, 500, "60") == 0s);
  CHECK(hold(0, 429, "") == 0s);
}

TEST_CASE("Retry-After is a floor under the wait, never a shortcut", "[alert]") {
  CHECK(wait_after(0, answer(429, "60")) == 61s);  // `now` is a second that has begun
  CHECK(wait_after(0, answer(503, " 60 ")) == 61s);
  CHECK(wait_after(0, answer(429, "Mon, 02 Mar 2026 08:10:00 GMT")) == 601s);
  CHECK(wait_after(1, answer(429, "1")) == 5min);
  CHECK(wait_after(0, answer(429, "Mon, 02 Mar 2026 07:00:00 GMT")) == 5s);
}

TEST_CASE("A Retry-After that makes no sense is passed over, an endless one is bounded",
          "[alert]") {
  for (const char* nonsense : {"soon", "-5", "0", "5.5.5", "1e9x"}) {
    CAPTURE(nonsense);
    CHECK(wait_after(0, answer(429, nonsense)) == 5s);
  }
  CHECK(wait_after(0, answer(429, "99999999999")) == 720h + 1s);
  CHECK(wait_after(0, answer(429, "99999999999999999999999")) == 720h + 1s);
}

TEST_CASE("What the receiver said is kept as one short line", "[alert]") {
  Response response = answer(500);
  response.body = "broken\r\n\x1b[2J" + std::string(5000, 'x');
  const auto outcome = after_answer(tried(0), test::sample_webhook(), response, 0, test::march_2);
  CHECK_THAT(outcome.message.last_answer, Catch::StartsWith("HTTP 500: broken [2Jxx"));
  CHECK(outcome.message.last_answer.size() <= 300);
}

TEST_CASE("A receiver that cannot be reached leaves the cause", "[alert]") {
  Response none;
  none.failure = "connection refused";
  const auto outcome = after_answer(tried(0), test::sample_webhook(), none, 0, test::march_2);
  CHECK(outcome.message.last_answer == "no answer: connection refused");
}

TEST_CASE("An SMTP server accepts, refuses for good, or asks for patience", "[alert]") {
  const Channel channel = test::sample_mail();
  const OutboundMessage message = test::messages_for(channel, test::sample_news(), "new").front();
  const auto accepted = after_answer(
      message, channel, mail_answer(MailOutcome::accepted, 250, "queued"), 0, test::march_2);
  CHECK(accepted.message.state == "delivered");
  CHECK(accepted.message.last_answer == "SMTP 250: queued");

  const auto refused = after_answer(
      message, channel, mail_answer(MailOutcome::refused, 550, "550 5.1.1 no such user"), 0,
      test::march_2);
  CHECK(refused.message.state == "dead");
  CHECK(refused.message.last_answer == "SMTP 550 5.1.1 no such user");

  const auto later = after_answer(
      message, channel, mail_answer(MailOutcome::try_later, 451, "greylisted"), 0, test::march_2);
  CHECK(later.message.state == "owed");
  CHECK(later.message.next_try == test::march_2 + 15min);
  CHECK(later.message.message_id == message.message_id);
  CHECK(later.message.body == message.body);
}

namespace {

Channel sample_chat(ChannelKind kind) {
  Channel channel;
  channel.name = "sales";
  channel.kind = kind;
  channel.url = "http://127.0.0.1:9000/chat";
  channel.retry = {1min, 1h};
  return channel;
}

DeliveryOutcome chat_outcome(ChannelKind kind, int status, std::string body,
                             std::string retry_after = {}) {
  Response response = answer(status, std::move(retry_after));
  response.body = std::move(body);
  OutboundMessage message;
  message.channel = "sales";
  return after_answer(message, sample_chat(kind), response, 0, test::march_2);
}

}  // namespace

TEST_CASE("What goes by HTTP is asked for by the channel's kind", "[alert]") {
  const auto webhook = delivery_request(test::sample_webhook(), tried(0), test::march_2);
  REQUIRE(webhook);
  CHECK(std::ranges::any_of(webhook->headers, [](const std::string& header) {
    return header.starts_with("webhook-signature: ");
  }));
  OutboundMessage message;
  message.body = "{}";
  const auto chat = delivery_request(sample_chat(ChannelKind::slack), message, test::march_2);
  REQUIRE(chat);
  CHECK(chat->url == "http://127.0.0.1:9000/chat");
  CHECK(std::ranges::none_of(
      chat->headers, [](const std::string& header) { return header.starts_with("webhook-"); }));
}

TEST_CASE("A chat has a message when its body says so, not when its status does", "[alert]") {
  CHECK(chat_outcome(ChannelKind::slack, 200, "ok").message.state == "delivered");
  CHECK(chat_outcome(ChannelKind::slack, 200, "no").message.state == "owed");
  CHECK(chat_outcome(ChannelKind::feishu, 200, R"({"code":19021})").message.state == "owed");
  const auto outcome = chat_outcome(ChannelKind::wecom, 200, R"({"errcode":45009})");
  CHECK(outcome.message.attempts == 1);
  CHECK(outcome.message.last_answer == R"(HTTP 200: {"errcode":45009})");
}

TEST_CASE("A chat whose webhook is gone is switched off", "[alert]") {
  const auto outcome = chat_outcome(ChannelKind::slack, 404, "no_service");
  CHECK(outcome.message.state == "dead");
  CHECK(outcome.switch_channel_off);
  CHECK(outcome.message.last_answer == "the chat's webhook is gone (HTTP 404: no_service)");
}

TEST_CASE("What a chat will never take is dead at once, and the chat stays on", "[alert]") {
  const auto outcome = chat_outcome(ChannelKind::slack, 400, "invalid_payload");
  CHECK(outcome.message.state == "dead");
  CHECK_FALSE(outcome.switch_channel_off);
  CHECK_THAT(outcome.message.last_answer, Catch::Contains("never"));
}

TEST_CASE("What a chat asks to wait is a floor under the wait, in header or body", "[alert]") {
  const auto wait = [](const DeliveryOutcome& outcome) {
    REQUIRE(outcome.message.state == "owed");
    return outcome.message.next_try - test::march_2;
  };
  CHECK(wait(chat_outcome(ChannelKind::discord, 429, R"({"retry_after":64.57})")) == 66s);
  CHECK(wait(chat_outcome(ChannelKind::discord, 429, R"({"retry_after":90})", "100")) == 101s);
  CHECK(wait(chat_outcome(ChannelKind::discord, 429, R"({"retry_after":0.3})")) == 60s);
  CHECK(wait(chat_outcome(ChannelKind::discord, 429, R"({"retry_after":1e300})")) == 720h + 1s);
  CHECK(wait(chat_outcome(ChannelKind::slack, 429, "rate_limited", "120")) == 121s);
  CHECK(wait(chat_outcome(ChannelKind::slack, 503, "", "120")) == 121s);
  CHECK(wait(chat_outcome(ChannelKind::dingtalk, 200, R"({"errcode":130101})")) == 601s);
  CHECK(wait(chat_outcome(ChannelKind::dingtalk, 200, R"({"errcode":310000})")) == 60s);
}

TEST_CASE("A chat that never answers leaves the message dead with its reason", "[alert]") {
  OutboundMessage message;
  message.attempts = 2;
  const auto outcome =
      after_answer(message, sample_chat(ChannelKind::teams), answer(500), 0, test::march_2);
  CHECK(outcome.message.state == "dead");
  CHECK(outcome.message.last_answer == "given up after 3 attempts: HTTP 500");
  CHECK_FALSE(outcome.switch_channel_off);
}

}  // namespace tipoff
