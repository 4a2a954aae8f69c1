// News searches: for every account one, within what their host allows.
#include <set>

#include "catch.h"
#include "fakes/polling_desk.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

using Desk = fakes::PollingDesk;

std::string many_accounts(int count) {
  std::string csv = "id,name,industry\n";
  for (int i = 0; i < count; ++i)
    csv += "a" + std::to_string(i) + ",Quarrel" + std::to_string(i) + " Ltd,Manufacturing\n";
  return csv;
}

std::string search(const std::string& more) {
  return "[[feeds.search]]\nurl = \"https://news.example/?q={query}\"\ninterval = \"6h\"\n" + more;
}

std::size_t searches(const std::vector<Request>& requests) {
  return static_cast<std::size_t>(std::ranges::count_if(requests, [](const Request& request) {
    return request.url.starts_with("https://news.example/");
  }));
}

/// An hour at a time: how many searches were asked in each.
std::vector<std::size_t> hours(Desk& desk, int count, std::set<std::string>& asked) {
  std::vector<std::size_t> each;
  for (int hour = 0; hour < count; ++hour) {
    const auto requests = desk.asked_within(1h, 5min);
    each.push_back(searches(requests));
    for (const Request& request : requests) asked.insert(request.url);
  }
  return each;
}

}  // namespace

TEST_CASE("A search for many accounts spreads over its interval, from the first day on",
          "[polite]") {
  const int accounts = 1200;
  Desk desk(search(""), many_accounts(accounts));
  desk.poll();
  CHECK(searches(desk.newsroom.network.asked()) == 60);
  std::set<std::string> asked;
  for (const Request& request : desk.newsroom.network.asked()) asked.insert(request.url);

  for (const std::size_t each : hours(desk, 6, asked)) {
    CHECK(each >= 130);
    CHECK(each <= 270);
  }
  CHECK(asked.size() >= accounts);
  const auto second = hours(desk, 6, asked);
  CHECK(*std::ranges::max_element(second) <= 300);
}

TEST_CASE("After a pause in which all came due, searches spread again", "[polite]") {
  Desk desk(search(""), many_accounts(600));
  std::set<std::string> asked;
  hours(desk, 8, asked);
  desk.newsroom.clock.advance(24h * 3);
  desk.restart();
  desk.newsroom.network.forget_asked();
  desk.poll();
  CHECK(searches(desk.newsroom.network.asked()) <= 60);
}

TEST_CASE("A daily budget per host is never exceeded, also over restarts", "[polite]") {
  Desk desk(search("budget = 240\n"), many_accounts(600));
  std::set<std::string> asked;
  std::vector<std::size_t> each;
  for (int hour = 0; hour < 72; ++hour) {
    each.push_back(hours(desk, 1, asked).front());
    if (hour % 5 == 0) desk.restart();
  }
  for (std::size_t day = 0; day + 24 <= each.size(); ++day) {
    std::size_t sum = 0;
    for (std::size_t hour = day; hour < day + 24; ++hour) sum += each[hour];
    CHECK(sum <= 240);
    CHECK(sum >= 220);
  }
  CHECK(asked.size() >= 600);  // and the two other feeds: nobody was left out
}

TEST_CASE("A single pass asks what the budget allows, and leaves the rest to the next",
          "[polite]") {
  Desk desk(search("budget = 240\n"), many_accounts(100));
  for (int pass = 0; pass < 3; ++pass) {
    desk.newsroom.network.forget_asked();
    desk.restart();
    desk.poller->only_due(desk.newsroom.clock.now());
    desk.poll();
    CHECK(searches(desk.newsroom.network.asked()) == 10);
    CHECK(desk.poller->idle());
    desk.newsroom.clock.advance(1h + 10min);
  }
}

TEST_CASE("The next-due order favours accounts high on the list", "[polite]") {
  Desk desk(search("budget = 240\n"), many_accounts(600));
  std::unordered_map<std::string, std::size_t> ranks;
  for (std::size_t i = 0; i < 600; ++i) ranks["a" + std::to_string(599 - i)] = i;
  desk.poller->favour(ranks);
  desk.poll();
  REQUIRE(searches(desk.newsroom.network.asked()) == 10);
  for (const Request& request : desk.newsroom.network.asked())
    if (request.url.starts_with("https://news.example/"))
      CHECK_THAT(request.url, Catch::Contains("Quarrel59"));

  std::map<std::string, int> times;
  for (int day = 0; day < 12; ++day)
    for (const Request& request : desk.asked_within(24h, 30min)) ++times[request.url];
  int top = 0;
  int others = 0;
  int fewest = 1000;
  for (int i = 0; i < 600; ++i) {
    const int asked = times["https://news.example/?q=%22Quarrel" + std::to_string(i) + "%22"];
    (i >= 540 ? top : others) += asked;
    fewest = std::min(fewest, asked);
  }
  CHECK(top / 60.0 > 2 * others / 540.0);
  CHECK(fewest >= 2);
}

TEST_CASE("Fifty thousand searches are planned at once, and asked as the budget allows",
          "[polite]") {
  Desk desk(search("budget = 24000\n"), many_accounts(50'000));
  const auto begun = std::chrono::steady_clock::now();
  desk.poll();
  CHECK(searches(desk.newsroom.network.asked()) <= 1000);
  const auto requests = desk.asked_within(1h, 10s);
  CHECK(searches(requests) <= 1000);
  CHECK(searches(requests) >= 900);
  CHECK(std::chrono::steady_clock::now() - begun < 20s);
}

}  // namespace tipoff
