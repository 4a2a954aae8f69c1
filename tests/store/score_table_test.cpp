// The scores that the last publish stood on.
#include "store/score_table.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

StoredScore scored(const std::string& account, int score, std::optional<Time> next_change = {}) {
  StoredScore stored;
  stored.account = account;
  stored.score = score;
  stored.next_change = next_change;
  return stored;
}

}  // namespace

TEST_CASE("Scores come back by account, each seller's alone", "[store]") {
  Database database(":memory:");
  ScoreTable scores(database);
  auto dropped = scored("lindholm", 0);
  dropped.qualified = false;
  scores.save("default", scored("quarzwerk", 9, Time{5h}));
  scores.save("default", dropped);
  scores.save("anna", scored("quarzwerk", 3));

  CHECK(scores.all("default") == std::vector{dropped, scored("quarzwerk", 9, Time{5h})});
  CHECK(scores.all("anna") == std::vector{scored("quarzwerk", 3)});
  CHECK(scores.all("bert").empty());
}

TEST_CASE("A score saved again replaces the one before", "[store]") {
  Database database(":memory:");
  ScoreTable scores(database);
  scores.save("default", scored("quarzwerk", 9, Time{5h}));

  scores.save("default", scored("quarzwerk", 7));

  CHECK(scores.all("default") == std::vector{scored("quarzwerk", 7)});
  CHECK_FALSE(scores.next_change());
}

TEST_CASE("Accounts that are no longer listed lose their scores, for that seller", "[store]") {
  Database database(":memory:");
  ScoreTable scores(database);
  for (const auto* account : {"a", "b", "c"}) scores.save("default", scored(account, 1));
  scores.save("anna", scored("a", 1));

  scores.keep_only("default", {"c", "b", "new"});

  CHECK(scores.all("default") == std::vector{scored("b", 1), scored("c", 1)});
  CHECK(scores.all("anna").size() == 1);
}

TEST_CASE("The next change is the earliest of all sellers", "[store]") {
  Database database(":memory:");
  ScoreTable scores(database);
  CHECK_FALSE(scores.next_change());
  scores.save("default", scored("a", 1, Time{5h}));
  scores.save("anna", scored("b", 1, Time{3h}));
  scores.save("anna", scored("c", 1));

  CHECK(scores.next_change() == Time{3h});
}

}  // namespace tipoff
