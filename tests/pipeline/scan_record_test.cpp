// ScanRecord: lines in, lines out.
#include "pipeline/scan_record.h"

#include "catch.h"

using tipoff::Field;
using tipoff::Json;

namespace {

tipoff::Result<tipoff::ScanRecord> read(std::string_view line) {
  tipoff::JsonObject object;
  return tipoff::read_scan_record(line, object);
}

}  // namespace

TEST_CASE("A line is a record with id, title, body and language", "[scan_record]") {
  const auto record = read(R"({"id":"1","title":"T","body":"B","lang":"en","date":"2026-03-02"})");
  REQUIRE(record);
  CHECK(record->id == "1");
  CHECK(record->text.title == "T");
  CHECK(record->text.body == "B");
  CHECK(record->text.language == "en");
  CHECK(record->date == "2026-03-02");
  CHECK(read(R"({"id":12,"title":""})")->id == "12");
}

TEST_CASE("What is missing is told", "[scan_record]") {
  CHECK_THAT(read("[1]").error().message, Catch::Contains("JSON object"));
  CHECK_THAT(read("{").error().message, Catch::Contains("JSON object"));
  CHECK_THAT(read(R"({"title":"T"})").error().message, Catch::Contains("\"id\""));
  CHECK_THAT(read(R"({"id":"1"})").error().message, Catch::Contains("\"title\""));
  CHECK_THAT(read(R"({"id":[],"title":""})").error().message, Catch::Contains("\"id\""));
}

TEST_CASE("Events that count and events for review are kept apart", "[scan_record]") {
  tipoff::ScanRecord record;
  record.id = "1";
  record.text.title = "Ostrava to buy";
  tipoff::Account account;
  account.id = "ostrava";
  tipoff::Trigger trigger;
  trigger.account = 0;
  trigger.event = "acquisition";
  trigger.role = tipoff::Role::acquirer;
  trigger.confidence = 0.5;
  trigger.rule = "acquisition.en.buys";
  trigger.end = 14;
  trigger.evidence = "Ostrava to buy";
  tipoff::Trigger doubtful = trigger;
  doubtful.ambiguous = true;
  const std::vector<tipoff::Mention> mentions{{0, Field::title, 0, 7, false},
                                              {0, Field::title, 0, 7, true}};
  const Json out =
      tipoff::to_json(record, {{trigger, doubtful}, mentions}, std::span(&account, 1), true);
  CHECK(
      tipoff::dump(out["events"]) ==
      R"([{"event":"acquisition","account":"ostrava","role":"acquirer","certainty":"announced","confidence":0.5,)"
      R"("rule":"acquisition.en.buys","field":"title","begin":0,"end":14,"evidence":"Ostrava to buy"}])");
  CHECK(out["review"].size() == 1);
  CHECK(out["review"][0]["ambiguous"] == true);
  CHECK(tipoff::dump(out["mentions"]) ==
        R"([{"account":"ostrava","field":"title","begin":0,"end":7,"text":"Ostrava"}])");
  CHECK(out["ambiguous_mentions"].size() == 1);
}

TEST_CASE("Where any company counts there is no account", "[scan_record]") {
  tipoff::ScanRecord record;
  record.id = "1";
  tipoff::Trigger trigger;
  trigger.event = "merger";
  const Json out = tipoff::to_json(record, {{trigger}, {}}, {}, false);
  CHECK_FALSE(out["events"][0].contains("account"));
  CHECK_FALSE(out["events"][0].contains("role"));
  CHECK_FALSE(out.contains("mentions"));
  CHECK_FALSE(out.contains("review"));
}
