// Chats: their address is a secret, and belongs to the kind.
#include <cstdlib>

#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

namespace {

std::string chat(std::string_view kind, std::string_view more) {
  return std::string("[[alert]]\nname = \"desk\"\ntype = \"")
      .append(kind)
      .append("\"\n")
      .append(more);
}

}  // namespace

TEST_CASE("Every kind of chat is read with an address on this machine", "[settings]") {
  const std::pair<const char*, ChannelKind> kinds[] = {
      {"slack", ChannelKind::slack},       {"teams", ChannelKind::teams},
      {"discord", ChannelKind::discord},   {"feishu", ChannelKind::feishu},
      {"dingtalk", ChannelKind::dingtalk}, {"wecom", ChannelKind::wecom}};
  for (const auto& [name, kind] : kinds) {
    CAPTURE(name);
    const SettingsText read(chat(name, "url = \"http://127.0.0.1:9000/x\"\n"));
    CHECK(read.lines.empty());
    REQUIRE(read.settings.channels.size() == 1);
    CHECK(read.settings.channels[0].kind == kind);
    CHECK(read.settings.channels[0].url == "http://127.0.0.1:9000/x");
    CHECK(read.settings.channels[0].policy.most_per_hour == 100);
  }
}

TEST_CASE("A chat's address may stand in a file or in the environment", "[settings]") {
  setenv("TIPOFF_TEST_CHAT", "https://hooks.slack.com/services/T0/B0/abc", 1);
  const SettingsText read(chat("slack", "url_env = \"TIPOFF_TEST_CHAT\"\n"));
  CHECK(read.lines.empty());
  CHECK(read.settings.channels.at(0).url == "https://hooks.slack.com/services/T0/B0/abc");
}

TEST_CASE("A foreign address is refused, and no complaint holds it", "[settings]") {
  for (const auto* url : {"https://evil.example/services/T0/topsecret", "topsecret",
                          "http://hooks.slack.com.evil.example/topsecret"}) {
    CAPTURE(url);
    const SettingsText read(chat("slack", std::string("url = \"") + url + "\"\n"));
    REQUIRE(read.lines.size() == 1);
    CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:4: alert[1].url: "));
    CHECK_THAT(read.lines[0], !Catch::Contains("topsecret"));
  }
}

TEST_CASE("A chat without an address is told where it may stand", "[settings]") {
  const SettingsText read(chat("wecom", ""));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0],
             Catch::Contains("alert[1].url: is missing") && Catch::Contains("url_file or url_env"));
}

TEST_CASE("Only Feishu and DingTalk have a secret to sign with", "[settings]") {
  const SettingsText signs(
      chat("dingtalk", "url = \"http://127.0.0.1/x\"\nsecret = \"SECdemo\"\n"));
  CHECK(signs.lines.empty());
  CHECK(signs.settings.channels.at(0).secrets == std::vector<std::string>{"SECdemo"});
  const SettingsText other(chat("slack", "url = \"http://127.0.0.1/x\"\nsecret = \"hunter2\"\n"));
  REQUIRE(other.lines.size() == 1);
  CHECK_THAT(other.lines[0], Catch::Contains("alert[1].secret: only feishu and dingtalk") &&
                                 !Catch::Contains("hunter2"));
}

}  // namespace tipoff
