#include "pipeline/log.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A log line is an event with its fields", "[log]") {
  CHECK(log_line("feed.news", {{"feed", "https://wire.example/rss"}, {"articles", "3"}}) ==
        "feed.news feed=https://wire.example/rss articles=3");
}

TEST_CASE("A value that could be taken for something else is quoted", "[log]") {
  CHECK(log_line("feed.failed", {{"reason", "no answer within 30 s"}}) ==
        "feed.failed reason=\"no answer within 30 s\"");
  CHECK(log_line("x", {{"a", ""}, {"b", "k=v"}, {"c", "say \"no\"\nfeed.news"}}) ==
        "x a=\"\" b=\"k=v\" c=\"say \\\"no\\\"\\nfeed.news\"");
}

}  // namespace tipoff
