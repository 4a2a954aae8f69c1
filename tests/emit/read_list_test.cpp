// A call list read back from its JSON.
#include "catch.h"
#include "emit/list_samples.h"
#include "emit/render.h"
#include "rank/rank.h"

namespace tipoff {

namespace {

constexpr RenderOptions everything{.top = 0, .with_disqualified = true, .width = 100};

std::string json_of(const CallList& list) {
  return render(list, ListFormat::json, everything);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("A list comes back from its JSON as it was", "[emit]") {
  CallList list = samples::call_list();
  list.seller = "anna";
  list.disqualified[0].contact = {
      .name = "Li Mo", .title = "CFO", .phone = "1", .email = "li@eiche.example"};
  list.disqualified[0].extra = {{"segment", "C"}};
  const auto read = call_list_from_json(json_of(list));
  REQUIRE(read);
  CHECK(read->version == list.version);
  CHECK(read->generated_at == list.generated_at);
  CHECK(read->seller == list.seller);
  CHECK(read->entries == list.entries);
  CHECK(read->disqualified == list.disqualified);
  CHECK_FALSE(differs(*read, list));
  CHECK(json_of(*read) == json_of(list));
}

TEST_CASE("Text of every kind survives the way through JSON", "[emit]") {
  for (const std::string text :
       {"\"quoted\" \\ back", "两家公司合并", "line\nbreak\ttab", "</script>", "😀 e\u0301"}) {
    CAPTURE(text);
    const CallList list = samples::list_telling(text);
    const auto read = call_list_from_json(json_of(list));
    REQUIRE(read);
    CHECK(read->entries == list.entries);
  }
}

TEST_CASE("The first list, empty and without a version, comes back too", "[emit]") {
  const auto read = call_list_from_json(json_of({}));
  REQUIRE(read);
  CHECK(read->version == 0);
  CHECK_FALSE(differs(*read, {}));
}

TEST_CASE("Fields that a later version adds are passed over", "[emit]") {
  CHECK(call_list_from_json(
      replaced(json_of(samples::call_list()), R"("version":12)", R"("version":12,"mood":"good")")));
}

TEST_CASE("What is no call list is refused with the reason", "[emit]") {
  const std::string json = json_of(samples::call_list());
  struct Case {
    std::string json;
    const char* reason;
  };
  const std::vector<Case> cases{
      {"", "no JSON"},
      {"{", "no JSON"},
      {"[]", "cannot be read"},
      {"{}", "generated_at"},
      {replaced(json, R"("version":12)", R"("version":"twelve")"), "cannot be read"},
      {replaced(json, R"("change":"new")", R"("change":"sideways")"),
       "change 'sideways' is unknown"},
      {replaced(json, "2026-03-02T08:00:00Z", "yesterday"), "generated_at 'yesterday' is no time"},
      {replaced(json, R"("criterion":"region","because")", R"("criterion":"weather","because")"),
       "weather"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.json);
    const auto read = call_list_from_json(each.json);
    REQUIRE_FALSE(read);
    CHECK_THAT(read.error().message,
               Catch::StartsWith("the call list") && Catch::Contains(each.reason));
  }
}

}  // namespace tipoff
