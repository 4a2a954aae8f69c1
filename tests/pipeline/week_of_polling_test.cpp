// A week of polling in a few seconds: 500 feeds that behave in all the ways feeds do, on a network
// that counts.
#include <deque>
#include <map>
#include <set>

#include "catch.h"
#include "fakes/newsroom.h"
#include "text/date.h"
#include "text/url.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

constexpr int feeds = 500;
constexpr int hosts = 100;
constexpr int kinds = 20;
constexpr int budget = 48;  // a day, of the first host
constexpr int per_host = 2;

enum Kind {
  without_validators = 8,
  always_broken,
  asks_for_patience,
  moved,
  gone,
  sometimes_closed,
  page_for_two_days,
  unknown_name_at_first,
  fresh_for_hours,
  skips_the_night,
  new_etag_each_time,
  written_interval
};

int host_of_feed(int feed) {
  return feed % hosts;
}
int kind_of(int feed) {
  return feed / 5 % kinds;  // the kinds meet on each host
}
std::chrono::seconds gap_of(int feed) {
  return std::chrono::minutes{90 + feed % 11 * 67};
}
std::string address(int feed) {
  return "https://h" + std::to_string(host_of_feed(feed)) + ".example/" + std::to_string(feed);
}

/// What a feed has published until then, at most the last twelve items.
class World final : public Transport {
 public:
  World(const fakes::ManualClock& clock) : clock_(clock), begin_(clock.now()) {}

  void start(Request request, OnResponse done) override {
    const std::string host = host_of(request.url);
    most_at_once = std::max(most_at_once, ++running_[host]);
    const Time now = clock_.now();
    if (held_.contains(host) && now < held_[host]) ++asked_while_held;
    requests[host].push_back(now);
    waiting_.push_back({std::move(request), std::move(done)});
  }

  void turn(std::chrono::milliseconds, const std::vector<int>&) override {
    for (std::size_t left = waiting_.size(); left > 0; --left) {
      auto [request, done] = std::move(waiting_.front());
      waiting_.pop_front();
      --running_[host_of(request.url)];
      done(answer(request));
    }
  }

  std::map<std::string, std::vector<Time>> requests;  // by host
  std::map<int, std::vector<Time>> asked;             // by feed
  std::map<int, std::set<std::int64_t>> told;         // items that a feed has sent
  int most_at_once = 0;
  int asked_while_held = 0;

 private:
  [[nodiscard]] std::int64_t items(int feed) const {
    return 20 + (clock_.now() - begin_) / gap_of(feed);
  }

  Response answer(const Request& request) {
    Response response;
    response.url = request.url;
    const int feed = std::stoi(request.url.substr(request.url.rfind('/') + 1));
    const Time now = clock_.now();
    asked[feed].push_back(now);
    const auto times = asked[feed].size();
    const auto day = (now - begin_) / 24h;
    const int kind = kind_of(feed);
    const auto fails = [&](int status) {
      response.status = status;
      return response;
    };
    if (kind == always_broken) return fails(500);
    if (kind == sometimes_closed && times % 4 == 0) return fails(503);
    if (kind == gone && day >= 3) return fails(410);
    if (kind == asks_for_patience && times % 7 == 0) {
      response.headers = {{"retry-after", "7200"}};
      held_[host_of(request.url)] = now + 2h;
      return fails(429);
    }
    if (kind == unknown_name_at_first && day < 1) {
      response.failure = "the name is not known";
      return response;
    }
    response.status = 200;
    if (kind == page_for_two_days && day >= 2 && day < 4) {
      response.body = "<!doctype html><html><title>Sorry</title></html>";
      return response;
    }
    if (kind == moved && request.url.find("/new/") == std::string::npos)
      response.moved_to = response.url =
          "https://h" + std::to_string(host_of_feed(feed)) + ".example/new/" + std::to_string(feed);
    return with_news(feed, std::move(response), request);
  }

  Response with_news(int feed, Response response, const Request& request) {
    const int kind = kind_of(feed);
    const auto last = items(feed);
    std::string etag = "\"" + std::to_string(last) + "\"";
    if (kind == new_etag_each_time) etag = "\"" + std::to_string(asked[feed].size()) + "\"";
    for (const std::string& line : request.headers)
      if (line == "If-None-Match: " + etag) {
        response.status = 304;
        return response;
      }
    if (kind != without_validators) response.headers.emplace_back("etag", etag);
    if (kind == fresh_for_hours) response.headers.emplace_back("cache-control", "max-age=10800");
    std::string body = "<rss version=\"2.0\"><channel><title>F</title>";
    if (kind == skips_the_night) {
      body += "<skipHours>";
      for (int hour = 0; hour < 6; ++hour) body += "<hour>" + std::to_string(hour) + "</hour>";
      body += "</skipHours>";
    }
    for (std::int64_t item = last; item > last - 12; --item) {
      told[feed].insert(item);
      const Time published = begin_ + gap_of(feed) * (item - 20);
      body += "<item><guid>" + std::to_string(item) + "</guid><title>Item " + std::to_string(item) +
              "</title><pubDate>" + format_utc(published) + "</pubDate></item>";
    }
    response.body = body + "</channel></rss>";
    return response;
  }

