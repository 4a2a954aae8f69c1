// The list of docs/polling.md, a test a line: whole polls on a scripted network, with a clock that
// stands still. What needs real sockets is in tests/net/polite_wire_test.cpp.
#include <set>

#include "catch.h"
#include "fakes/polling_desk.h"
#include "text/date.h"

using namespace std::chrono_literals;
using Catch::Contains;
using Catch::StartsWith;

namespace tipoff {

namespace {

using fakes::Newsroom;
using Desk = fakes::PollingDesk;

const char* const wire = "https://wire.example/rss";
const char* const press = "https://press.example/rss";

std::string feed_of(const std::string& channel, const std::vector<Time>& published = {}) {
  std::string body =
      "<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">"
      "<channel><title>Wire</title>" +
      channel;
  for (std::size_t i = 0; i < published.size(); ++i)
    body += "<item><guid>" + std::to_string(i) + "</guid><title>News " + std::to_string(i) +
            "</title><pubDate>" + format_utc(published[i]) + "</pubDate></item>";
  return body + "</channel></rss>";
}

bool carries(const Request& request, const std::string& line) {
  return std::ranges::find(request.headers, line) != request.headers.end();
}

Response status(int code, std::vector<std::pair<std::string, std::string>> headers = {}) {
  Response response;
  response.status = code;
  response.headers = std::move(headers);
  if (code == 200) response.body = feed_of("");
  return response;
}

Response broken(std::string why) {
  Response response;
  response.failure = std::move(why);
  return response;
}

}  // namespace

TEST_CASE("Validators are kept as an opaque pair, across restarts", "[polite]") {
  Desk desk;
  desk.newsroom.network.answer(
      wire, status(200, {{"etag", "W/\"a, b\""}, {"last-modified", "yesterday, perhaps"}}));
  desk.poll();

  desk.restart();
  desk.asked_within(1h, 1h);

  REQUIRE(desk.times_asked(wire) == 1);
  for (const Request& request : desk.newsroom.network.asked())
    if (request.url == wire) {
      CHECK(carries(request, "If-None-Match: W/\"a, b\""));
      CHECK(carries(request, "If-Modified-Since: yesterday, perhaps"));
    }
}

TEST_CASE("Validators are dropped after 8 days, so that a stuck 304 heals", "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://stuck.example/\"\ninterval = \"12h\"\n");
  const std::string stuck = "https://stuck.example/";
  desk.newsroom.network.answer(stuck, status(200, {{"etag", "\"1\""}}));
  desk.poll();
  desk.newsroom.network.answer(stuck, status(304));
  std::size_t conditional = 0;
  for (const Request& request : desk.asked_within(24h * 9, 12h))
    conditional += request.url == stuck && carries(request, "If-None-Match: \"1\"") ? 1 : 0;
  CHECK(conditional == 15);  // twice a day, until the eighth is over
  CHECK(desk.times_asked(stuck) > conditional);
  CHECK_THAT(desk.state(stuck).failure, Contains("was not asked that"));
}

TEST_CASE("Cache-Control and Expires are floors, with a cap", "[polite]") {
  Desk desk;
  using Headers = std::vector<std::pair<std::string, std::string>>;
  const auto [headers, wait] = GENERATE(table<Headers, std::chrono::minutes>({
      {{{"cache-control", "public, max-age=7200"}}, 120min},
      {{{"expires", "Mon, 02 Mar 2026 11:00:00 GMT"}, {"date", "Mon, 02 Mar 2026 08:00:00 GMT"}},
       180min},
      {{{"cache-control", "max-age=31536000"}}, 360min},
      {{{"cache-control", "max-age=60"}}, 30min},
      {{{"cache-control", "no-store"}}, 30min},
  }));
  desk.newsroom.network.answer(wire, status(200, headers));
  desk.poll();
  CHECK(desk.wait_of(wire) == wait);
}

TEST_CASE("ttl and sy:update* are floors, with a cap", "[polite]") {
  Desk desk;
  const auto [channel, wait] = GENERATE(table<std::string, std::chrono::minutes>({
      {"<ttl>90</ttl>", 90min},
      {"<ttl>5</ttl>", 30min},
      {"<ttl>43200</ttl>", 360min},
      {"<ttl>soon</ttl>", 30min},
      {"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>",
       60min},
      {"<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>8</sy:updateFrequency>",
       180min},
      {"<sy:updatePeriod>weekly</sy:updatePeriod>", 360min},
  }));
  desk.newsroom.network.answer(wire, 200, feed_of(channel), {{"etag", "\"1\""}});
  desk.poll();
  CHECK(desk.wait_of(wire) == wait);

  desk.newsroom.answer(wire, status(304));  // which says nothing of them: they stay in force
  desk.restart();
  desk.asked_within(wait, wait);
  CHECK(desk.wait_of(wire) == wait);
}

