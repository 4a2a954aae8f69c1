// Wording: what the word lists say about a sentence.
#include "detect/wording.h"

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::Certainty;
using tipoff::Wording;

namespace {

Wording english() {
  return Wording::compile(tipoff::small_book().languages.at("en")).value();
}

}  // namespace

TEST_CASE("Denial goes before rumour before completion", "[wording]") {
  const Wording wording = english();
  CHECK(wording.certainty("Ostrava denies it is in talks", {8, 14}) == Certainty::denied);
  CHECK(wording.certainty("Ostrava in talks, completes nothing", {8, 16}) == Certainty::rumoured);
  CHECK(wording.certainty("Ostrava completes purchase", {8, 17}) == Certainty::completed);
  CHECK(wording.certainty("Ostrava to buy Lindqvist", {8, 14}) == Certainty::announced);
}

TEST_CASE("A silence concerns the events that it names", "[wording]") {
  const Wording wording = english();
  CHECK(wording.silences("Ten years ago it bought Lindqvist", "acquisition"));
  CHECK_FALSE(wording.silences("Ten years ago it bought Lindqvist", "layoffs"));
}

TEST_CASE("A name beside the words that make it somebody else's is a stranger", "[wording]") {
  const Wording wording = english();
  CHECK(wording.stranger("the former Ostrava boss", {11, 18}));
  CHECK(wording.stranger("Ostrava supplier fails", {0, 7}));
  CHECK_FALSE(wording.stranger("former boss meets Ostrava", {18, 25}));
}

TEST_CASE("A fault in a list names the language", "[wording]") {
  tipoff::Language language;
  language.code = "en";
  language.denied = {"("};
  const auto wording = Wording::compile(language);
  REQUIRE_FALSE(wording);
  CHECK_THAT(wording.error().message, Catch::StartsWith("language en: "));
}

TEST_CASE("Completion in the clause of the words goes before rumour in another", "[wording]") {
  const Wording wording = english();
  const std::string_view text = "Ostrava completes purchase, Lindqvist in talks";
  CHECK(wording.certainty(text, {8, 17}) == Certainty::completed);
  CHECK(wording.certainty(text, {38, 46}) == Certainty::rumoured);
}

TEST_CASE("Brackets behind a name do not hide what follows", "[wording]") {
  const Wording wording = english();
  CHECK(wording.stranger("Ostrava (600000.SH) supplier fails", {0, 7}));
  CHECK(wording.stranger("Ostrava <OSTR.O> supplier fails", {0, 7}));
  CHECK(wording.stranger("Ostrava <OSTR.O> supplier fails", {9, 13}));
  CHECK_FALSE(wording.stranger("Ostrava <OSTR.O> fails", {9, 13}));
  CHECK(wording.stranger("Ostrava（600000）supplier fails", {0, 7}) ==
        wording.stranger("Ostravasupplier fails", {0, 7}));
  CHECK_FALSE(wording.stranger("Ostrava (600000.SH) fails", {0, 7}));
}

TEST_CASE("What is said of another event leaves this one as it is", "[wording]") {
  const Wording wording = english();
  const std::string_view text = "Ostrava denies forecast, declares dividend";
  const tipoff::Span forecast{15, 23};
  const tipoff::Span dividend{25, 42};
  CHECK(wording.read_certainty(text, forecast, std::span(&dividend, 1)).certainty ==
        Certainty::denied);
  CHECK(wording.read_certainty(text, dividend, std::span(&forecast, 1)).certainty ==
        Certainty::announced);
  CHECK(wording.read_certainty(text, dividend).certainty == Certainty::denied);
}

TEST_CASE("A long quotation says nothing of what stands outside it", "[wording]") {
  const Wording wording = english();
  const std::string_view text =
      "\"Everybody here has been in talks with everybody else\", said Ostrava of its alliance";
  const std::size_t alliance = text.find("alliance");
  CHECK(wording.certainty(text, {alliance, alliance + 8}) == Certainty::announced);
  CHECK(wording.certainty(text, {1, 10}) == Certainty::rumoured);
  CHECK(wording.certainty("Ostrava \"in talks\" to buy Arda", {19, 25}) == Certainty::rumoured);
}

TEST_CASE("A certainty shows the words that made it", "[wording]") {
  const Wording wording = english();
  const auto read = wording.read_certainty("Ostrava in talks to buy Arda", {17, 23});
  REQUIRE(read.words);
  CHECK(read.words->begin == 8);
  CHECK_FALSE(wording.read_certainty("Ostrava to buy Arda", {8, 14}).words);
}
