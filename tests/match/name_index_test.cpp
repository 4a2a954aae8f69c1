// NameIndex: the same hits as a plain map, and quickly on any text.
#include "match/name_index.h"

#include <map>
#include <random>
#include <string>

#include "catch.h"

using namespace tipoff;

namespace {

using Sequence = std::vector<std::uint64_t>;

Sequence sequence_of(std::string_view text) {
  Sequence sequence;
  for (const Token& token : tokens_of(text)) sequence.push_back(token.hash);
  return sequence;
}

/// The oracle: every stretch of every length is looked up.
std::size_t count_plainly(const std::map<Sequence, std::uint32_t>& names,
                          std::span<const Token> tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Sequence sequence;
    for (std::size_t length = 0; length < NameIndex::longest && i + length < tokens.size();
         ++length) {
      sequence.push_back(tokens[i + length].hash);
      count += names.count(sequence);
    }
  }
  return count;
}

}  // namespace

TEST_CASE("Names of any length are found where they stand", "[match]") {
  NameIndex index;
  index.add(sequence_of("altmoor"), 0);
  index.add(sequence_of("altmoor mills"), 1);
  index.add(sequence_of("altmoor mills and bakeries of nordvale"), 2);
  index.add(sequence_of("樾宸"), 3);
  index.finish();
  const auto hits = index.find(tokens_of("At Altmoor Mills & Bakeries of Nordvale, 樾宸"));
  REQUIRE(hits.size() == 4);
  CHECK(hits[0].value == 0);
  CHECK(hits[1].value == 1);
  CHECK(hits[1].count == 2);
  CHECK(hits[2].value == 2);
  CHECK(hits[2].token == 1);
  CHECK(hits[2].count == 6);
  CHECK(hits[3].value == 3);
}

TEST_CASE("A possessive is found at the end of a name", "[match]") {
  NameIndex index;
  index.add(sequence_of("altmoor mills"), 7);
  index.finish();
  CHECK(index.find(tokens_of("Altmoor Mills' own, Altmoor Mills's")).size() == 2);
  CHECK(index.find(tokens_of("Altmoor's Mills")).empty());
}

TEST_CASE("A symbol is found only without small letters", "[match]") {
  NameIndex index;
  index.add(sequence_of("it"), 0, true);
  index.add(sequence_of("on"), 1);
  index.finish();
  const auto hits = index.find(tokens_of("It IT On "));
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].token == 1);
  CHECK(hits[1].value == 1);
}

TEST_CASE("Names of two ideographs are found where only names are wanted", "[match]") {
  NameIndex index;
  index.add(sequence_of("樾宸"), 0);
  index.add(sequence_of("樾宸化工"), 1);
  index.finish();
  CHECK(index.find(tokens_of("在樾宸化工和樾宸"), true).size() == 3);
}

TEST_CASE("An index of nothing finds nothing", "[match]") {
  NameIndex index;
  CHECK(index.find(tokens_of("Altmoor")).empty());
  index.finish();
  CHECK(index.find(tokens_of("Altmoor")).empty());
}

TEST_CASE("Random names are found in random text as a plain map finds them", "[match]") {
  std::mt19937 random(20);
  const auto word = [&] { return "w" + std::to_string(random() % 40); };
  std::map<Sequence, std::uint32_t> names;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    std::string name = word();
    for (std::size_t length = random() % 6; length > 0; --length) name += " " + word();
    names.try_emplace(sequence_of(name), i);
  }
  NameIndex index;
  for (const auto& [sequence, value] : names) index.add(sequence, value);
  index.finish();
  std::string text;
  for (int i = 0; i < 20000; ++i) text += word() + " ";
  const auto tokens = tokens_of(text);
  const std::size_t expected = count_plainly(names, tokens);
  CHECK(expected > 20000);
  CHECK(index.find(tokens).size() == expected);
}
