// TOML files, broken and merged.
#include "config/toml_file.h"

#include "catch.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

TEST_CASE("Broken TOML is a complaint with its line", "[config]") {
  Complaints complaints;
  CHECK_FALSE(
      parse_toml("[list]\ntop = 5\nfiles = [\"a.csv\"\n[fetch]\n", "tipoff.toml", complaints));
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].file == "tipoff.toml");
  CHECK(complaints[0].line == 4);
  CHECK_THAT(complaints[0].message, Catch::StartsWith("is not valid TOML here"));
}

TEST_CASE("A key that is written twice, or bytes that are no UTF-8, are a complaint", "[config]") {
  for (const auto* text :
       {"[list]\ntop = 5\ntop = 6\n", "a = \"\xFF\"", "\"", "[[a]\n", "a = 5e\n"}) {
    CAPTURE(text);
    Complaints complaints;
    CHECK_FALSE(parse_toml(text, "tipoff.toml", complaints));
    CHECK(complaints.size() == 1);
  }
}

TEST_CASE("A file that is not there is a complaint", "[config]") {
  const ScratchDirectory scratch;
  Complaints complaints;
  CHECK_FALSE(read_toml(scratch.path() / "none.toml", complaints));
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].message == "does not exist");
  CHECK(read_toml(scratch.write("a.toml", "a = 1\n"), complaints));
}

TEST_CASE("Tables merge, arrays of tables append, the rest is replaced", "[config]") {
  Complaints complaints;
  auto base = *parse_toml("a = 1\nlist = [1, 2]\n[t]\nx = 1\ny = 1\n[[alert]]\nname = \"one\"\n",
                          "base.toml", complaints);
  auto more = *parse_toml("\n\na = 2\nlist = [3]\n[t]\ny = 2\n[[alert]]\nname = \"two\"\n",
                          "more.toml", complaints);
  merge_toml(base, std::move(more));
  CHECK(base["a"].value<int>() == 2);
  CHECK(base["list"].as_array()->size() == 1);
  CHECK(base["t"]["x"].value<int>() == 1);
  CHECK(base["t"]["y"].value<int>() == 2);
  CHECK(base["alert"].as_array()->size() == 2);
  CHECK(base["alert"][1]["name"].value<std::string>() == "two");
}

TEST_CASE("A merged node knows the file and line it came from", "[config]") {
  Complaints complaints;
  auto base = *parse_toml("a = 1\n[[alert]]\nname = \"one\"\n", "base.toml", complaints);
  auto more = *parse_toml("\n\na = 2\n[[alert]]\nname = \"two\"\n", "more.toml", complaints);
  merge_toml(base, std::move(more));
  CHECK(*base.find("a")->first.source().path == "more.toml");
  CHECK(base.find("a")->first.source().begin.line == 3);
  CHECK(*base["alert"].as_array()->get(1)->source().path == "more.toml");
  CHECK(*base["alert"].as_array()->get(0)->source().path == "base.toml");
}

}  // namespace tipoff
