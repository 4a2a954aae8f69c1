#include "alert/safe_text.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("A long line is cut between characters, with an ellipsis", "[alert]") {
  CHECK(safe_line("Nordwerk", 8) == "Nordwerk");
  CHECK(safe_line("Nordwerk buys", 11) == "Nordwerk…");
  CHECK(safe_line("诺德公司拟收购", 12) == "诺德公…");
  CHECK(safe_line("诺德公司拟收购", 13) == "诺德公…");
  CHECK(safe_line("诺德公司拟收购", 15) == "诺德公司…");
}

TEST_CASE("Whatever a feed wrote is one line without control characters", "[alert]") {
  for (const std::string_view title : test::hostile_titles) {
    const std::string line = safe_line(title, 1000);
    CAPTURE(line);
    for (const char c : line) CHECK((static_cast<unsigned char>(c) >= ' ' && c != '\x7F'));
    CHECK(line.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(line.find("\xE2\x81\xA6") == std::string::npos);
    CHECK(line.find("\xC2\x85") == std::string::npos);
  }
}

TEST_CASE("Only http and https can be followed", "[alert]") {
  CHECK(followable("https://news.example/a?b=1&c=2#d") == "https://news.example/a?b=1&c=2#d");
  CHECK(followable("HTTP://news.example") == "HTTP://news.example");
  for (const std::string_view link : test::hostile_links) {
    CAPTURE(link);
    CHECK(followable(link).empty());
  }
  CHECK(followable("https://news.example/" + std::string(2000, 'a')).empty());
}

TEST_CASE("A link cannot leave the attribute that it stands in", "[alert]") {
  CHECK(followable("https://news.example/\"onclick='x'<b>") ==
        "https://news.example/%22onclick=%27x%27%3Cb%3E");
  CHECK(followable("https://news.example/新闻") == "https://news.example/%E6%96%B0%E9%97%BB");
}

}  // namespace tipoff
