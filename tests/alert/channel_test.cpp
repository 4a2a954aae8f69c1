#include "alert/channel.h"

#include "catch.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("Where no waits are written, a webhook and a chat are tried as Standard Webhooks advises",
          "[alert]") {
  const std::vector<std::chrono::milliseconds> expected = {5s,  5min, 30min, 2h, 5h,
                                                           10h, 14h,  20h,   24h};
  CHECK(retry_waits(Channel{}) == expected);
  Channel chat;
  chat.kind = ChannelKind::slack;
  CHECK(retry_waits(chat) == expected);
}

TEST_CASE("Mail waits a quarter of an hour first, as greylisting asks, and goes on for days",
          "[alert]") {
  Channel mail;
  mail.kind = ChannelKind::email;
  const auto waits = retry_waits(mail);
  CHECK(waits.front() == 15min);
  std::chrono::milliseconds all{0};
  for (const auto wait : waits) all += wait;
  CHECK(all > 96h);
}

TEST_CASE("Waits that a person wrote hold for either kind", "[alert]") {
  Channel channel;
  channel.retry = {200ms, 2s};
  CHECK(retry_waits(channel) == channel.retry);
  channel.kind = ChannelKind::email;
  CHECK(retry_waits(channel) == channel.retry);
}

TEST_CASE("Mail reaches each address, a webhook its URL, and a chat, whose URL is secret, its name",
          "[alert]") {
  Channel channel;
  channel.name = "team";
  channel.url = "https://hooks.example/secret";
  channel.to = {"anna@sales.example", "ben@sales.example"};
  CHECK(recipients_of(channel) == std::vector<std::string>{"https://hooks.example/secret"});
  channel.kind = ChannelKind::email;
  CHECK(recipients_of(channel) == channel.to);
  channel.kind = ChannelKind::feishu;
  CHECK(recipients_of(channel) == std::vector<std::string>{"team"});
}

}  // namespace tipoff