TEST_CASE("skipHours and skipDays are floors, with a cap", "[polite]") {
  Desk desk;  // Monday, 08:00 GMT
  const auto [channel, wait] = GENERATE(table<std::string, std::chrono::minutes>({
      {"<skipHours><hour>8</hour><hour>9</hour></skipHours>", 120min},
      {"<skipHours><hour>9</hour></skipHours>", 30min},
      {"<skipDays><day>Monday</day></skipDays>", 750min},
      {"<skipDays><day>Sunday</day></skipDays>", 30min},
  }));
  desk.newsroom.network.answer(wire, 200, feed_of(channel));
  desk.poll();
  CHECK(desk.wait_of(wire) == wait);
}

TEST_CASE("Retry-After in seconds and as a date, on 429 and on 503, holds the whole host",
          "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://wire.example/second\"\ninterval = \"5m\"\n");
  desk.newsroom.feed("https://wire.example/second", {});
  const int code = GENERATE(429, 503);
  const std::string when = GENERATE("7200", "Mon, 02 Mar 2026 10:00:00 GMT");
  desk.newsroom.answer(wire, status(code, {{"retry-after", when}}));
  desk.poll();

  const bool after_a_restart = GENERATE(false, true);
  if (after_a_restart) desk.restart();
  desk.asked_within(115min, 5min);
  CHECK(desk.times_asked(wire) == 0);
  CHECK(desk.times_asked("https://wire.example/second") == 0);
  CHECK(desk.times_asked(press) > 0);
  desk.asked_within(10min, 5min);
  CHECK(desk.times_asked("https://wire.example/second") > 0);
}

TEST_CASE("403, 404, 5xx, errors of names and of connections slow a feed down", "[polite]") {
  Desk desk;
  const auto answer = GENERATE(status(403), status(404), status(500), status(502),
                               broken("the name wire.example is not known"),
                               broken("wire.example refused the connection"));
  desk.newsroom.answer(wire, answer);
  desk.poll();
  CHECK(desk.wait_of(wire) == 1h);
  desk.asked_within(1h, 30min);
  CHECK(desk.wait_of(wire) == 2h);
  CHECK_FALSE(desk.state(wire).failure.empty());
}

TEST_CASE("A body that stops being a feed slows it down", "[polite]") {
  Desk desk;
  desk.poll();
  desk.newsroom.network.answer(wire, 200, "<!doctype html><html><title>Sorry</title></html>");
  desk.asked_within(30min, 30min);
  CHECK(desk.wait_of(wire) == 1h);
  CHECK_THAT(desk.state(wire).failure, StartsWith("this is a web page"));
}

TEST_CASE("A feed that goes on failing is asked once a day and the user is told, never silence",
          "[polite]") {
  Desk desk;
  desk.newsroom.answer(wire, status(500));
  desk.poll();
  desk.asked_within(24h * 14, 1h);
  CHECK(desk.wait_of(wire) <= 24h);
  CHECK(desk.times_asked(wire) >= 14);
  const auto state = desk.state(wire);
  CHECK_FALSE(state.parked);
  CHECK(state.failures_in_a_row >= 15);
  CHECK_THAT(state.failure, Contains("500"));
  CHECK(desk.poller->failing() == 1);
}

TEST_CASE("301 and 308 rewrite the stored URL after several confirmations, 302 and 307 never",
          "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://old.example/\"\ninterval = \"1h\"\n");
  const bool for_good = GENERATE(true, false);
  auto moved = status(200);
  moved.url = "https://new.example/";
  if (for_good) moved.moved_to = "https://new.example/";  // every hop was a 301 or a 308
  desk.newsroom.answer("https://old.example/", moved);
  desk.newsroom.answer("https://new.example/", status(200));
  desk.poll();
  desk.asked_within(2h, 1h);
  CHECK(desk.times_asked("https://new.example/") == 0);
  desk.restart();
  desk.asked_within(2h, 1h);
  CHECK(desk.times_asked("https://new.example/") == (for_good ? 2 : 0));
  CHECK(desk.times_asked("https://old.example/") == (for_good ? 0 : 2));
}

TEST_CASE("410 parks the feed", "[polite]") {
  Desk desk;
  desk.newsroom.answer(wire, status(410));
  desk.poll();
  CHECK(desk.state(wire).parked);
  desk.restart();
  desk.asked_within(24h * 14, 12h);
  CHECK(desk.times_asked(wire) == 0);
  CHECK(desk.times_asked(press) > 0);
}

TEST_CASE("The interval adapts to the feed's own rhythm, only where none is written", "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://written.example/\"\ninterval = \"7m\"\n");
  const Time now = desk.newsroom.clock.now();
  const auto [every, wait] = GENERATE(table<std::chrono::minutes, std::chrono::minutes>({
      {1min, 10min},
      {60min, 30min},
      {240min, 120min},
      {60min * 24 * 7, 240min},
  }));
  const auto body = feed_of("", {now - 1min, now - 1min - every, now - 1min - 2 * every});
  desk.newsroom.network.answer(wire, 200, body);
  desk.newsroom.network.answer("https://written.example/", 200, body);
  desk.poll();
  CHECK(desk.wait_of(wire) == wait);
  CHECK(desk.wait_of("https://written.example/") == 7min);
}

