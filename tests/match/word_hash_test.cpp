// WordHash: eight bytes at a time give what one at a time would.
#include "match/word_hash.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("Letters are counted and put in lower case up to the first mark", "[match]") {
  const Letters letters = letters_in(next_eight("AbC4-xyz", 0));
  CHECK(letters.count == 4);
  CHECK(letters.capitals);
  CHECK(letters.smalls);
  CHECK(letters.folded == letters_in(next_eight("abc4", 0)).folded);
}

TEST_CASE("Bytes behind the end of a text read as zeros", "[match]") {
  CHECK(next_eight("0123456789", 8) == next_eight("89", 0));
  CHECK(next_eight("01234567", 8) == 0);
  CHECK(next_eight("", 0) == 0);
}

TEST_CASE("A word has one hash, however it is read", "[match]") {
  WordHash by_letter;
  for (const char c : std::string_view("altmoormills"))
    by_letter.add(static_cast<char32_t>(static_cast<unsigned char>(c)));
  const std::uint64_t first = letters_in(next_eight("altmoormills", 0)).folded;
  CHECK(by_letter.value() == WordHash::of(first, letters_in(next_eight("altmoormills", 8)).folded));
}

TEST_CASE("The hash of an ideograph says that it is one", "[match]") {
  CHECK(is_ideograph_hash(WordHash::of_ideograph(U'樾')));
  CHECK_FALSE(is_ideograph_hash(WordHash::of(letters_in(next_eight("altmoor", 0)).folded)));
}
