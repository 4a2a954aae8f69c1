// [feeds] and [fetch].
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

TEST_CASE("Feeds and searches are read with all their keys", "[settings]") {
  const SettingsText read(R"([feeds]
allow_private_networks = true
baseline = false
max_age = "1d"
[[feeds.feed]]
url = "https://wire.example/rss.xml"
title = "Wire"
language = "en"
interval = "30m"
allow_private_networks = false
[[feeds.feed]]
url = "file:///srv/news.xml"
[[feeds.search]]
url = "https://news.example/rss?q={query}"
interval = "1h"
language = "de"
)");
  REQUIRE(read.lines.empty());
  CHECK(read.settings.allow_private_networks);
  CHECK_FALSE(read.settings.baseline);
  CHECK(read.settings.max_age == 24h);
  REQUIRE(read.settings.feeds.size() == 2);
  CHECK(read.settings.feeds[0].title == "Wire");
  CHECK(read.settings.feeds[0].interval == 30min);
  CHECK_FALSE(read.settings.feeds[0].allow_private_networks);
  CHECK(read.settings.feeds[1].interval == std::nullopt);
  CHECK(read.settings.feeds[1].allow_private_networks);
  REQUIRE(read.settings.searches.size() == 1);
  CHECK(read.settings.searches[0] ==
        NewsSearch{"https://news.example/rss?q={query}", 1h, true, "de", {}, {}});
}

TEST_CASE("A feed that cannot be polled is a complaint, and left out", "[settings]") {
  const SettingsText read(R"([[feeds.feed]]
title = "no url"
[[feeds.feed]]
url = "ftp://old.example/feed"
[[feeds.feed]]
url = "file://relative.xml"
[[feeds.feed]]
url = "https://a.example/"
interval = "200ms"
)");
  REQUIRE(read.lines.size() == 4);
  CHECK(read.lines[0] == "tipoff.toml:1: feeds.feed[1].url: is missing");
  CHECK_THAT(read.lines[1],
             Catch::StartsWith("tipoff.toml:4: feeds.feed[2].url: must be a URL that begins with"));
  CHECK_THAT(read.lines[2], Catch::Contains("with its whole path: file:///"));
  CHECK(read.lines[3] == "tipoff.toml:9: feeds.feed[4].interval: must be at least 1s");
  CHECK(read.settings.feeds.size() == 1);
}

TEST_CASE("A feed that is written twice is a warning, and the first stays", "[settings]") {
  const SettingsText read(
      "[[feeds.feed]]\nurl = \"https://a.example/\"\ntitle = \"one\"\n[[feeds.feed]]\nurl = "
      "\"https://a.example/\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0],
             Catch::StartsWith("tipoff.toml:5: warning: feeds.feed[2].url: is the feed of line 2"));
  REQUIRE(read.settings.feeds.size() == 1);
  CHECK(read.settings.feeds[0].title == "one");
}

TEST_CASE("A search needs a place for the account's name", "[settings]") {
  const SettingsText read("[[feeds.search]]\nurl = \"https://news.example/rss\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("feeds.search[1].url: must hold {query}"));
  CHECK(read.settings.searches.empty());
}

TEST_CASE("How feeds are asked is read from the table fetch", "[settings]") {
  const SettingsText read(R"([fetch]
connect_timeout = "200ms"
timeout = "5s"
max_body = 1048576
user_agent = "Newsreader/1"
contact = "ops@example.com"
proxy = "http://127.0.0.1:3128"
per_host = 1
at_once = 64
)");
  REQUIRE(read.lines.empty());
  const FetchSettings& fetch = read.settings.fetch;
  CHECK(fetch.connect_timeout == 200ms);
  CHECK(fetch.timeout == 5s);
  CHECK(fetch.body_cap == 1U << 20);
  CHECK(fetch.user_agent == "Newsreader/1");
  CHECK(fetch.contact == "ops@example.com");
  CHECK(fetch.proxy == "http://127.0.0.1:3128");
  CHECK(fetch.per_host == 1);
  CHECK(fetch.at_once == 64);
}

TEST_CASE("A header of ours cannot be broken by a line end", "[settings]") {
  const SettingsText read("[fetch]\nuser_agent = \"a\\r\\nCookie: b\"\nper_host = 0\n");
  REQUIRE(read.lines.size() == 2);
  CHECK_THAT(read.lines[0], Catch::Contains("fetch.user_agent: must be one line"));
  CHECK_THAT(read.lines[1], Catch::Contains("fetch.per_host: must be from 1 to"));
  CHECK(read.settings.fetch.user_agent.empty());
}

TEST_CASE("Windows, budgets and proxies are read for all feeds and for each", "[settings]") {
  const SettingsText read(R"([feeds]
window = "Mon-Fri"
[fetch]
host_budget = 500
[[feeds.feed]]
url = "https://wire.example/rss"
window = "07:00-19:00 Europe/Berlin"
budget = 50
proxy = ""
[[feeds.feed]]
url = "https://wire.example/second"
budget = 20
[[feeds.search]]
url = "https://news.example/?q={query}"
budget = 2000
proxy = "socks5h://far.example:1080"
)");
  REQUIRE(read.lines.empty());
  const Settings& settings = read.settings;
  REQUIRE(settings.feeds.size() == 2);
  CHECK(settings.feeds[0].window == parse_week_window("07:00-19:00 Europe/Berlin").value());
  CHECK(settings.feeds[0].proxy == "");
  CHECK(settings.feeds[1].window == parse_week_window("Mon-Fri").value());
  CHECK_FALSE(settings.feeds[1].proxy);
  REQUIRE(settings.searches.size() == 1);
  CHECK(settings.searches[0].proxy == "socks5h://far.example:1080");
  CHECK(budget_of(settings.fetch, "wire.example") == 20);
  CHECK(budget_of(settings.fetch, "news.example") == 500);  // the smaller holds
  CHECK(budget_of(settings.fetch, "other.example") == 500);
}

TEST_CASE("A window that is none is a complaint with an example", "[settings]") {
  const SettingsText read("[[feeds.feed]]\nurl = \"https://wire.example/\"\nwindow = \"by day\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("feeds.feed[1].window: 'by'"));
}

TEST_CASE("A proxy is written with its scheme", "[settings]") {
  const SettingsText read("[fetch]\nproxy = \"proxy.example:3128\"\n");
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:2: fetch.proxy: must begin with"));
}

}  // namespace tipoff
