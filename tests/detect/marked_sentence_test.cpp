// MarkedSentence: marks and the way back.
#include "detect/marked_sentence.h"

#include "catch.h"

using tipoff::MarkedSentence;
using tipoff::NamePlace;
using tipoff::Span;

TEST_CASE("Names become marks, and every span leads back to the real bytes", "[marked_sentence]") {
  const std::string sentence = "Ostrava and Lindqvist merge";
  const std::vector<NamePlace> names{{{0, 7}, 0, false}, {{12, 21}, 1, false}};
  const MarkedSentence marked(sentence, names, 1);
  CHECK(marked.text() == "\x02 and \x01 merge");
  CHECK(marked.real({6, 7}) == Span{12, 21});
  CHECK(marked.real({0, 1}) == Span{0, 7});
  CHECK(marked.real({2, 13}) == Span{8, 27});
  CHECK(marked.real({8, 13}) == Span{22, 27});
  CHECK(marked.real({3, 3}) == Span{});
}

TEST_CASE("Of overlapping names the first is marked", "[marked_sentence]") {
  const std::vector<NamePlace> names{{{0, 7}, 0, false}, {{4, 9}, 1, false}};
  CHECK(MarkedSentence("Ostrava Inc", names, 0).text() == "\x01 Inc");
}
