// Tokens: what is one word, and which words are the same.
#include "match/token.h"

#include "catch.h"

using namespace tipoff;

namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokens_of(text))
    result.push_back(spelled(text.substr(token.begin, token.end - token.begin)));
  return result;
}

bool same(std::string_view a, std::string_view b) {
  const auto x = tokens_of(a);
  const auto y = tokens_of(b);
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i].hash != y[i].hash) return false;
  return true;
}

}  // namespace

TEST_CASE("Latin words and single ideographs are tokens", "[match]") {
  CHECK(words("Altmoor kauft 樾宸A股") ==
        std::vector<std::string>{"altmoor", "kauft", "樾", "宸", "a", "股"});
}

TEST_CASE("Names are the same in any case, with accents, hyphens or full width", "[match]") {
  CHECK(same("Coral-Ardén", "CORAL ARDEN"));
  CHECK(same("Ｎｏｒｄｖａｌｅ", "Nordvale"));
  CHECK(same("樾宸電氣", "樾宸电气"));
  CHECK_FALSE(same("Altmoor", "Altmor"));
}

TEST_CASE("An ampersand is the word and", "[match]") {
  CHECK(same("Larkin & Moss", "Larkin and Moss"));
  CHECK(same("L&M", "l AND m"));
}

TEST_CASE("An apostrophe vanishes within a word", "[match]") {
  CHECK(same("Larkin's", "Larkins"));
  CHECK(same("O’Larkin", "OLarkin"));
}

TEST_CASE("A possessive has the stem of its word", "[match]") {
  const auto tokens = tokens_of("Altmoor's Altmoor’s Altmoors");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].stem == word_hash("altmoor"));
  CHECK(tokens[1].stem == word_hash("altmoor"));
  CHECK(tokens[2].stem == tokens[2].hash);
}

TEST_CASE("Initials are one word, however they are dotted", "[match]") {
  CHECK(same("A. B. Larkin", "AB Larkin"));
  CHECK(same("A.B. Larkin", "A B Larkin"));
  CHECK_FALSE(same("A & B Larkin", "AB Larkin"));
}

TEST_CASE("Tokens know their bytes", "[match]") {
  const auto tokens = tokens_of("é 樾 Ab");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].begin == 3);
  CHECK(tokens[1].end == 6);
  CHECK(tokens[2].begin == 7);
}

TEST_CASE("Words of any length, wherever they stand, have the hash of their spelling", "[match]") {
  for (std::size_t length = 1; length <= 20; ++length) {
    const std::string word = std::string("abcdefghijklmnopqrst").substr(0, length);
    for (const std::string_view behind : {"", ".", " and so on", "，"}) {
      CAPTURE(word, behind);
      CHECK(tokens_of(word + std::string(behind))[0].hash == word_hash(word));
    }
  }
}

TEST_CASE("Tokens know how they are written", "[match]") {
  const auto tokens = tokens_of("Altmoor AG grows 4x 樾 Ä Larkin's ");
  REQUIRE(tokens.size() == 7);
  CHECK((tokens[0].plain && tokens[0].has_capital && tokens[0].has_small));
  CHECK((tokens[1].plain && tokens[1].has_capital && !tokens[1].has_small));
  CHECK((tokens[2].small && !tokens[2].has_capital));
  CHECK_FALSE(tokens[3].small);
  CHECK(tokens[4].ideograph);
  CHECK_FALSE(tokens[5].plain);
  CHECK_FALSE(tokens[6].plain);
}

TEST_CASE("Bytes that are not UTF-8 part words and do no harm", "[match]") {
  CHECK(words("al\xFFt") == std::vector<std::string>{"al", "t"});
}

TEST_CASE("The hash of a word is that of its token, and of a phrase that of its words", "[match]") {
  CHECK(tokens_of("Ärger")[0].hash == word_hash("arger"));
  CHECK(phrase_hash("altmoor mills") == followed_by(word_hash("altmoor"), word_hash("mills")));
}

TEST_CASE("No more tokens are read than wanted, and those whole", "[match]") {
  CHECK(first_tokens_of("Altmoor Mills 樾宸化工", 3).size() == 3);
  CHECK(first_tokens_of("Altmoor", 3).size() == 1);
  const Tokens initials = first_tokens_of("A. B. C. Larkin", 1);
  REQUIRE(initials.size() == 1);
  CHECK(initials[0].hash == word_hash("abc"));
}
