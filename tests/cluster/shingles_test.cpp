// Runs of words, sampled and compared.
#include "cluster/shingles.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

Shingles shingles(const std::string& text, std::size_t most = 96) {
  return shingles_of(words_of(text), text, most);
}

Shingles numbers(const std::string& text) {
  return numbers_of(words_of(text), 24);
}

/// Words of letters, each another.
std::string counting(int from, int to) {
  std::string text;
  for (int n = from; n < to; ++n) {
    text += ' ';
    for (int rest = n + 1000; rest > 0; rest /= 20) text += static_cast<char>('a' + rest % 20);
  }
  return text;
}

}  // namespace

TEST_CASE("Each run of three words is a shingle, once", "[cluster]") {
  CHECK(shingles("a b c d").hashes.size() == 2);
  CHECK(shingles("a b c a b c a b c").hashes.size() == 3);
  CHECK(shingles("a b").empty());
}

TEST_CASE("No run goes on beyond the end of its sentence", "[cluster]") {
  CHECK(shingles("a b. c d! e f?").empty());
  CHECK(shingles("甲乙。丙丁；戊己").empty());
  CHECK(shingles("a b c. d e f").hashes.size() == 2);
}

TEST_CASE("Of a long text the smallest are kept, the same ones in each", "[cluster]") {
  const auto whole = shingles(counting(0, 500), 1000);
  const auto sample = shingles(counting(0, 500), 50);
  CHECK(whole.whole);
  CHECK_FALSE(sample.whole);
  REQUIRE(sample.hashes.size() == 50);
  CHECK(std::ranges::equal(sample.hashes, std::span(whole.hashes).first(50)));
}

TEST_CASE("A part of a text is contained in it", "[cluster]") {
  const auto whole = shingles(counting(0, 400), 1000);
  CHECK(agreement_of(whole, shingles(counting(100, 200))).containment() == 1);
  CHECK(agreement_of(whole, shingles(counting(1000, 1100))).containment() == 0);
  const auto half = agreement_of(whole, shingles(counting(350, 450), 1000)).containment();
  CHECK(half > 0.4);
  CHECK(half < 0.6);
}

TEST_CASE("Samples are compared where both are complete", "[cluster]") {
  const auto agreement =
      agreement_of(shingles(counting(0, 2000), 96), shingles(counting(500, 900), 96));
  CHECK(agreement.compared > 5);
  CHECK(agreement.compared < 60);
  CHECK(agreement.containment() == 1);
}

TEST_CASE("Where another name is filled in, the words before it part", "[cluster]") {
  const std::string before = "The board of directors of ";
  const std::string after = " will meet on the last Friday of May";
  const auto agreement =
      agreement_of(shingles(before + "Lindholm" + after), shingles(before + "Tidewell" + after));
  CHECK(agreement.parted == 1);
  CHECK(agreement.followed == agreement.shared);
  CHECK(agreement.followed == 9);
}

TEST_CASE("In a shortened text nothing parts", "[cluster]") {
  const auto agreement = agreement_of(shingles(counting(0, 60)), shingles(counting(0, 30)));
  CHECK(agreement.parted == 0);
}

TEST_CASE("Nothing agrees with an empty text", "[cluster]") {
  CHECK(agreement_of({}, shingles("a b c d")).compared == 0);
  CHECK(agreement_of({}, {}).containment() == 0);
}

TEST_CASE("Numbers of two digits and more are sampled, whatever stands between", "[cluster]") {
  CHECK(numbers("3 of 700 jobs, 40 million").hashes.size() == 2);
  CHECK(numbers("700 700 700").hashes.size() == 1);
  CHECK(agreement_of(numbers("10 20 30 40"), numbers("40 50 60 70")).shared == 1);
}

}  // namespace tipoff
