// Folding: what counts as the same text.
#include "text/fold.h"

#include "catch.h"

using namespace tipoff;

TEST_CASE("Case, accents and width make no difference", "[fold]") {
  CHECK(folded("Café ÉLAN") == "cafe elan");
  CHECK(folded("ＡＢＣ１２３") == "abc123");
  CHECK(folded("Łódź Ørsted Straße") == "lodz orsted strasse");
  CHECK(folded("ﬁrst") == "first");
}

TEST_CASE("Traditional characters are compared as simplified ones", "[fold]") {
  CHECK(folded("萬國電腦有限責任公司") == "万国电脑有限责任公司");
  CHECK(folded("萬國") != folded("千國"));
}

TEST_CASE("Typographic quotes and dashes are compared as those of ASCII", "[fold]") {
  CHECK(folded("Rowan’s “Best” – ever") == "rowan's \"best\" - ever");
}

TEST_CASE("Combining marks and soft hyphens vanish", "[fold]") {
  CHECK(folded("Cafe\u0301") == "cafe");
  CHECK(folded("Nord\u00ADwind") == "nordwind");
}

TEST_CASE("Each folded byte knows where its character began", "[fold]") {
  const FoldedText text = fold("Éß萬a");
  CHECK(text.text == "ess万a");
  CHECK(text.offsets == std::vector<std::uint32_t>{0, 2, 2, 4, 4, 4, 7, 8});
}

TEST_CASE("Bytes that are not UTF-8 are replaced one by one", "[fold]") {
  CHECK(folded("a\xFF\xC3z") == "a\uFFFD\uFFFDz");
  CHECK(character_at("\xE4\xB8", 0).length == 1);
  CHECK(character_at("\xED\xA0\x80", 0).code == 0xFFFD);
}

TEST_CASE("Han, kana and hangul stand for themselves, letters form words", "[fold]") {
  CHECK(kind_of(U'中') == CharacterKind::ideograph);
  CHECK(kind_of(U'ト') == CharacterKind::ideograph);
  CHECK(kind_of(U'한') == CharacterKind::ideograph);
  CHECK(kind_of(U'a') == CharacterKind::letter);
  CHECK(kind_of(U'я') == CharacterKind::letter);
  CHECK(kind_of(U'，') == CharacterKind::separator);
}
