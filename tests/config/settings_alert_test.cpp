// [[alert]]: what all kinds share.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

namespace {

constexpr std::string_view secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u";

/// A mail alert, and what a test adds to it.
std::string mail(std::string_view more) {
  std::string text =
      "[[alert]]\nname = \"team\"\ntype = \"email\"\nfrom = \"tipoff@example.com\"\nto = "
      "[\"anna@example.com\"]\n";
  return text.append(more);
}

std::string webhook(std::string_view more) {
  std::string text = "[[alert]]\nname = \"crm\"\ntype = \"webhook\"\n";
  return text.append(more);
}

}  // namespace

TEST_CASE("An unknown kind says so, and nothing else", "[settings]") {
  const SettingsText read("[[alert]]\nname = \"x\"\ntype = \"emial\"\nanything = 1\n");
  REQUIRE(read.lines.size() == 1);
  CHECK(read.lines[0] ==
        "tipoff.toml:3: alert[1].type: there is no type 'emial' (did you mean 'email'?)");
  CHECK(read.settings.channels.empty());
}

TEST_CASE("Messages are in English or Chinese, and only people have a language", "[settings]") {
  const std::string server = "server = \"smtp://m.example\"\n";
  CHECK(SettingsText(mail(server)).settings.channels.at(0).language == MessageLanguage::english);
  CHECK(SettingsText(mail(server + "language = \"zh\"\n")).settings.channels.at(0).language ==
        MessageLanguage::chinese);
  const SettingsText other(mail(server + "language = \"de\"\n"));
  REQUIRE(other.lines.size() == 1);
  CHECK_THAT(other.lines[0], Catch::EndsWith("alert[1].language: must be \"en\" or \"zh\""));
  const SettingsText hook(webhook("url = \"https://crm.example/\"\nlanguage = \"zh\"\nsecret = \"" +
                                  std::string(secret) + "\"\n"));
  REQUIRE(hook.lines.size() == 1);
  CHECK_THAT(hook.lines[0], Catch::Contains("alert[1].language: is for mail and chat"));
}

TEST_CASE("A webhook may hear of list versions, and people may not", "[settings]") {
  const SettingsText hook(webhook("url = \"https://crm.example/\"\nlists = true\nsecret = \"" +
                                  std::string(secret) + "\"\nmost_per_minute = 30\n"));
  REQUIRE(hook.lines.empty());
  CHECK(hook.settings.channels.at(0).lists);
  CHECK(hook.settings.channels.at(0).most_per_minute == 30);
  const SettingsText team(mail("server = \"smtp://m.example\"\nlists = true\n"));
  REQUIRE(team.lines.size() == 1);
  CHECK_THAT(team.lines[0], Catch::Contains("alert[1].lists: is for webhooks"));
}

TEST_CASE("Alerts have names of their own, and known sellers", "[settings]") {
  const SettingsText read(mail("server = \"smtp://m.example\"\n") +
                          mail("server = \"smtp://m.example\"\nseller = \"defualt\"\n") +
                          "[[alert]]\ntype = \"webhook\"\n");
  REQUIRE(read.lines.size() == 5);
  CHECK(read.lines[0] == "tipoff.toml:8: alert[2].name: the alert on line 2 has this name too");
  CHECK(read.lines[1] ==
        "tipoff.toml:13: alert[2].seller: there is no seller 'defualt' (did you mean 'default'?)");
  CHECK_THAT(read.lines[2], Catch::Contains("alert[3].name: is missing"));
}

TEST_CASE("A key of another kind of alert is unknown", "[settings]") {
  const SettingsText read(
      webhook("url = \"https://crm.example/\"\nto = [\"a@example.com\"]\nsecret = \"" +
              std::string(secret) + "\"\n"));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:5: alert[1].to: unknown key"));
}

}  // namespace tipoff
