// AnyOf: lists of patterns.
#include "detect/regex.h"

#include <string>
#include <vector>

#include "catch.h"

using tipoff::AnyOf;
using Patterns = std::vector<std::string>;

TEST_CASE("Any pattern of a list will do, in any case", "[regex]") {
  const auto any = AnyOf::compile(Patterns{"merger", "\\bdeal\\b"});
  REQUIRE(any);
  CHECK(any->matches("a MERGER of equals"));
  CHECK(any->first("the deal") == tipoff::Span{4, 8});
  CHECK_FALSE(any->matches("dealer"));
}

TEST_CASE("An empty list never matches", "[regex]") {
  const auto any = AnyOf::compile(Patterns{});
  REQUIRE(any);
  CHECK_FALSE(any->matches(""));
  CHECK_FALSE(RE2::PartialMatch("anything", tipoff::join_patterns(Patterns{})));
}

TEST_CASE("A shape anchors the whole list", "[regex]") {
  const auto any = AnyOf::compile(Patterns{"former ", "ex-"}, "%$");
  REQUIRE(any);
  CHECK(any->matches("the former "));
  CHECK_FALSE(any->matches("former boss of "));
}

TEST_CASE("What is no pattern is an error that says why", "[regex]") {
  const auto any = AnyOf::compile(Patterns{"("});
  REQUIRE_FALSE(any);
  CHECK_THAT(any.error().message, Catch::Contains("missing )"));
}
