// Holds the code to the house: order of the folders, homes of the libraries, length of files, a
// test for each source.
#include "catch.h"
#include "fakes/temporary_folder.h"
#include "house.h"

namespace tipoff {

namespace {

void check_none(const house::Violations& violations) {
  for (const auto& violation : violations) FAIL_CHECK(violation);
}

}  // namespace

TEST_CASE("Includes point down, never up", "[architecture]") {
  check_none(house::upward_includes(SOURCE_ROOT));
}

TEST_CASE("Each library is named in its own folder alone", "[architecture]") {
  check_none(house::strayed_libraries(SOURCE_ROOT));
}

TEST_CASE("No source file has more than 400 lines", "[architecture]") {
  check_none(house::long_files(SOURCE_ROOT));
}

TEST_CASE("Every source file has its test", "[architecture]") {
  check_none(house::untested_sources(SOURCE_ROOT));
}

TEST_CASE("Every test can be listed", "[architecture]") {
  check_none(house::unlistable_tests(SOURCE_ROOT));
}

TEST_CASE("A planted violation of each kind is found", "[architecture]") {
  const fakes::TemporaryFolder tree;
  tree.write("src/parse/article.h", "#include \"text/utf8.h\"\n#include <string>\n");
  tree.write("src/text/utf8.h", "#include <utf8proc.h>\n");
  tree.write("daemon/signals.h", "#include \"pipeline/loop.h\"\n#include \"sd_notify.h\"\n");
  REQUIRE(house::upward_includes(tree.path()).empty());
  REQUIRE(house::strayed_libraries(tree.path()).empty());
  REQUIRE(house::long_files(tree.path()).empty());
  REQUIRE(house::untested_sources(tree.path()).empty());

  SECTION("an include that points up") {
    tree.write("src/text/utf8.cpp", "#include \"parse/article.h\"\n");
    CHECK(
        house::upward_includes(tree.path()) ==
        house::Violations{"src/text/utf8.cpp includes \"parse/article.h\", which stands above it"});
  }
  SECTION("a folder that nobody planned") {
    tree.write("src/misc/things.h", "\n");
    CHECK(house::upward_includes(tree.path()).size() == 1);
  }
  SECTION("a library away from home") {
    tree.write("src/parse/guess.h", "#include <uchardet/uchardet.h>\n");
    CHECK(
        house::strayed_libraries(tree.path()) ==
        house::Violations{"src/parse/guess.h includes <uchardet/uchardet.h>, whose home is text/"});
  }
  SECTION("a file that grew too long") {
    tree.write("src/parse/everything.h", std::string(401, '\n'));
    CHECK(house::long_files(tree.path()) ==
          house::Violations{"src/parse/everything.h has 401 lines"});
  }
  SECTION("a test that would swallow those behind it in CMake's list") {
    const std::string macro = "TEST_CASE";
    tree.write("tests/parse/rss_test.cpp",
               macro + "(\"Half open [0, 1)\", \"[x]\")\n" + macro + "(\"Sound\", \"[x]\")\n");
    CHECK(house::unlistable_tests(tree.path()).size() == 1);
  }
  SECTION("a source without a test") {
    tree.write("src/parse/rss.cpp", "\n");
    tree.write("daemon/main.cpp", "\n");
    CHECK(house::untested_sources(tree.path()) ==
          house::Violations{"src/parse/rss.cpp has no tests/parse/rss_test.cpp"});
    tree.write("tests/parse/rss_test.cpp", "\n");
    CHECK(house::untested_sources(tree.path()).empty());
  }
}

}  // namespace tipoff
