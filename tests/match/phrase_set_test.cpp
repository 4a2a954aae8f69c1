// PhraseSet: lists asked for at a place.
#include "match/phrase_set.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("The longest phrase at a place is found", "[match]") {
  const PhraseSet set{"chief, chief executive officer,\n 董事长"};
  const auto tokens = tokens_of("The Chief Executive Officer said 董事长");
  CHECK(set.length_at(tokens, 0) == 0);
  CHECK(set.length_at(tokens, 1) == 3);
  CHECK(set.length_at(tokens, 5) == 3);
  CHECK(set.length_at(tokens, 99) == 0);
}

TEST_CASE("The longest phrase before a place is found", "[match]") {
  const PhraseSet set{"of, shares of"};
  const auto tokens = tokens_of("new shares of Altmoor");
  CHECK(set.length_before(tokens, 3) == 2);
  CHECK(set.length_before(tokens, 2) == 0);
}

TEST_CASE("A possessive ends a phrase too", "[match]") {
  const PhraseSet set{"the bank"};
  const auto tokens = tokens_of("the bank's");
  CHECK(set.length_at(tokens, 0) == 2);
}

TEST_CASE("A set of nothing holds nothing", "[match]") {
  const PhraseSet set{" , "};
  CHECK_FALSE(set.contains(word_hash("a")));
}
