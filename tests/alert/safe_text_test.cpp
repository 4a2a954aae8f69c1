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

}  // namespace tipoff
