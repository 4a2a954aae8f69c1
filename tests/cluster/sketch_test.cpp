// What is kept of a text, and how much two texts resemble each other.
#include "cluster/sketch.h"

#include <algorithm>
#include <string>

#include "catch.h"

namespace tipoff {
namespace {

Sketch sketch(const std::string& title, const std::string& body = "") {
  NewsText text;
  text.title = title;
  text.body = body;
  return sketch_of(text);
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

bool share_a_key(const Sketch& a, const Sketch& b) {
  const auto of_b = keys_of(b);
  return std::ranges::any_of(keys_of(a),
                             [&](auto key) { return std::ranges::find(of_b, key) != of_b.end(); });
}

}  // namespace

TEST_CASE("A body of a few words only is not sampled", "[cluster]") {
  CHECK(sketch("Quarzwerk buys Lindholm", "Details to come.").body.empty());
  CHECK_FALSE(sketch("Quarzwerk buys Lindholm", counting(0, 20)).body.empty());
}

TEST_CASE("A sketch is bounded, however long the text", "[cluster]") {
  const auto found = sketch(counting(0, 3000), counting(0, 30000));
  CHECK(found.body.hashes.size() <= 96);
  CHECK(found.lead.hashes.size() <= 66);
  CHECK(found.numbers.hashes.size() <= 24);
  CHECK(found.headline.words.size() <= 200);
  CHECK(keys_of(found).size() <= 22);
}

TEST_CASE("Where there is no headline, the text is one", "[cluster]") {
  CHECK(sketch("", "Quarzwerk buys Lindholm").headline ==
        sketch("Quarzwerk buys Lindholm").headline);
}

TEST_CASE("A body is brief below some forty words or eighty characters", "[cluster]") {
  CHECK(sketch("", counting(0, 30)).brief);
  CHECK_FALSE(sketch("", counting(0, 60)).brief);
  std::string characters;
  for (int n = 0; n < 30; ++n) characters += "甲乙";
  CHECK(sketch("", characters).brief);
  CHECK_FALSE(sketch("", characters + characters).brief);
}

TEST_CASE("Texts that resemble each other share a key", "[cluster]") {
  CHECK(share_a_key(sketch("Pump maker sold", counting(0, 100)),
                    sketch("What moves the market", counting(0, 60))));
  CHECK(share_a_key(sketch("Quarzwerk files for bankruptcy"),
                    sketch("QUARZWERK FILES FOR BANKRUPTCY")));
  CHECK_FALSE(share_a_key(sketch("On the wires"), sketch("On the wires")));
}

TEST_CASE("The same body resembles more than the same headline", "[cluster]") {
  const auto original = sketch("Quarzwerk to buy Lindholm", counting(0, 100));
  CHECK(resemblance(original, sketch("Markets today", counting(0, 100))) == 2);
  const auto headline = resemblance(original, sketch("Quarzwerk to buy Lindholm"));
  CHECK(headline > 0);
  CHECK(headline <= 1);
  CHECK(resemblance(original, sketch("Quarzwerk to buy Lindholm", counting(500, 600))) == 0);
}

TEST_CASE("Headlines that begin with somebody else tell other stories", "[cluster]") {
  CHECK(resemblance(sketch("Lindholm declares regular quarterly dividend of ten cents"),
                    sketch("Tidewell declares regular quarterly dividend of ten cents")) == 0);
}

TEST_CASE("In headlines of capitals too", "[cluster]") {
  const std::string rest = " DECLARES HARVEST FESTIVAL BONUS FOR LOYAL PUMP FITTERS NEXT FRIDAY";
  CHECK(resemblance(sketch("LINDHOLM" + rest), sketch("TIDEWELL" + rest)) == 0);
  CHECK(resemblance(sketch("LINDHOLM" + rest), sketch("LINDHOLM" + rest + " NOON")) > 0);
}

TEST_CASE("The same words around other numbers are a form", "[cluster]") {
  const auto text = [](const std::string& a, const std::string& b, const std::string& c) {
    return counting(0, 40) + ' ' + a + counting(40, 80) + ' ' + b + counting(80, 120) + ' ' + c;
  };
  CHECK(resemblance(sketch("Figures of the week", text("31", "47", "58")),
                    sketch("Figures of the week", text("29", "33", "71"))) == 0);
  CHECK(resemblance(sketch("Figures of the week", text("31", "47", "58")),
                    sketch("Figures of the week", text("31", "47", "71"))) > 1);
}

TEST_CASE("A blurb is brief and stands below headlines of different people", "[cluster]") {
  const auto blurb = counting(0, 20);
  CHECK(is_blurb(sketch("Quarzwerk buys a pump maker", blurb),
                 sketch("Tidewell names a chief", blurb)));
  CHECK_FALSE(is_blurb(sketch("Quarzwerk buys a pump maker", blurb),
                       sketch("Quarzwerk names a chief", blurb)));
  const auto text = counting(0, 200);
  CHECK_FALSE(is_blurb(sketch("Quarzwerk buys a pump maker", text),
                       sketch("Tidewell names a chief", text)));
}

}  // namespace tipoff
