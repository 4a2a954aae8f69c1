// [push] and [web].
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("Push is off where no callback is written", "[settings][push]") {
  const SettingsText read("");
  CHECK_FALSE(read.settings.push.is_on());
}

TEST_CASE("Callback, lease and cap are read", "[settings][push]") {
  const SettingsText read(
      "[push]\ncallback = \"https://tipoff.example.com/push\"\nlease = \"2d\"\nmax_body = 65536\n"
      "[web]\nhosts = [\"tipoff.lan\", \"10.0.0.7\"]\n");
  REQUIRE(read.lines.empty());
  CHECK(read.settings.push.callback == "https://tipoff.example.com/push");
  CHECK(read.settings.push.lease == 48h);
  CHECK(read.settings.push.body_cap == 65536);
  CHECK(read.settings.web_hosts == std::vector<std::string>{"tipoff.lan", "10.0.0.7"});
}

TEST_CASE("A callback that hubs could not use is a complaint", "[settings][push]") {
  const auto callback =
      GENERATE("", "tipoff.example.com/push", "ftp://tipoff.example.com/push",
               "https://tipoff.example.com", "https://tipoff.example.com/",
               "https://tipoff.example.com/push/", "https://tipoff.example.com/push?a",
               "https://tipoff.example.com/push#a", "https://user@tipoff.example.com/push");
  CAPTURE(callback);
  const SettingsText read("[push]\ncallback = \"" + std::string(callback) + "\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:2: push.callback: "));
  CHECK_FALSE(read.settings.push.is_on());
}

TEST_CASE("A callback without TLS is warned of, but for loopback", "[settings][push]") {
  const SettingsText open("[push]\ncallback = \"http://tipoff.example.com/push\"\n");
  REQUIRE(open.lines.size() == 1);
  CHECK_THAT(open.lines[0], Catch::Contains("unencrypted"));
  CHECK(open.settings.push.is_on());
  CHECK(SettingsText("[push]\ncallback = \"http://127.0.0.1:8080/push\"\n").lines.empty());
}

TEST_CASE("A host is written alone", "[settings][push]") {
  const SettingsText read("[web]\nhosts = [\"https://tipoff.lan\"]\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("write it alone"));
}

}  // namespace tipoff
