// The contract's JSON, field by field.
#include "emit/json.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

namespace {

std::vector<std::string> fields_of(const Json& json) {
  std::vector<std::string> fields;
  for (const auto& [field, value] : json.items()) fields.push_back(field);
  return fields;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("A story is written as the contract has it", "[emit]") {
  const Json json = to_json(samples::story());
  CHECK(
      dump(json) ==
      R"({"id":5,"event":"merger","role":null,"certainty":"announced","happened_at":"2026-03-02T08:00:00Z",)"
      R"("seen_at":"2026-03-02T08:00:00Z","title":"Brunnwerk and Talhof to merge in autumn",)"
      R"("url":"https://www.wire.example/2026/brunnwerk","evidence":"Brunnwerk and Talhof to merge",)"
      R"("rule":"merger.en.agrees","sources":1})");
}

TEST_CASE("A story's role is written where it is known", "[emit]") {
  Story story = samples::story();
  story.role = Role::target;
  CHECK(to_json(story)["role"] == "target");
}

TEST_CASE("An entry has the contract's fields in their order", "[emit]") {
  const Json json = to_json(samples::entry(1, "Brunnwerk AG"));
  CHECK(fields_of(json) == Fields{"rank", "id", "name", "score", "max_score", "parts", "why_now",
                                  "events", "contact_name", "contact_title", "phone", "email",
                                  "owner", "change", "next_change"});
  CHECK(json["rank"] == 1);
  CHECK(json["score"] == 6);
  CHECK(json["max_score"] == 11);
  CHECK(json["contact_name"] == "Jana Holt");
  CHECK(json["change"] == "new");
  REQUIRE(json["parts"].size() == 7);
  CHECK(
      dump(json["parts"][0]) ==
      R"x({"criterion":"industry","points":2,"of":2,"because":"industry Manufacturing is a target (very important)"})x");
  CHECK(json["events"].size() == 1);
}

TEST_CASE("An entry without events has an empty array, and its unknown columns", "[emit]") {
  const Json json = to_json(samples::call_list().entries[1]);
  CHECK(dump(json["events"]) == "[]");
  CHECK(dump(json["extra"]) == R"({"segment":"B","note":"call before noon, please"})");
}

TEST_CASE("A disqualified account has no rank but a reason", "[emit]") {
  const Json json = to_json(samples::call_list().disqualified[0]);
  CHECK(fields_of(json) == Fields{"rank", "id", "name", "disqualified", "contact_name",
                                  "contact_title", "phone", "email", "owner"});
  CHECK(json["rank"].is_null());
  CHECK(dump(json["disqualified"]) ==
        R"x({"criterion":"region","because":"region France matches no target (Germany)"})x");
}

TEST_CASE("A list is its edition and its entries", "[emit]") {
  const CallList list = samples::call_list();
  const Json json = to_json(list, {});
  CHECK(fields_of(json) == Fields{"generated_at", "version", "seller", "entries"});
  CHECK(json["generated_at"] == "2026-03-02T08:00:00Z");
  CHECK(json["version"] == 12);
  CHECK(json["seller"] == "default");
  CHECK(json["entries"].size() == 2);
  CHECK(to_json(list, {.top = 1, .with_disqualified = false, .width = 100})["entries"].size() == 1);
  CHECK(to_json(list, {.top = 1, .with_disqualified = true, .width = 100})["entries"].size() == 2);
  CHECK(dump(to_json(CallList{}, {})) ==
        R"({"generated_at":"1970-01-01T00:00:00Z","version":0,"seller":"default","entries":[]})");
}

}  // namespace tipoff