  struct Asked {
    Request request;
    OnResponse done;
  };
  const fakes::ManualClock& clock_;
  Time begin_;
  std::map<std::string, int> running_;
  std::map<std::string, Time> held_;
  std::deque<Asked> waiting_;
};

std::string configuration() {
  std::string text = "[fetch]\nper_host = " + std::to_string(per_host) + "\n";
  for (int feed = 0; feed < feeds; ++feed) {
    text += "[[feeds.feed]]\nurl = \"" + address(feed) + "\"\n";
    if (kind_of(feed) == written_interval) text += "interval = \"1h\"\n";
    if (host_of_feed(feed) == 0) text += "budget = " + std::to_string(budget) + "\n";
  }
  return text;
}

class Week {
 public:
  Week()
      : newsroom_(configuration(), fakes::Newsroom::default_accounts(),
                  fakes::Newsroom::one_rule()),
        world(newsroom_.clock) {
    auto& own = newsroom_.assembly->feeds;  // but the two that every newsroom has
    std::erase_if(own, [](const Feed& feed) { return feed.url.ends_with("/rss"); });
    newsroom_.database->connection().exec("PRAGMA synchronous = OFF");  // no power cut in here
    begin = newsroom_.clock.now();
    Ingest ingest(*newsroom_.assembly, *newsroom_.database);
    Poller poller(world, *newsroom_.assembly, *newsroom_.database, begin);
    while (newsroom_.clock.now() < begin + 7 * 24h) {
      poll(poller, ingest);
      const auto next = poller.next_due().value_or(newsroom_.clock.now() + 1h);
      newsroom_.clock.advance(std::max<std::chrono::seconds>(next - newsroom_.clock.now(), 60s));
    }
    articles = ArticleTable(*newsroom_.database).count();
    states = FeedTable(*newsroom_.database).all();
  }

 private:
  /// The chance of the jitter is drawn from a fixed row.
  double chance() {
    seed_ = seed_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(seed_ >> 40U) / static_cast<double>(1U << 24U);
  }

  void poll(Poller& poller, Ingest& ingest) {
    const Time now = newsroom_.clock.now();
    for (;;) {
      poller.start_due(now);
      world.turn(0ms, {});
      if (poller.answers().empty()) return;
      auto transaction = newsroom_.database->begin();
      std::vector<FeedState> taken;
      for (const FeedAnswer& answer : poller.answers())
        taken.push_back(ingest.take(answer, chance(), now).state);
      poller.remember_hosts(now);
      transaction.commit();
      poller.taken(taken, now);
    }
  }

  fakes::Newsroom newsroom_;
  std::uint64_t seed_ = 7;

 public:
  World world;
  Time begin;
  std::int64_t articles = 0;
  std::map<std::string, FeedState> states;
};

std::chrono::seconds longest_pause(const std::vector<Time>& asked, Time begin) {
  std::chrono::seconds longest = begin + 7 * 24h - asked.back();
  for (std::size_t i = 1; i < asked.size(); ++i)
    longest = std::max<std::chrono::seconds>(longest, asked[i] - asked[i - 1]);
  return longest;
}

}  // namespace

TEST_CASE("A week over 500 feeds: hosts within their limits, nobody starved, no article twice",
          "[polite]") {
  Week week;
  World& world = week.world;

  CHECK(world.most_at_once <= per_host);
  CHECK(world.asked_while_held == 0);
  std::size_t in_all = 0;
  for (const auto& [host, times] : world.requests) {
    in_all += times.size();
    CAPTURE(host);
    CHECK(times.size() <= 7U * 24 * 5 * 2);  // five feeds, none asked twice an hour on average
  }
  CHECK(in_all < 40'000U);

  const auto& of_budget = world.requests.at("h0.example");
  for (std::size_t i = budget; i < of_budget.size(); ++i)
    REQUIRE(of_budget[i] - of_budget[i - budget] >= 24h);

  REQUIRE(world.asked.size() == feeds);
  for (const auto& [feed, asked] : world.asked) {
    CAPTURE(feed, kind_of(feed), host_of_feed(feed));
    if (kind_of(feed) == gone) {
      CHECK(week.states.at(address(feed)).parked);
      CHECK(asked.back() < week.begin + 4 * 24h);
    } else {
      CHECK(longest_pause(asked, week.begin) <= 26h);
      if (kind_of(feed) < without_validators && host_of_feed(feed) != 0)
        CHECK(longest_pause(asked, week.begin) <= 7h);
    }
    if (kind_of(feed) == always_broken) CHECK(asked.size() <= 14);
  }

  std::int64_t told = 0;
  for (const auto& [feed, items] : world.told) {
    told += static_cast<std::int64_t>(items.size());
    if (items.empty()) continue;
    CAPTURE(feed);
    if (kind_of(feed) != page_for_two_days && kind_of(feed) != unknown_name_at_first)
      CHECK(static_cast<std::int64_t>(items.size()) == *items.rbegin() - *items.begin() + 1);
  }
  CHECK(week.articles == told);  // each once: none lost, none doubled
}

}  // namespace tipoff
