// What moved from one call list to the next.
#include "alert/list_moves.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

struct Place {
  std::string id;
  int score = 5;
  std::int64_t event = 0;  // 0: none
};

CallList list_of(const std::vector<Place>& places) {
  CallList list;
  for (const Place& place : places) {
    CallListEntry entry;
    entry.rank = static_cast<int>(list.entries.size()) + 1;
    entry.id = place.id;
    entry.score.score = place.score;
    if (place.event > 0) {
      entry.score.events = {test::sample_story()};
      entry.score.events[0].id = place.event;
    }
    list.entries.push_back(std::move(entry));
  }
  return list;
}

std::vector<std::string> ids(const std::vector<Move>& moves) {
  std::vector<std::string> found;
  for (const Move& move : moves) found.push_back(move.entry->id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Accounts enter and leave", "[alert]") {
  const CallList before = list_of({{"a"}, {"b"}});
  const CallList now = list_of({{"c"}, {"b"}});
  const ListMoves moves = list_moves(before, now);
  CHECK(ids(moves.entered) == Ids{"c"});
  CHECK(ids(moves.left) == Ids{"a"});
  CHECK(moves.rose.empty());
  CHECK(moves.fell.empty());
}

TEST_CASE("A higher score rises, a lower one falls", "[alert]") {
  const CallList before = list_of({{"a", 7}, {"b", 5}, {"c", 3}});
  const CallList now = list_of({{"b", 9}, {"c", 3}, {"a", 2}});
  const ListMoves moves = list_moves(before, now);
  CHECK(ids(moves.rose) == Ids{"b"});
  CHECK(ids(moves.fell) == Ids{"a"});
}

TEST_CASE("Who merely made room, or moved up into it, has not moved", "[alert]") {
  const CallList before = list_of({{"a", 5}, {"b", 5}, {"c", 5}});
  const CallList now = list_of({{"c", 8}, {"a", 5}, {"b", 5}});
  CHECK(ids(list_moves(before, now).rose) == Ids{"c"});
  CHECK(list_moves(before, now).fell.empty());
  CHECK(list_moves(before, list_of({{"b", 5}, {"c", 5}})).rose.empty());
}

TEST_CASE("With the same score a new event can lift an account", "[alert]") {
  const CallList before = list_of({{"a", 5, 1}, {"b", 5, 2}});
  const CallList now = list_of({{"b", 5, 3}, {"a", 5, 1}});
  CHECK(ids(list_moves(before, now).rose) == Ids{"b"});
}

TEST_CASE("A list that did not change has no moves", "[alert]") {
  const CallList list = list_of({{"a", 5, 1}, {"b", 4}});
  CHECK(list_moves(list, list).empty());
}

}  // namespace tipoff
