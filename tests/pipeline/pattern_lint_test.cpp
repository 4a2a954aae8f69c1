// Pattern lint: dear gaps, and what can never match.
#include "pipeline/pattern_lint.h"

#include "catch.h"

using tipoff::dead_ends;
using tipoff::dear_gaps;
using Texts = std::vector<std::string>;

TEST_CASE("Long and endless gaps are dear, short ones and words are not", "[pattern_lint]") {
  CHECK(dear_gaps("a.{0,40}b") == Texts{".{0,40}"});
  CHECK(dear_gaps("a.*b") == Texts{".*"});
  CHECK(dear_gaps("a.+?b") == Texts{".+?"});
  CHECK(dear_gaps("a.{3,}b") == Texts{".{3,}"});
  CHECK(dear_gaps("a[^.;]{0,60}?b[^。]*") == Texts{"[^.;]{0,60}?", "[^。]*"});
  CHECK(dear_gaps("a.{0,39}b").empty());
  CHECK(dear_gaps(R"(a\.*b[.]*[^\s]+\w*[a-z]{0,90})").empty());
  CHECK(dear_gaps("{buy}.{0,40}").size() == 1);
  CHECK(dear_gaps(R"([\]^.*]x)").empty());
}

TEST_CASE("An anchor amid letters never holds", "[pattern_lint]") {
  CHECK_THAT(dead_ends("buy^ it").at(0), Catch::Contains("\"^\" behind \"y\""));
  CHECK_THAT(dead_ends("buy$ it").at(0), Catch::Contains("\"$\" before"));
  CHECK(dead_ends("^buy|(?:^|x)it$|a(?:$|b)").empty());
}

TEST_CASE("A word boundary needs a letter on one side, and does not know Chinese",
          "[pattern_lint]") {
  CHECK_THAT(dead_ends(R"(bu\by)").at(0), Catch::Contains("never holds"));
  CHECK_THAT(dead_ends(R"(收\b购)").at(0), Catch::Contains("never holds"));
  CHECK_THAT(dead_ends(R"(收购\b)").at(0), Catch::Contains("leave it out"));
  CHECK_THAT(dead_ends(R"(\bÜbernahme)").at(0), Catch::Contains("Ü"));
  CHECK(dead_ends(R"(\bbuy\b|\b{buy} it\b|s?\bx|\b’s|\$\b)").empty());
}

TEST_CASE("A sentence holds no line break, and ends at its end", "[pattern_lint]") {
  CHECK_THAT(dead_ends(R"(buy\nit)").at(0), Catch::Contains("spaces to the rules"));
  CHECK_THAT(dead_ends("收购。其").at(0), Catch::Contains("ends at \"。\""));
  CHECK(dead_ends("收购。”|收购。|buy[\\n ]it|\\n?").empty());
}

TEST_CASE("Traditional characters and wide letters stand in no sentence that a rule sees",
          "[pattern_lint]") {
  const auto found = dead_ends("拟收購|ＥＲＰ系统");
  REQUIRE(found.size() == 4);
  CHECK_THAT(found[0], Catch::Contains("\"購\"") && Catch::Contains("\"购\""));
  CHECK(dead_ends("拟收购，ERP").empty());
}

TEST_CASE("Broken patterns are read to their end", "[pattern_lint]") {
  for (const std::string_view pattern :
       {"[", "[^", "[[:alpha:", "\\", "\\p{", "\\x", "{", "a{", "(?", "a{2", "[\\", "\xff["}) {
    CAPTURE(pattern);
    CHECK(dear_gaps(pattern).empty());
    CHECK(dead_ends(pattern).empty());
  }
}
