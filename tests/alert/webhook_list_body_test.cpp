#include <algorithm>

#include "alert/hostile_titles.h"
#include "alert/sample_news.h"
#include "alert/webhook_body.h"
#include "catch.h"
#include "text/json.h"

namespace tipoff {
namespace {

CallListEntry placed(int rank, const std::string& id, int score = 5) {
  CallListEntry entry;
  entry.rank = rank;
  entry.id = id;
  entry.name = id + " AG";
  entry.score.score = score;
  entry.why_now = id + " moves.";
  return entry;
}

CallList version(int number, std::vector<CallListEntry> entries) {
  CallList list;
  list.version = number;
  list.generated_at = test::march_2;
  list.entries = std::move(entries);
  return list;
}

Json data_of(const CallList& list, const CallList* before) {
  const auto body = parse_json(call_list_body(list, before));
  REQUIRE(body);
  CHECK((*body)["type"] == "call_list.updated");
  CHECK((*body)["timestamp"] == "2026-03-02T08:00:00Z");
  return (*body)["data"];
}

}  // namespace

TEST_CASE("A list's webhook tells who entered, rose, fell and left", "[alert]") {
  const CallList before =
      version(11, {placed(1, "alba"), placed(2, "brunn"), placed(3, "corda"), placed(4, "dorn")});
  const CallList list = version(
      12, {placed(1, "corda", 7), placed(2, "alba"), placed(3, "eiche"), placed(4, "dorn")});
  const Json data = data_of(list, &before);
  CHECK(data["seller"] == "default");
  CHECK(data["version"] == 12);
  CHECK(data["version_before"] == 11);
  CHECK(data["entries"] == 4);
  CHECK(dump(data["rose"]) ==
        R"([{"id":"corda","name":"corda AG","rank":1,"rank_before":3,"score":7,"score_before":5,)"
        R"("why_now":"corda moves."}])");
  CHECK(dump(data["fell"]) ==
        R"([{"id":"alba","name":"alba AG","rank":2,"rank_before":1,"score":5,"score_before":5,)"
        R"("why_now":"alba moves."}])");
  CHECK(dump(data["entered"]) ==
        R"([{"id":"eiche","name":"eiche AG","rank":3,"rank_before":null,"score":5,)"
        R"("score_before":null,"why_now":"eiche moves."}])");
  CHECK(dump(data["left"]) ==
        R"([{"id":"brunn","name":"brunn AG","rank":null,"rank_before":2,"score":null,)"
        R"("score_before":5}])");
  CHECK(dump(data["counts"]) == R"({"entered":1,"rose":1,"fell":1,"left":1})");
  CHECK(data["more"] == 0);
}

TEST_CASE("The first version of a list was entered by all", "[alert]") {
  const CallList list = version(1, {placed(1, "alba"), placed(2, "brunn")});
  const CallList none;
  for (const CallList* before : {static_cast<const CallList*>(nullptr), &none}) {
    const Json data = data_of(list, before);
    CHECK(data["version_before"].is_null());
    CHECK(data["entered"].size() == 2);
    CHECK(data["counts"]["entered"] == 2);
  }
}

TEST_CASE("A version in which nobody moved says so", "[alert]") {
  const CallList list = version(12, {placed(1, "alba")});
  const Json data = data_of(list, &list);
  CHECK(dump(data["counts"]) == R"({"entered":0,"rose":0,"fell":0,"left":0})");
  CHECK(data["entered"].empty());
  CHECK(data["left"].empty());
}

TEST_CASE("A list's webhook stays below 20 KB, tells of the top and counts the rest", "[alert]") {
  const std::size_t length = GENERATE(10, 5'000);
  std::vector<CallListEntry> old_places;
  std::vector<CallListEntry> places = {placed(1, "eiche")};
  for (int i = 1; i <= 5'000; ++i) {
    const std::string id = "account-" + std::to_string(i);
    old_places.push_back(placed(i, id));
    places.push_back(placed(i + 1, id));
    places.back().why_now = std::string(length, '"');
  }
  const CallList before = version(11, old_places);
  const CallList list = version(12, places);
  const std::string body = call_list_body(list, &before);
  CHECK(body.size() <= 20'000);
  CHECK(body.size() > 15'000);
  const Json data = data_of(list, &before);
  CHECK(data["counts"]["fell"] == 5'000);
  CHECK(data["entered"].size() == 1);
  CHECK(data["fell"][0]["id"] == "account-1");
  CHECK(data["more"] == 5'000 - data["fell"].size());
}

TEST_CASE("No hostile name breaks out of a list's webhook", "[alert][injection]") {
  for (const std::string_view title : test::hundred_hostile_titles) {
    CallListEntry entry = placed(1, std::string(title));
    entry.why_now = title;
    const Json data = data_of(version(2, {entry}), nullptr);
    CHECK(data["entered"].size() == 1);
    const std::string name = data["entered"][0]["name"];
    CHECK(std::ranges::none_of(name, [](char c) { return c >= 0 && c < ' '; }));
  }
}

}  // namespace tipoff
