// Words are folded: case, accents, width and punctuation do not matter.
#include "cluster/words.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

std::vector<std::uint64_t> hashes(std::string_view text) {
  std::vector<std::uint64_t> found;
  for (const auto& word : words_of(text)) found.push_back(word.hash);
  return found;
}

std::vector<std::string> spans(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& word : words_of(text))
    found.emplace_back(text.substr(word.begin, word.end - word.begin));
  return found;
}

using Spans = std::vector<std::string>;

}  // namespace

TEST_CASE("A text is letters, numbers and single Chinese characters", "[cluster]") {
  CHECK(spans("Quarzwerk-Gruppe buys 5bn 樾宸 (Q1)!") ==
        Spans{"Quarzwerk", "Gruppe", "buys", "5", "bn", "樾", "宸", "Q", "1"});
  CHECK(spans("").empty());
  CHECK(spans(" -- 。！ ").empty());
}

TEST_CASE("Case, accents, width and punctuation do not matter", "[cluster]") {
  CHECK(hashes("QUARZWERK, Müller & Søn") == hashes("quarzwerk muller son"));
  CHECK(hashes("Ｑｕａｒｚｗｅｒｋ　５") == hashes("quarzwerk 5"));
  CHECK(hashes("Łódź") != hashes("Lindholm"));
  CHECK(hashes("МОСКВА") == hashes("москва"));
}

TEST_CASE("A possessive is the name, and an apostrophe within a word does not part it",
          "[cluster]") {
  CHECK(hashes("Lindholm's plan") == hashes("Lindholm plan"));
  CHECK(hashes("Lindholm\u2019s plan") == hashes("Lindholm plan"));
  CHECK(spans("don't stop") == Spans{"don't", "stop"});
  CHECK(spans("'quoted'") == Spans{"quoted"});
}

TEST_CASE("A number keeps its point and loses its commas", "[cluster]") {
  CHECK(hashes("14,000") == hashes("14000"));
  CHECK(hashes("2.5") != hashes("25"));
  CHECK(hashes("in 2026.") == hashes("in 2026"));
}

TEST_CASE("A word knows its kind, its length and whether it begins with a capital", "[cluster]") {
  const auto words = words_of("Übung macht 12 樾");
  REQUIRE(words.size() == 4);
  CHECK(words[0].capital);
  CHECK(words[0].length == 5);
  CHECK_FALSE(words[1].capital);
  CHECK(words[2].kind == Word::Kind::number);
  CHECK(words[3].kind == Word::Kind::character);
}

TEST_CASE("No more words come than were asked for", "[cluster]") {
  CHECK(words_of("one two three", 2).size() == 2);
  CHECK(words_of("樾宸投资", 3).size() == 3);
  CHECK(words_of("one", 0).empty());
}

TEST_CASE("Broken UTF-8 separates words and breaks nothing", "[cluster]") {
  CHECK(spans("a\xff"
              "b") == Spans{"a", "b"});
  CHECK(spans("a\xe6\xa8") == Spans{"a"});
  CHECK(spans("it\xe2\x80\x99") == Spans{"it"});
}

TEST_CASE("Hashes of words stay what they are: they are stored", "[cluster]") {
  CHECK(hash_together(1, 2) != hash_together(2, 1));
  CHECK(words_of("merger")[0].hash == 0xe36f2a2d32bf6aed);
}

}  // namespace tipoff
