// The formats of a call list by name and by file.
#include "emit/render.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

TEST_CASE("Formats go by their names", "[emit]") {
  CHECK(list_format_named("table") == ListFormat::table);
  CHECK(list_format_named("csv") == ListFormat::csv);
  CHECK(list_format_named("json") == ListFormat::json);
  CHECK(list_format_named("markdown") == ListFormat::markdown);
  CHECK(list_format_named("html") == ListFormat::html);
  CHECK_FALSE(list_format_named("pdf"));
}

TEST_CASE("A file's extension tells its format", "[emit]") {
  CHECK(list_format_of_file("call-list.csv") == ListFormat::csv);
  CHECK(list_format_of_file("/var/lib/lists/call.list.json") == ListFormat::json);
  CHECK(list_format_of_file("a.md") == ListFormat::markdown);
  CHECK(list_format_of_file("a.html") == ListFormat::html);
  CHECK(list_format_of_file("a.txt") == ListFormat::table);
  CHECK(list_format_of_file("a.atom") == ListFormat::atom);
  CHECK_FALSE(list_format_of_file("a.pdf"));
  CHECK_FALSE(list_format_of_file("csv"));
}

TEST_CASE("Each format is what it says", "[emit]") {
  const CallList list = samples::call_list();
  CHECK_THAT(render(list, ListFormat::table), Catch::StartsWith("Rank"));
  CHECK_THAT(render(list, ListFormat::csv), Catch::StartsWith("\xEF\xBB\xBFrank,"));
  CHECK_THAT(render(list, ListFormat::markdown), Catch::StartsWith("# Call list"));
  CHECK_THAT(render(list, ListFormat::html), Catch::StartsWith("<!doctype html>"));
}

TEST_CASE("JSON is one line and a newline", "[emit]") {
  const std::string json = render(samples::call_list(), ListFormat::json);
  CHECK_THAT(json, Catch::StartsWith(R"({"generated_at":"2026-03-02T08:00:00Z","version":12,)"));
  CHECK(json.find('\n') == json.size() - 1);
}

TEST_CASE("The same list gives the same bytes", "[emit]") {
  for (const ListFormat format : {ListFormat::table, ListFormat::csv, ListFormat::json,
                                  ListFormat::markdown, ListFormat::html})
    CHECK(render(samples::call_list(), format) == render(samples::call_list(), format));
}

}  // namespace tipoff
