// OpeningFilter: what was added is never denied, and hardly anything else is admitted.
#include "match/opening_filter.h"

#include <random>

#include "catch.h"

using namespace tipoff;

TEST_CASE("A filter admits what was added, and little else", "[match]") {
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> openings(5000);
  OpeningFilter filter;
  for (std::uint64_t& opening : openings) {
    opening = opening_of(random(), random());
    filter.add(opening);
  }
  CHECK(filter.count() == openings.size());
  filter.finish(10, 1);
  CHECK(std::all_of(openings.begin(), openings.end(),
                    [&](std::uint64_t opening) { return filter.may_hold(opening); }));
  int admitted = 0;
  for (int i = 0; i < 10000; ++i) admitted += filter.may_hold(opening_of(random())) ? 1 : 0;
  CHECK(admitted < 1500);
}

TEST_CASE("A filter of nothing denies all", "[match]") {
  OpeningFilter filter;
  CHECK_FALSE(filter.may_hold(opening_of(7)));
  filter.finish(10, 4);
  CHECK_FALSE(filter.may_hold(opening_of(7)));
}

TEST_CASE("The words of an opening cannot change places", "[match]") {
  CHECK(opening_of(5, 6) != opening_of(6, 5));
  CHECK(opening_of(5, 6, 7) != opening_of(5, 7, 6));
  CHECK(opening_of(5, 6) != opening_of(5));
}
