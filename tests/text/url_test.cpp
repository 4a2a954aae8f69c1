// Joining follows the examples of RFC 3986, 5.4; the rest answers what fetch and emit ask.
#include "text/url.h"

#include "catch.h"

namespace tipoff {
namespace {

struct Join {
  const char* reference;
  const char* means;
};

}  // namespace

TEST_CASE("A reference is joined to its base as RFC 3986, 5.4 shows", "[text][url]") {
  const auto join = GENERATE(
      Join{"g", "http://a/b/c/g"}, Join{"./g", "http://a/b/c/g"}, Join{"g/", "http://a/b/c/g/"},
      Join{"/g", "http://a/g"}, Join{"//g", "http://g"}, Join{"?y", "http://a/b/c/d;p?y"},
      Join{"g?y", "http://a/b/c/g?y"}, Join{"#s", "http://a/b/c/d;p?q#s"},
      Join{"", "http://a/b/c/d;p?q"}, Join{".", "http://a/b/c/"}, Join{"..", "http://a/b/"},
      Join{"../g", "http://a/b/g"}, Join{"../..", "http://a/"}, Join{"../../g", "http://a/g"},
      Join{"../../../g", "http://a/g"}, Join{"g;x=1/../y", "http://a/b/c/y"},
      Join{"mailto:x@y.example", "mailto:x@y.example"}, Join{"g?y/../x", "http://a/b/c/g?y/../x"});
  CAPTURE(join.reference);
  CHECK(resolve_url("http://a/b/c/d;p?q", join.reference) == join.means);
}

TEST_CASE("A base without a path gets one", "[text][url]") {
  CHECK(resolve_url("https://news.example", "story/1") == "https://news.example/story/1");
}

TEST_CASE("Line breaks and surrounding space do not belong to a link", "[text][url]") {
  CHECK(resolve_url("", "\n  https://news.example/a\n b ") == "https://news.example/a b");
}

TEST_CASE("Without an absolute base a reference stays as it is", "[text][url]") {
  CHECK(resolve_url("", "story.html") == "story.html");
  CHECK(resolve_url("folder/page", "story.html") == "story.html");
  CHECK(resolve_url("tag:example", "story.html") == "story.html");
}

TEST_CASE("Many dot segments cost linear time", "[text][url]") {
  std::string reference;
  for (int i = 0; i < 100'000; ++i) reference += "a/../";
  CHECK(resolve_url("http://a/", reference) == "http://a/");
}

TEST_CASE("A query value keeps only unreserved characters", "[text][url]") {
  CHECK(percent_encode("\"Nordwerk AG\" & Söhne~1") == "%22Nordwerk%20AG%22%20%26%20S%C3%B6hne~1");
}

TEST_CASE("The host is told without user, port and brackets", "[text][url]") {
  CHECK(host_of("https://anna:pw@News.Example:8443/x?u=@b") == "news.example");
  CHECK(host_of("http://[::1]:80/") == "::1");
  CHECK(host_of("http://[::1") == "::1");
  CHECK(host_of("mailto:anna@example.com").empty());
}

TEST_CASE("Only http and https with a host count as http", "[text][url]") {
  CHECK(is_http("HTTPS://news.example/"));
  CHECK_FALSE(is_http("http:///etc/passwd"));
  CHECK_FALSE(is_http("javascript:alert(1)"));
  CHECK_FALSE(is_http("file:///tmp/x"));
  CHECK_FALSE(is_http("news.example/http://x"));
}

}  // namespace tipoff
