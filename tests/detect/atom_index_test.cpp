// AtomIndex: which short strings a text holds.
#include "detect/atom_index.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"

using tipoff::AtomIndex;

TEST_CASE("Every atom that stands in the text is found once, in order", "[atom_index]") {
  const AtomIndex index({"merge", "acq", "acquire", "收购", "sell"});
  std::vector<int> found;
  index.find("to acquire or merge, to acquire; 收购", found);
  CHECK(found == std::vector<int>{0, 1, 2, 3});
  index.find("ac", found);
  CHECK(found.empty());
}

TEST_CASE("The index finds what a plain search finds", "[atom_index]") {
  std::mt19937 random(7);
  const auto word = [&](std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i) out += static_cast<char>('a' + random() % 3);
    return out;
  };
  std::vector<std::string> atoms;
  for (int i = 0; i < 60; ++i) atoms.push_back(word(3 + random() % 4));
  const AtomIndex index(atoms);
  for (int round = 0; round < 50; ++round) {
    const std::string text = word(40);
    std::vector<int> expected;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      if (text.contains(atoms[i])) expected.push_back(static_cast<int>(i));
    }
    std::vector<int> found;
    index.find(text, found);
    CHECK(found == expected);
  }
}

TEST_CASE("Latin and Cyrillic capitals are lowered, the length stays", "[atom_index]") {
  std::string out;
  tipoff::lower_into("ÄÖÜ Übernahme × ЯНДЕКС 收购", out);
  CHECK(out == "äöü übernahme × яндекс 收购");
}
