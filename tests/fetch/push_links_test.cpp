// Link headers: what they say of hubs.
#include "fetch/push_links.h"

#include "catch.h"

namespace tipoff {

namespace {

PushLinks of(const std::vector<std::string>& headers) {
  Response response;
  response.url = "https://wire.example/news/rss";
  for (const std::string& header : headers) response.headers.emplace_back("link", header);
  return push_links(response);
}

}  // namespace

TEST_CASE("Hub and self are read from Link headers", "[push]") {
  const PushLinks expected{.hubs = {"https://hub.example/"}, .self = "https://wire.example/rss"};
  CHECK(of({"<https://hub.example/>; rel=\"hub\"", "<https://wire.example/rss>; rel=\"self\""}) ==
        expected);
  CHECK(of({"<https://hub.example/>; rel=hub, <https://wire.example/rss>; rel=self"}) == expected);
  CHECK(of({"<https://hub.example/> ;title=\"a; b, <c>\"; REL = \"x Hub\" , "
            "<https://wire.example/rss>;rel=\"self alternate\""}) == expected);
}

TEST_CASE("A Link header's address may be relative to the feed", "[push]") {
  CHECK(
      of({"</hub>; rel=hub, <rss?all>; rel=self"}) ==
      PushLinks{.hubs = {"https://wire.example/hub"}, .self = "https://wire.example/news/rss?all"});
}

TEST_CASE("Several hubs keep their order, up to a bound", "[push]") {
  const auto two = of({"<https://a.example/>; rel=hub, <https://b.example/>; rel=hub"});
  CHECK(two.hubs == std::vector<std::string>{"https://a.example/", "https://b.example/"});
  CHECK_FALSE(two.are_whole());
  CHECK(of(std::vector<std::string>(100, "<https://a.example/>; rel=hub")).hubs.size() ==
        most_hubs);
}

TEST_CASE("Links that are none, or say nothing of hubs, are passed over", "[push]") {
  const auto header = GENERATE(
      "", "<", "<https://hub.example/", "https://hub.example/; rel=hub", "<https://hub.example/>",
      "<https://hub.example/>; rel",
      "<https://h.example/>; rel=", "<https://hub.example/>; rel=\"github\"",
      "<ftp://hub.example/>; rel=hub", "<https://hub.example/>; rel=hub; anchor=\"/other\"",
      "<https://hub.example/>; title=\"rel=hub", "<https://hub.example/>; rel=next; rel=hub");
  CAPTURE(header);
  CHECK(of({header}) == PushLinks{});
}

TEST_CASE("The first self is the topic", "[push]") {
  CHECK(of({"<https://a.example/>; rel=self, <https://b.example/>; rel=self"}).self ==
        "https://a.example/");
}

}  // namespace tipoff
