// Shared names join, other names part.
#include "cluster/likeness.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

Likeness likeness(const std::string& a, const std::string& b, const std::string& id = "Quarzwerk") {
  const OwnWords own({}, id);
  return likeness_of(claim_of(a, "", own), claim_of(b, "", own));
}

Likeness of_evidence(const std::string& a_title, const std::string& a, const std::string& b_title,
                     const std::string& b) {
  const OwnWords own({}, "Quarzwerk");
  return likeness_of(claim_of(a_title, a, own), claim_of(b_title, b, own));
}

}  // namespace

TEST_CASE("The same other party is the same names, whatever the wording", "[cluster]") {
  const auto found =
      likeness("Quarzwerk to acquire Lindholm", "Lindholm swallowed by Hamburg's Quarzwerk");
  CHECK(found.same_names);
  CHECK_FALSE(found.other_names);
}

TEST_CASE("Another party is other names, in the same wording", "[cluster]") {
  const auto found = likeness("Quarzwerk buys Lindholm", "Quarzwerk buys Tidewell");
  CHECK_FALSE(found.same_names);
  CHECK(found.other_names);
}

TEST_CASE("Names in a headline of capitals are guesses", "[cluster]") {
  CHECK(likeness("Quarzwerk Swallows Lindholm", "Quarzwerk buys pump maker Tidewell").guessed);
  CHECK_FALSE(likeness("Quarzwerk buys Lindholm", "Quarzwerk buys Tidewell").guessed);
}

TEST_CASE("A headline that names nobody else is neither", "[cluster]") {
  const auto found = likeness("Quarzwerk announces acquisition", "Quarzwerk buys Lindholm");
  CHECK_FALSE(found.same_names);
  CHECK_FALSE(found.other_names);
  CHECK_FALSE(found.bare);
}

TEST_CASE("Two headlines that name and count nothing are bare", "[cluster]") {
  CHECK(likeness("Quarzwerk files for bankruptcy", "Quarzwerk bankrupt").bare);
  CHECK_FALSE(likeness("Quarzwerk cuts 700 jobs", "Quarzwerk cuts jobs").bare);
}

TEST_CASE("The parties in the evidence weigh more than who else is named", "[cluster]") {
  const auto found = of_evidence("Quarzwerk buys Lindholm, says Brand", "Quarzwerk buys Lindholm",
                                 "Quarzwerk buys Tidewell, says Brand", "Quarzwerk buys Tidewell");
  CHECK(found.other_names);
  CHECK_FALSE(found.same_names);
}

TEST_CASE("Numbers are the same or others only where both have some", "[cluster]") {
  CHECK(likeness("Quarzwerk cuts 700 jobs", "700 must go at Quarzwerk").same_numbers);
  CHECK(likeness("Quarzwerk cuts 700 jobs", "Quarzwerk cuts 400 jobs").other_numbers);
  CHECK_FALSE(likeness("Quarzwerk cuts 700 jobs", "Quarzwerk cuts jobs").other_numbers);
}

TEST_CASE("An account known by a number only needs two names in common", "[cluster]") {
  CHECK(likeness("Quarzwerk buys Lindholm", "Quarzwerk buys Tidewell", "4711").other_names);
  CHECK(likeness("Quarzwerk buys Lindholm", "Lindholm goes to Quarzwerk", "4711").same_names);
}

TEST_CASE("Latin and Chinese names are not compared", "[cluster]") {
  const auto found = likeness("Quarzwerk buys Lindholm", "Quarzwerk 收购蓝湖医药");
  CHECK_FALSE(found.other_names);
  CHECK_FALSE(found.same_names);
}

TEST_CASE("A headline in Chinese and one in letters are translated, unless names compare",
          "[cluster]") {
  CHECK(likeness("Quarzwerk buys Lindholm", "樾宸投资拟收购蓝湖医药").translated);
  CHECK_FALSE(likeness("Quarzwerk buys Lindholm", "樾宸投资收购Lindholm").translated);
  CHECK_FALSE(likeness("Quarzwerk buys Lindholm", "Quarzwerk takes Tidewell").translated);
}

TEST_CASE("Other sums speak against a translation, other numbers do not", "[cluster]") {
  const std::string english = "Quarzwerk buys Lindholm for 40 million euros";
  CHECK(likeness(english, "樾宸投资以7000万欧元收购蓝湖医药").other_sums);
  CHECK_FALSE(likeness(english, "樾宸投资以4000万欧元收购蓝湖医药").other_sums);
  CHECK_FALSE(likeness(english, "樾宸投资收购蓝湖医药51%股权").other_sums);
}

TEST_CASE("The share of common words goes from none to all", "[cluster]") {
  CHECK(likeness("pumps for all", "pumps for all").words == 1);
  CHECK(likeness("pumps for all", "glass").words == 0);
  CHECK(likeness("", "").words == 0);
}

}  // namespace tipoff
