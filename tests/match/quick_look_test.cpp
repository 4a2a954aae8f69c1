// A quick look: what it denies is certain, and it denies nearly all texts without a name.
#include "match/quick_look.h"

#include <random>
#include <set>
#include <string>

#include "catch.h"

using namespace tipoff;

namespace {

NameIndex index_of(std::initializer_list<std::string_view> names, bool symbols = false) {
  NameIndex index;
  std::uint32_t value = 0;
  for (const std::string_view name : names) {
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens_of(name)) words.push_back(token.hash);
    index.add(words, value++, symbols);
  }
  index.finish();
  return index;
}

}  // namespace

TEST_CASE("A text without any name is denied", "[match]") {
  const NameIndex index = index_of({"Altmoor Mills", "樾宸化工"});
  for (const std::string_view text :
       {"Nothing of the kind, 2031.", "Altmoor's Mills", "Altmoor Bakeries, A. B. Mills",
        "樾城宸光，化工", "樾宸光学", "Éa’Altmoor Mills", ""}) {
    CAPTURE(text);
    CHECK_FALSE(may_have_names(text, index, true));
  }
}

TEST_CASE("A text that has a name is not denied", "[match]") {
  const NameIndex index =
      index_of({"Altmoor", "Larkin Moss", "樾宸化工", "沅澧", "AB Larkin", "OAltmoor"});
  for (const std::string_view text :
       {"ALTMOOR", "Shares of Altmoor's", "said,Altmoor", "Ａltmoor", "in a Larkin-Moss case",
        "在樾宸化工", "樾 宸化工", "沅澧", "A. B. Larkin", "a B Larkin", "o'Altmoor", "o’Altmoor",
        "O'Altmoor", "é Altmoor", "the café’s Altmoor", "2 Altmoor"}) {
    CAPTURE(text);
    CHECK(may_have_names(text, index, true));
  }
}

TEST_CASE("Words in small letters begin a name only where more than names are wanted", "[match]") {
  const NameIndex index = index_of({"altmoor", "樾"});
  CHECK_FALSE(may_have_names("the altmoor's case 樾", index, true));
  CHECK(may_have_names("the altmoor case", index, false));
  CHECK(may_have_names("樾", index, false));
}

TEST_CASE("A symbol counts only where it may be one", "[match]") {
  const NameIndex index = index_of({"ALTM", "799"}, true);
  CHECK(may_have_names("Larkin (ALTM) rose", index, true));
  CHECK(may_have_names("Larkin, 799.HK", index, true));
  CHECK_FALSE(may_have_names("LARKIN AND ALTM ROSE 799", index, true));
  CHECK_FALSE(may_have_names("Larkin (Altm) rose", index, true));
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
