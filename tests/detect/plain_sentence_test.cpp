// PlainSentence: characters are levelled, and every place has a way back.
#include "detect/plain_sentence.h"

#include "catch.h"

using tipoff::PlainSentence;
using tipoff::Span;

namespace {

std::string plain(std::string_view raw) {
  PlainSentence sentence;
  sentence.assign(raw);
  return sentence.text();
}

}  // namespace

TEST_CASE("Traditional characters are read as simplified, wide letters as narrow", "[plain]") {
  CHECK(plain("沐嶺電子擬收購") == "沐岭电子拟收购");
  CHECK(plain("Ａ股２０３１年增長５％") == "A股2031年增长5%");
  CHECK(plain("收\u200b购　栎川") == "收购 栎川");
}

TEST_CASE("Other text stays as it is, but on one line", "[plain]") {
  CHECK(plain("Ostrava’s\nprofit\tÜ “x”") == "Ostrava’s profit Ü “x”");
  CHECK(plain("净利润，同比：增") == "净利润，同比：增");
}

TEST_CASE("Places are mapped there and back", "[plain]") {
  const std::string_view raw = "Ａ股２０年收\u200b購";
  PlainSentence sentence;
  sentence.assign(raw);
  REQUIRE(sentence.text() == "A股20年收购");
  const Span verb{sentence.text().find("收"), sentence.text().size()};
  CHECK(sentence.raw(verb) == Span{raw.find("收"), raw.size()});
  CHECK(sentence.plain(Span{raw.find("２"), raw.find("年")}) == Span{4, 6});
  CHECK(sentence.plain(0) == 0);
}