TEST_CASE("Jitter only shortens", "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://written.example/\"\ninterval = \"100m\"\n");
  desk.newsroom.feed("https://written.example/", {});
  desk.poll(GENERATE(0.0, 0.5, 0.999));
  CHECK(desk.wait_of("https://written.example/") <= 100min);
  CHECK(desk.wait_of("https://written.example/") >= 90min);
}

TEST_CASE("A host is asked for so many feeds at once, and no more", "[polite]") {
  std::string more = "[fetch]\nper_host = 2\n";
  for (int i = 0; i < 6; ++i)
    more += "[[feeds.feed]]\nurl = \"https://busy.example/" + std::to_string(i) + "\"\n";
  Desk desk(more);
  for (int i = 0; i < 6; ++i)
    desk.newsroom.network.hang("https://busy.example/" + std::to_string(i));
  desk.poll();
  CHECK(desk.poller->on_the_way() == 2);
  CHECK(desk.newsroom.network.asked().size() == 4);  // and the two of other hosts
}

TEST_CASE("Feeds that share a URL share one request", "[polite]") {
  Desk desk("[[feeds.feed]]\nurl = \"https://Wire.example:443/rss#top\"\ninterval = \"1h\"\n");
  const std::string other = "https://Wire.example:443/rss#top";
  desk.newsroom.network.answer(other, 200, feed_of("", {desk.newsroom.clock.now()}));
  desk.newsroom.network.answer(wire, 200, feed_of("", {desk.newsroom.clock.now()}));
  desk.poll();
  CHECK(desk.times_asked(wire) + desk.times_asked(other) == 1);
  CHECK(desk.state(wire).last_success);
  CHECK(desk.state(other).last_success);
  CHECK(ArticleTable(*desk.newsroom.database).count() == 2);  // one each

  desk.asked_within(3h, 10min);
  CHECK(desk.times_asked(wire) + desk.times_asked(other) <= 6);
  CHECK(desk.state(wire).last_success == desk.state(other).last_success);
}

TEST_CASE("Feeds that share a URL but not its proxy do not share a request", "[polite]") {
  Desk desk(
      "[[feeds.feed]]\nurl = \"https://Wire.example/rss\"\nproxy = "
      "\"http://proxy.example:3128\"\n");
  desk.newsroom.feed("https://Wire.example/rss", {});
  desk.poll();
  CHECK(desk.times_asked(wire) + desk.times_asked("https://Wire.example/rss") == 2);
}

TEST_CASE("The first fetch of a feed is a baseline: stored and scored, but no flood of alerts",
          "[polite]") {
  Newsroom newsroom("", Newsroom::default_accounts(), Newsroom::one_rule());
  std::vector<fakes::NewsItem> items;
  for (int i = 0; i < 20; ++i)
    items.push_back({.id = std::to_string(i),
                     .title = "Orbax Controls to acquire Tindle Valves No. " + std::to_string(i),
                     .age = 1h});
  newsroom.feed(wire, items);
  newsroom.once();
  CHECK_FALSE(newsroom.stories().empty());
  CHECK_FALSE(newsroom.list().entries[0].score.events.empty());
  CHECK(newsroom.outbox().empty());
}

TEST_CASE("Poll windows are kept, by weekday and time zone", "[polite]") {
  Desk desk(
      "[[feeds.feed]]\nurl = \"https://office.example/\"\ninterval = \"1h\"\n"
      "window = \"Mon-Fri 09:00-17:00 America/New_York\"\n");
  const std::string office = "https://office.example/";
  desk.newsroom.feed(office, {});
  desk.poll();
  CHECK(desk.times_asked(office) == 0);  // Monday, 03:00 there
  std::set<std::string> asked;
  for (int hour = 0; hour < 24 * 7; ++hour) {
    desk.asked_within(1h, 1h);
    if (desk.times_asked(office) > 0)
      asked.insert(format_local(desk.newsroom.clock.now(), "America/New_York").substr(8, 5));
  }
  CHECK(asked.size() == 5 * 8);  // the hours from 9 to 16 on five days
  CHECK(*asked.begin() == "02 09");
  CHECK(asked.contains("06 16"));
  CHECK_FALSE(asked.contains("07 12"));
}

TEST_CASE("A proxy is set per feed and overall", "[polite]") {
  Desk desk(
      "[fetch]\nproxy = \"http://proxy.example:3128\"\n"
      "[[feeds.feed]]\nurl = \"https://abroad.example/\"\nproxy = \"socks5h://far.example:1080\"\n"
      "[[feeds.feed]]\nurl = \"https://intern.example/\"\nproxy = \"\"\n");
  desk.poll();
  std::map<std::string, std::string> proxies;
  for (const Request& request : desk.newsroom.network.asked()) proxies[request.url] = request.proxy;
  CHECK(proxies[wire] == "http://proxy.example:3128");
  CHECK(proxies["https://abroad.example/"] == "socks5h://far.example:1080");
  CHECK(proxies["https://intern.example/"].empty());
}

}  // namespace tipoff
