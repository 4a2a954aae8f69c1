#include "fetch/request_key.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Addresses that a server cannot tell apart have one key", "[request_key]") {
  const std::string key = request_key("https://wire.example/rss?a=B");
  CHECK(request_key("HTTPS://Wire.Example:443/rss?a=B#top") == key);
  CHECK(request_key("https://wire.example") == request_key("https://wire.example/"));
  CHECK(request_key("http://wire.example?q=1") == request_key("http://wire.example:80/?q=1"));
}

TEST_CASE("Addresses that may mean different things have different keys", "[request_key]") {
  const std::string key = request_key("https://wire.example/rss");
  CHECK(request_key("http://wire.example/rss") != key);
  CHECK(request_key("https://wire.example/RSS") != key);
  CHECK(request_key("https://wire.example/rss/") != key);
  CHECK(request_key("https://wire.example:8443/rss") != key);
  CHECK(request_key("https://a:B@wire.example/rss") != request_key("https://a:b@wire.example/rss"));
  CHECK(request_key("file:///a.xml") != request_key("file:///A.xml"));
  CHECK(request_key("no address") == "no address");
}

}  // namespace tipoff
