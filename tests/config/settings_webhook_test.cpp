// Webhooks, and what may be wrong with them.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u";

std::string webhook(std::string_view more) {
  std::string text = "[[alert]]\nname = \"crm\"\ntype = \"webhook\"\n";
  return text.append(more);
}

}  // namespace

TEST_CASE("A webhook is read with its secret and waits", "[settings]") {
  const SettingsText read(
      webhook("url = \"http://127.0.0.1:9000/hook\"\nretry = [\"200ms\", \"5m\"]\nsecret = \"" +
              std::string(secret) + "\"\n"));
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.channels.size() == 1);
  const Channel& channel = read.settings.channels[0];
  CHECK(channel.name == "crm");
  CHECK(channel.kind == ChannelKind::webhook);
  CHECK(channel.url == "http://127.0.0.1:9000/hook");
  CHECK(channel.secrets == std::vector<std::string>{std::string(secret)});
  CHECK(channel.retry == std::vector<std::chrono::milliseconds>{200ms, 5min});
}

TEST_CASE("While a secret is changed there may be two, the newest first", "[settings]") {
  const SettingsText read(webhook(
      "url = \"https://crm.example/\"\nsecret = [\"whsec_bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3\", \"" +
      std::string(secret) + "\"]\n"));
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.channels.at(0).secrets.size() == 2);
  CHECK(read.settings.channels[0].secrets[1] == secret);
}

TEST_CASE("A webhook without a sound address or secret is a complaint that keeps the secret",
          "[settings]") {
  const SettingsText read(webhook("url = \"crm.example\"\nsecret = \"whsec_not base64\"\n") +
                          "[[alert]]\nname = \"two\"\ntype = \"webhook\"\n");
  REQUIRE(read.lines.size() == 4);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:4: alert[1].url: must be a URL"));
  CHECK(read.lines[1] ==
        "tipoff.toml:5: alert[1].secret: must be \"whsec_\" and the base64 of the key, best of 24 "
        "to 64 bytes");
  CHECK_THAT(read.lines[2], Catch::StartsWith("tipoff.toml:6: alert[2].url: is missing"));
  CHECK_THAT(read.lines[3], Catch::StartsWith("tipoff.toml:6: alert[2].secret: is missing"));
}

TEST_CASE("A webhook at an address that is never asked is a complaint", "[settings]") {
  const SettingsText read(
      webhook("url = \"http://169.254.169.254/hook\"\nsecret = "
              "\"whsec_YSBzZWNyZXQgb2YgMjcgYnl0ZXMgb3Igc28h\"\n"));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("link-local or metadata address"));
}

TEST_CASE("A short secret is used, with a warning", "[settings]") {
  const SettingsText read(webhook("url = \"https://crm.example/\"\nsecret = \"whsec_dGVzdA==\"\n"));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("warning") && Catch::Contains("24 to 64 bytes"));
  CHECK(read.settings.channels.at(0).secrets == std::vector<std::string>{"whsec_dGVzdA=="});
}

}  // namespace tipoff
