// Sentences: where texts divide.
#include "text/sentences.h"

#include <string>
#include <vector>

#include "catch.h"

using tipoff::Span;

namespace {

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> out;
  for (const Span span : tipoff::sentences(text))
    out.push_back(text.substr(span.begin, span.end - span.begin));
  return out;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("A full stop before a capital ends a sentence", "[sentences]") {
  CHECK(parts("Ostrava buys Lindqvist. Terms are secret.") ==
        Parts{"Ostrava buys Lindqvist.", "Terms are secret."});
}

TEST_CASE("Legal forms, countries, initials and numbers end no sentence", "[sentences]") {
  CHECK(parts("Ostrava Inc. Chief J. Smith met U.S. officials.").size() == 1);
  CHECK(parts("Sales rose 3.5 percent to 4.2 mln.").size() == 1);
  CHECK(parts("Grills, Inc. Names G.J. Hart as President").size() == 1);
}

TEST_CASE("A legal form before a word that opens a sentence does end one", "[sentences]") {
  CHECK(parts("It bought Lindqvist Inc. The price is secret.") ==
        Parts{"It bought Lindqvist Inc.", "The price is secret."});
}

TEST_CASE("Chinese ends take the quotes that close after them", "[sentences]") {
  CHECK(parts("他说：“公司将被收购。”股价上涨！真的？是；好") ==
        Parts{"他说：“公司将被收购。”", "股价上涨！", "真的？", "是；", "好"});
}

TEST_CASE("A list item begins a sentence, a wrapped line does not", "[sentences]") {
  CHECK(parts("Agenda\n- Merger\n- Vote") == Parts{"Agenda", "- Merger", "- Vote"});
  CHECK(parts("Ostrava is to\nbuy Lindqvist") == Parts{"Ostrava is to\nbuy Lindqvist"});
}

TEST_CASE("Questions and shouts end with what closes them", "[sentences]") {
  CHECK(parts("(Sold!) Who knows? Nobody") == Parts{"(Sold!)", "Who knows?", "Nobody"});
}

TEST_CASE("Broken UTF-8 and empty texts are harmless", "[sentences]") {
  CHECK(parts("").empty());
  CHECK(parts(" \n ").empty());
  CHECK(parts("a\xE3\x80").size() == 1);
}

TEST_CASE("All sentence ends in a row take linear time", "[sentences]") {
  const std::string stops(1'000'000, '.');
  CHECK(tipoff::sentences(stops).size() <= 1'000'000);
  std::string quotes;
  for (int i = 0; i < 300'000; ++i) quotes += "。”";
  CHECK(tipoff::sentences(quotes).size() == 300'000);
}
