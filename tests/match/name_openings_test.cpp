// NameOpenings: what it denies is certain, and it denies most of a text.
#include "match/name_openings.h"

#include <random>
#include <set>
#include <string>

#include "catch.h"
#include "match/name_index.h"

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

TEST_CASE("A text without the first word of any name is denied", "[match]") {
  const NameOpenings openings = openings_of({"Altmoor Mills", "樾宸化工"});
  CHECK_FALSE(openings.may_stand_in("Nothing of the kind, 2031.", true));
  CHECK_FALSE(openings.may_stand_in("樾城宸光，化工", true));
  CHECK_FALSE(openings.may_stand_in("", true));
}

TEST_CASE("A text that has the opening of a name is not denied", "[match]") {
  const NameOpenings openings = openings_of({"Altmoor Mills", "樾宸化工", "沅澧", "AB Larkin"});
  for (const std::string_view text :
       {"ALTMOOR", "Shares of Altmoor's", "Ａltmoor", "在樾宸化工", "樾 宸化", "沅澧",
        "A. B. Larkin", "O'Altmoor Altmoor", "é Altmoor"}) {
    CAPTURE(text);
    CHECK(openings.may_stand_in(text, true));
  }
}

TEST_CASE("Words in small letters open a name only where more than names are wanted", "[match]") {
  const NameOpenings openings = openings_of({"altmoor", "樾"});
  CHECK_FALSE(openings.may_stand_in("the altmoor's case 樾", true));
  CHECK(openings.may_stand_in("the altmoor case", false));
  CHECK(openings.may_stand_in("樾", false));
}

TEST_CASE("No text that the index finds a name in is denied", "[match]") {
  static constexpr std::string_view pieces[] = {
      "Altmoor", "altmoor", "Mills", "A", "B",  "b",  "樾", "宸",   "é", "'",        "’",       " ",
      " ",       ". ",      "-",     "&", "'s", "，", "Ａ", "\xff", "1", "ABCDEFGH", "\xe4\xb8"};
  std::mt19937 random(11);
  const auto text_of = [&](unsigned most) {
    std::string text;
    for (auto i = 1 + random() % most; i > 0; --i) text += pieces[random() % std::size(pieces)];
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    std::set<std::vector<std::uint64_t>> names;
    for (int i = 0; i < 3; ++i) {
      std::vector<std::uint64_t> words;
      for (const Token& token : tokens_of("A " + text_of(5))) words.push_back(token.hash);
      if (words.size() > 1 && random() % 3 > 0) words.erase(words.begin());
      names.insert(words);
    }
    NameIndex index;
    std::uint32_t value = 0;
    for (const auto& words : names) index.add(words, value++);
    index.finish();
    for (int i = 0; i < 50; ++i) {
      const std::string text = text_of(12);
      const bool names_only = random() % 2 == 0;
      CAPTURE(text, names_only);
      const NameHits hits = index.find(tokens_of(text), names_only);
      REQUIRE((hits.empty() || index.may_stand_in(text, names_only)));
    }
  }
}
