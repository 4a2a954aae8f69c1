// How wide text is on a terminal, and cutting it to fit.
#include "text/width.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Text is as wide as a terminal shows it", "[width]") {
  struct Sample {
    const char* text;
    std::size_t width;
  };
  const auto sample = GENERATE(values<Sample>({
      {"", 0},
      {"Brunnwerk", 9},
      {"Müller", 6},
      {"Mu\u0308ller", 6},
      {"“…–”", 4},
      {"和顺机械", 8},
      {"ＡＢ", 4},
      {"한국", 4},
      {"a\u0007\u200Bb", 2},
      {"a\xff"
       "b",
       3},
  }));
  CAPTURE(sample.text);
  CHECK(display_width(sample.text) == sample.width);
}

TEST_CASE("Text that fits is left alone, other text is cut with an ellipsis", "[width]") {
  CHECK(clip_to_width("Brunnwerk", 9) == "Brunnwerk");
  CHECK(clip_to_width("Brunnwerk", 8) == "Brunnwe…");
  CHECK(clip_to_width("Brunn werk", 7) == "Brunn…");
  CHECK(clip_to_width("Brunnwerk", 1) == "…");
  CHECK(clip_to_width("Brunnwerk", 0).empty());
}

TEST_CASE("Wide characters and combining marks are not parted", "[width]") {
  CHECK(clip_to_width("和顺机械", 8) == "和顺机械");
  CHECK(clip_to_width("和顺机械", 7) == "和顺机…");
  CHECK(clip_to_width("和顺机械", 6) == "和顺…");
  CHECK(clip_to_width("Mu\u0308ller", 3) == "Mu\u0308…");
}

TEST_CASE("Cut text is never wider than asked", "[width]") {
  const std::string text = "Mü和a\u0308顺 x机 械 Werk";
  for (std::size_t width = 0; width < 30; ++width) {
    CAPTURE(width);
    CHECK(display_width(clip_to_width(text, width)) <= width);
  }
}

}  // namespace tipoff
