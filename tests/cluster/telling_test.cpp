// Names and numbers are picked out of a headline.
#include "cluster/telling.h"

#include <algorithm>
#include <string>

#include "catch.h"

namespace tipoff {
namespace {

const OwnWords quarzwerk({"Quarzwerk AG", "樾宸投资股份有限公司"}, "q-1");

std::vector<std::uint64_t> hashes(std::string_view text) {
  std::vector<std::uint64_t> found;
  for (const auto& word : words_of(text)) found.push_back(word.hash);
  std::ranges::sort(found);
  return found;
}

std::vector<std::uint64_t> pairs(std::string_view text) {
  const auto words = words_of(text);
  std::vector<std::uint64_t> found;
  for (std::size_t at = 1; at < words.size(); ++at)
    found.push_back(hash_together(words[at - 1].hash, words[at].hash));
  std::ranges::sort(found);
  return found;
}

std::vector<std::uint64_t> numbers_of(std::string_view text) {
  return telling_of(text, quarzwerk).numbers;
}

}  // namespace

TEST_CASE("Names are the capitalised words that are neither general nor the account's own",
          "[cluster]") {
  const auto telling = telling_of("Quarzwerk to buy pump maker Lindholm of Uppsala", quarzwerk);
  CHECK(telling.names == hashes("Lindholm Uppsala"));
  CHECK(telling.own_seen);
  CHECK(telling.latin);
  CHECK_FALSE(telling.chinese);
}

TEST_CASE("Where every word is capitalised, all that are not general may be names", "[cluster]") {
  const auto titled = telling_of("Quarzwerk To Acquire Swedish Pump Maker Lindholm", quarzwerk);
  CHECK(titled.names == hashes("Swedish Pump Lindholm"));
  CHECK(titled.shouted);
  CHECK_FALSE(telling_of("Quarzwerk buys pump maker Lindholm", quarzwerk).shouted);
  CHECK(telling_of("QUARZWERK ACQUIRES LINDHOLM", quarzwerk).names == hashes("Lindholm"));
}

TEST_CASE(
    "Chinese names are the pairs of characters that general words and the account's name leave",
    "[cluster]") {
  const auto telling = telling_of("樾宸投资拟以现金收购蓝湖医药股权", quarzwerk);
  CHECK(telling.names == pairs("蓝湖医药"));
  CHECK(telling.own_seen);
  CHECK(telling.chinese);
}

TEST_CASE("Numbers of two digits and more tell, years do not", "[cluster]") {
  CHECK(numbers_of("cut 700 of 3 jobs in 2026") == numbers_of("700"));
  CHECK(numbers_of("700").size() == 1);
  CHECK(numbers_of("3 jobs").empty());
  CHECK(numbers_of("the 2026 plan").empty());
  CHECK(numbers_of("2026 million").size() == 1);
}

TEST_CASE("A sum is the same number in any spelling and in Chinese", "[cluster]") {
  const auto* sum = GENERATE("40 million", "40m euros", "EUR 40 MLN", "40,000,000", "4000万欧元",
                             "0.4亿欧元", "4千万");
  CAPTURE(sum);
  CHECK(numbers_of(sum) == numbers_of("40 million"));
}

TEST_CASE("Sums are the numbers that have a magnitude", "[cluster]") {
  CHECK(telling_of("51 percent for 40 million", quarzwerk).sums == numbers_of("40 million"));
  CHECK(telling_of("以5亿元收购51%股权", quarzwerk).sums == numbers_of("500 million"));
  CHECK(telling_of("51 percent", quarzwerk).sums.empty());
}

TEST_CASE("The first name is the one that stands first", "[cluster]") {
  const auto telling = telling_of("Quarzwerk buys Lindholm of Uppsala", quarzwerk);
  CHECK(telling.first_name == words_of("Lindholm")[0].hash);
  CHECK(telling_of("樾宸投资拟收购蓝湖医药", quarzwerk).first_name == pairs("蓝湖")[0]);
  CHECK(telling_of("Quarzwerk buys", quarzwerk).first_name == 0);
}

TEST_CASE("A headline in characters is told from one in letters, whatever it names", "[cluster]") {
  CHECK(telling_of("樾宸投资宣布收购", quarzwerk).in_characters);
  CHECK_FALSE(telling_of("Quarzwerk buys Lindholm", quarzwerk).in_characters);
}

TEST_CASE("Without names the account's id is taken for its name", "[cluster]") {
  const OwnWords by_id({}, "quarzwerk-ag");
  CHECK(telling_of("Quarzwerk buys Lindholm", by_id).names == hashes("Lindholm"));
  CHECK_FALSE(telling_of("Quarzwerk buys Lindholm", OwnWords({}, "4711")).own_seen);
}

TEST_CASE("Joined is what either has, once", "[cluster]") {
  const auto both = joined(telling_of("Quarzwerk buys Lindholm", quarzwerk),
                           telling_of("Lindholm of Uppsala, 700 jobs", quarzwerk));
  CHECK(both.names == hashes("Lindholm Uppsala"));
  CHECK(both.numbers == numbers_of("700"));
  CHECK(both.own_seen);
}

TEST_CASE("Shared are the hashes that both have", "[cluster]") {
  CHECK(shared_count({1, 3, 5}, {3, 4, 5, 9}) == 2);
  CHECK(shared_count({}, {1}) == 0);
}

}  // namespace tipoff
