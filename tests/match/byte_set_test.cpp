// ByteSet: what is in it, and where it stands in a text.
#include "match/byte_set.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("A byte set knows its bytes, and no others", "[match]") {
  constexpr ByteSet marks{",;\xE3"};
  CHECK(marks.contains(','));
  CHECK(marks.contains('\xE3'));
  CHECK_FALSE(marks.contains('.'));
  CHECK_FALSE(marks.contains('\0'));
}

TEST_CASE("A byte set is looked for in a text", "[match]") {
  constexpr ByteSet marks{"()"};
  CHECK(marks.any_in("Altmoor (ALTM)"));
  CHECK_FALSE(marks.any_in("Altmoor"));
  CHECK_FALSE(marks.any_in(""));
  CHECK(marks.all_in("()("));
  CHECK_FALSE(marks.all_in("( )"));
  CHECK(marks.all_in(""));
  CHECK(marks.last_in("a(b)c") == 3);
  CHECK(marks.last_in("abc") == std::string_view::npos);
}
