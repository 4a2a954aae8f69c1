// An event in the words of a salesperson.
#include "score/event_words.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

TEST_CASE("An event is told with its certainty and its day", "[score]") {
  Story story = samples::story("executive_appointed");
  CHECK(event_with_day(story) == "executive appointed announced 2026-03-02");
  story.certainty = Certainty::rumoured;
  story.happened_at =
      std::chrono::sys_days{std::chrono::year{2025} / 12 / 31} + std::chrono::seconds{86399};
  CHECK(event_with_day(story) == "executive appointed rumoured 2025-12-31");
}

TEST_CASE("The source is the host of the article's address", "[score]") {
  struct Address {
    const char* url;
    const char* source;
  };
  const auto address = GENERATE(values<Address>({
      {"https://wire.example/a?b=//c", " (wire.example)"},
      {"https://www.wire.example/a", " (wire.example)"},
      {"http://user:word@wire.example:8080?x", " (wire.example)"},
      {"http://[::1]:80/a", " (::1)"},
      {"file:///tmp/feed.xml", ""},
      {"wire.example/a", ""},
      {"", ""},
  }));
  CAPTURE(address.url);
  Story story = samples::story();
  story.url = address.url;
  CHECK(source_in_brackets(story) == address.source);
}

TEST_CASE("Evidence stands in where an article has no headline", "[score]") {
  Story story = samples::story();
  CHECK(headline_of(story) == "Brunnwerk and Talhof to merge in autumn");
  story.title.clear();
  CHECK(headline_of(story) == "Brunnwerk and Talhof to merge");
}

}  // namespace tipoff
