// Common words: what a name must not be to count by itself.
#include "match/common_words.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("English words and their forms are common", "[match]") {
  for (const char* word : {"target", "gap", "block", "boxes", "boxed", "planning", "running",
                           "maker", "bullish", "kindness"}) {
    CAPTURE(word);
    CHECK(is_common_word(word));
  }
}

TEST_CASE("First names, family names and places are common", "[match]") {
  CHECK(is_common_word("edith"));
  CHECK(is_common_word("johnson"));
  CHECK(is_common_word("houston"));
}

TEST_CASE("Coined names are not common", "[match]") {
  for (const char* word : {"altmoor", "nordvale", "xentiq", "bes"}) {
    CAPTURE(word);
    CHECK_FALSE(is_common_word(word));
  }
}

TEST_CASE("Chinese words that companies bear are common", "[match]") {
  CHECK(common_chinese().contains(phrase_hash("平安")));
  CHECK(common_chinese().contains(phrase_hash("小米")));
  CHECK_FALSE(common_chinese().contains(phrase_hash("樾宸")));
}
