// NameOpenings: what they deny is certain.
#include "match/name_openings.h"

#include "catch.h"

using namespace tipoff;

namespace {

NameOpenings openings_of(std::initializer_list<std::string_view> names) {
  NameOpenings openings;
  for (const std::string_view name : names) {
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens_of(name)) words.push_back(token.hash);
    openings.add(words);
  }
  openings.finish();
  return openings;
}

}  // namespace

TEST_CASE("A name opens with two words, or three where it begins with an ideograph", "[match]") {
  const NameOpenings openings = openings_of({"Altmoor Mills Inc", "Larkin", "樾宸化工"});
  const auto opening = [](std::string_view text) {
    const Tokens words = tokens_of(text);
    return opening_of(words[0].hash, words.size() > 1 ? words[1].hash : 0,
                      words.size() > 2 ? words[2].hash : 0);
  };
  CHECK(openings.may_hold(opening("altmoor mills")));
  CHECK(openings.may_hold(opening("larkin")));
  CHECK(openings.may_hold(opening("樾宸化")));
  CHECK_FALSE(openings.may_hold(opening("altmoor")));
  CHECK_FALSE(openings.may_hold(opening("mills inc")));
  CHECK_FALSE(openings.may_hold(opening("樾宸")));
  CHECK(openings.are_few());
  CHECK(openings.has_ideographs());
  CHECK_FALSE(openings.has_lone_ideographs());
}

TEST_CASE("The first word, or pair of ideographs, of a name is told by itself", "[match]") {
  const NameOpenings openings = openings_of({"Altmoor Mills", "樾宸化工"});
  const Tokens words = tokens_of("altmoor mills 樾宸化");
  CHECK(openings.may_begin_with_word(words[0].hash));
  CHECK_FALSE(openings.may_begin_with_word(words[1].hash));
  CHECK(openings.may_begin_with_pair(words[2].hash, words[3].hash));
  CHECK_FALSE(openings.may_begin_with_pair(words[3].hash, words[4].hash));
}

TEST_CASE("A symbol of one word opens no name", "[match]") {
  const std::vector<std::uint64_t> symbol{word_hash("altm")};
  NameOpenings openings;
  openings.add(symbol, true);
  openings.finish();
  CHECK(openings.may_be_symbol(symbol[0]));
  CHECK_FALSE(openings.may_hold(opening_of(symbol[0])));
  CHECK_FALSE(openings.may_begin_with_word(symbol[0]));
}

TEST_CASE("Dull are characters that begin no name and take part in no word", "[match]") {
  const NameOpenings openings = openings_of({"樾宸化工"});
  const auto bytes = [](std::string_view text) { return next_eight(text, 0); };
  CHECK(openings.is_dull(bytes("宸樾")));
  CHECK_FALSE(openings.is_dull(bytes("樾宸")));
  CHECK_FALSE(openings.is_dull(bytes("Ａ")));
  CHECK_FALSE(openings.is_dull(bytes("abc")));
  CHECK(openings.are_dull(bytes("，宸")));
  CHECK_FALSE(openings.are_dull(bytes("宸樾")));
  CHECK_FALSE(openings.are_dull(bytes("宸a")));
}
