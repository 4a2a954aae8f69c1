// Back references: whom a sentence is about, and the words that mean them in the next.
#include "detect/back_reference.h"

#include "catch.h"

using namespace tipoff;

namespace {

/// Of a sentence that names account 3 where it has `name`.
bool is_about(std::string_view sentence, std::string_view name) {
  const std::size_t at = sentence.find(name);
  const NamePlace place{{at, at + name.size()}, 3, false};
  const auto subject = subject_of(sentence, std::span(&place, 1));
  return subject && subject->account == 3;
}

}  // namespace

TEST_CASE("A sentence is about the company that it begins with, if it has no other", "[detect]") {
  CHECK(is_about("Ostrava Tools lost money on Friday.", "Ostrava Tools"));
  CHECK_FALSE(is_about("Ostrava Tools sued Lindqvist.", "Ostrava Tools"));
  CHECK_FALSE(is_about("A fire hit Ostrava Tools.", "Ostrava Tools"));
  CHECK_FALSE(is_about("OSTRAVA LOSES MONEY", "OSTRAVA"));
}

TEST_CASE("A Chinese filing is about the company that it names first", "[detect]") {
  CHECK(is_about("沐岭精工：拟回购股份", "沐岭精工"));
  CHECK(is_about("【沐岭精工（600000）：拟回购股份】", "沐岭精工"));
  CHECK(is_about("沐岭精工公告称，股东拟减持", "沐岭精工"));
  CHECK_FALSE(is_about("沐岭精工向栎川轴承供货", "沐岭精工"));
}

TEST_CASE("Two accounts, or an ambiguous one, are nobody in particular", "[detect]") {
  std::vector<NamePlace> names{{{0, 7}, 0, false}, {{12, 16}, 1, false}};
  CHECK_FALSE(subject_of("Ostrava and Arda meet", names));
  names = {{{0, 7}, 0, true}};
  CHECK_FALSE(subject_of("Ostrava grows", names));
  CHECK_FALSE(subject_of("It grows", {}));
}

TEST_CASE("It, the company and 公司 refer back where they begin a sentence", "[detect]") {
  CHECK(back_reference_in("It will cut jobs.")->end == 2);
  CHECK(back_reference_in("The company will cut jobs.")->end == 11);
  CHECK(back_reference_in("该公司拟裁员")->end == std::string_view("该公司").size());
  CHECK_FALSE(back_reference_in("Italy will cut jobs."));
  CHECK_FALSE(back_reference_in("it will cut jobs."));
  CHECK_FALSE(back_reference_in("公司债发行升温"));
  CHECK_FALSE(back_reference_in("A company will cut jobs."));
}
