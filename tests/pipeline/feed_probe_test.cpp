// What addresses turn out to be.
#include "pipeline/feed_probe.h"

#include "catch.h"
#include "fakes/scripted_transport.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr const char* rss =
    "<rss version='2.0'><channel><title>Wire</title><item><title>Halden to merge</title></item>"
    "</channel></rss>";

Feed feed_at(std::string url) {
  Feed feed;
  feed.url = std::move(url);
  return feed;
}

FeedProbe probed(fakes::ScriptedTransport& network, const std::string& url) {
  return probe_feed(network, feed_at(url), {});
}

}  // namespace

TEST_CASE("An address that answers with a feed is one", "[feeds]") {
  fakes::ScriptedTransport network;
  network.answer("https://a.example/rss", 200, rss);
  const auto probe = probed(network, "https://a.example/rss");
  REQUIRE(probe.feed);
  CHECK(probe.feed->title == "Wire");
  CHECK(probe.url == "https://a.example/rss");
  CHECK(probe.failure.empty());
}

TEST_CASE("A page gives the feeds that it names", "[feeds]") {
  fakes::ScriptedTransport network;
  network.answer(
      "https://a.example/", 200,
      "<!DOCTYPE html><link rel=alternate type=application/rss+xml href=/rss title=News>",
      {{"content-type", "text/html"}});
  const auto probe = probed(network, "https://a.example/");
  CHECK_FALSE(probe.feed);
  REQUIRE(probe.links.size() == 1);
  CHECK(probe.links[0].url == "https://a.example/rss");
}

TEST_CASE("What is neither says why", "[feeds]") {
  fakes::ScriptedTransport network;
  network.answer("https://a.example/page", 200, "<html><body>no feed here", {});
  network.answer("https://a.example/text", 200, "hello");
  network.answer("https://a.example/404", 404, "");
  CHECK(probed(network, "https://a.example/page").failure ==
        "this is a web page, and it names no feed");
  CHECK_FALSE(probed(network, "https://a.example/text").failure.empty());
  CHECK_THAT(probed(network, "https://a.example/404").failure, Catch::Contains("404"));
  CHECK(probed(network, "https://b.example/").failure == "the host is not there");
}

TEST_CASE("A feed that has moved for good is to be asked at its new address", "[feeds]") {
  fakes::ScriptedTransport network;
  Response moved;
  moved.status = 200;
  moved.body = rss;
  moved.url = moved.moved_to = "https://new.example/rss";
  network.answer("https://a.example/rss", moved);
  CHECK(probed(network, "https://a.example/rss").url == "https://new.example/rss");
}

TEST_CASE("Many are asked at once, within the limit of each host", "[feeds]") {
  fakes::ScriptedTransport network;
  std::vector<Feed> feeds;
  for (int i = 0; i < 20; ++i) {
    feeds.push_back(feed_at("https://h" + std::to_string(i % 2) + ".example/" + std::to_string(i)));
    network.answer(feeds.back().url, 200, rss);
  }
  std::size_t most = 0;
  std::vector<int> seen(feeds.size(), 0);
  probe_feeds(network, feeds, {}, 60s, [&](std::size_t feed, const FeedProbe& probe) {
    ++seen[feed];
    most = std::max(most, network.under_way());
    CHECK(probe.feed);
  });
  CHECK(std::ranges::all_of(seen, [](int times) { return times == 1; }));
  CHECK(most <= 4);
}

TEST_CASE("What never answers fails when the time is up and holds up no other", "[feeds]") {
  fakes::ScriptedTransport network;
  network.hang("https://slow.example/rss");
  network.answer("https://a.example/rss", 200, rss);
  const std::vector<Feed> feeds{feed_at("https://slow.example/rss"),
                                feed_at("https://a.example/rss")};
  std::map<std::size_t, FeedProbe> probes;
  probe_feeds(network, feeds, {}, 1s,
              [&](std::size_t feed, const FeedProbe& probe) { probes[feed] = probe; });
  CHECK(probes.at(1).feed);
  CHECK_THAT(probes.at(0).failure, Catch::Contains("within the 1 s"));
}

TEST_CASE("A host that is silent twice is not asked again", "[feeds]") {
  fakes::ScriptedTransport network;
  std::vector<Feed> feeds;
  for (int i = 0; i < 30; ++i)
    feeds.push_back(feed_at("https://gone.example/" + std::to_string(i)));
  int failed = 0;
  std::string last;
  probe_feeds(network, feeds, {}, 60s, [&](std::size_t, const FeedProbe& probe) {
    ++failed;
    last = probe.failure;
  });
  CHECK(failed == 30);
  CHECK(network.asked().size() <= 4);
  CHECK(last == "not asked: gone.example did not answer before");
}

TEST_CASE("Probes keep to the poller's rule of addresses", "[feeds]") {
  fakes::ScriptedTransport network;
  Feed inside = feed_at("http://10.0.0.1/rss");
  (void)probe_feed(network, inside, {});
  inside.allow_private_networks = true;
  (void)probe_feed(network, inside, {});
  REQUIRE(network.asked().size() == 2);
  CHECK(network.asked()[0].addresses == AddressRule::public_only);
  CHECK(network.asked()[1].addresses == AddressRule::private_too);
}

}  // namespace tipoff
