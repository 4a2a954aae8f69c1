// RFC 9309, by its own rules and by what hosts write.
#include "fetch/robots_txt.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("The longest pattern decides, and of equals the one that allows", "[robots]") {
  const auto robots = RobotsTxt::parse(
      "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n"
      "Disallow: /a\nAllow: /a\n");
  CHECK(robots.allows("https://h.example/example/page/x"));
  CHECK_FALSE(robots.allows("https://h.example/example/page/disallowed.gif"));
  CHECK(robots.allows("https://h.example/a"));
  CHECK(robots.allows("https://h.example/"));
}

TEST_CASE("A group that names us holds instead of everyone's", "[robots]") {
  const auto robots = RobotsTxt::parse(
      "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: Tipoff/1.0\nDisallow: /private "
      "# no\n"
      "crawl-delay: 2.5\n\nUser-agent: tipoff\nDisallow: /second\n");
  CHECK(robots.allows("https://h.example/news/1"));
  CHECK_FALSE(robots.allows("https://h.example/private/1"));
  CHECK_FALSE(robots.allows("https://h.example/second"));
  CHECK(robots.delay() == std::chrono::seconds{3});
}

TEST_CASE("A star matches anything and a dollar the end", "[robots]") {
  const auto robots =
      RobotsTxt::parse("user-agent:*\ndisallow: /*.pdf$\ndisallow:/a*b*/c\ndisallow: *session=\n");
  CHECK_FALSE(robots.allows("https://h.example/x/y.pdf"));
  CHECK(robots.allows("https://h.example/x/y.pdf?v=1"));
  CHECK_FALSE(robots.allows("https://h.example/aXXbYY/cc"));
  CHECK(robots.allows("https://h.example/aXXb"));
  CHECK_FALSE(robots.allows("https://h.example/p?session=1"));
}

TEST_CASE("Percent-encoding is compared by what it means", "[robots]") {
  const auto robots = RobotsTxt::parse(
      "User-agent: *\nDisallow: /foo/bar/\xE3\x83\x84\nDisallow: /%7ejoe/\nDisallow: /a%2fb\n");
  CHECK_FALSE(robots.allows("https://h.example/foo/bar/%e3%83%84"));
  CHECK_FALSE(robots.allows("https://h.example/~joe/index"));
  CHECK(robots.allows("https://h.example/a/b"));
  CHECK_FALSE(robots.allows("https://h.example/a%2Fb"));
}

TEST_CASE("An empty rule, an empty file and no group allow everything", "[robots]") {
  CHECK(RobotsTxt::parse("").allows("https://h.example/x"));
  CHECK(RobotsTxt::parse("User-agent: *\nDisallow:\n").allows("https://h.example/x"));
  CHECK(RobotsTxt::parse("Disallow: /\n").allows("https://h.example/x"));
  CHECK(RobotsTxt::parse("<html>Disallow: /</html>").allows("https://h.example/x"));
  CHECK(
      RobotsTxt::parse("\xEF\xBB\xBFUser-agent: *\rDisallow: /x\r").allows("https://h.example/y"));
  CHECK_FALSE(
      RobotsTxt::parse("\xEF\xBB\xBFUser-agent: *\rDisallow: /x\r").allows("https://h.example/x"));
}

TEST_CASE("Without robots.txt all is allowed, and where it cannot be had nothing is", "[robots]") {
  CHECK(RobotsTxt::of_answer(404, "User-agent: *\nDisallow: /").allows("https://h.example/x"));
  CHECK(RobotsTxt::of_answer(403, "").allows("https://h.example/x"));
  for (const int status : {0, 302, 429, 500, 503})
    CHECK_FALSE(RobotsTxt::of_answer(status, "").allows("https://h.example/x"));
  CHECK_FALSE(RobotsTxt::of_answer(200, "User-agent: *\nDisallow: /").allows("https://h.example"));
  CHECK(RobotsTxt::allowing_nothing().allows("https://h.example/robots.txt"));
}

TEST_CASE("A pattern made to be slow is not", "[robots]") {
  std::string pattern = "/";
  for (int i = 0; i < 900; ++i) pattern += "a*";
  const auto robots = RobotsTxt::parse("User-agent: *\nDisallow: " + pattern + "b\n");
  CHECK(robots.allows("https://h.example/" + std::string(20'000, 'a')));
}

TEST_CASE("robots.txt stands at the root of its scheme, host and port", "[robots]") {
  CHECK(robots_url("https://h.example:8443/a/b?c#d") == "https://h.example:8443/robots.txt");
  CHECK(robots_url("http://h.example") == "http://h.example/robots.txt");
  CHECK(robots_url("h.example").empty());
}

}  // namespace tipoff
