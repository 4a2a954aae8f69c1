// How the values of an account meet the seller's targets.
#include "score/target.h"

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::target;

TEST_CASE("Values are the same whatever their case, spaces, accents and width", "[score]") {
  struct Pair {
    const char* a;
    const char* b;
    bool same;
  };
  const auto pair = GENERATE(values<Pair>({
      {"Manufacturing", "manufacturing", true},
      {"Manufacturing", "  MANUFACTURING ", true},
      {"Food  and\tDrink", "food and drink", true},
      {"Ｌｏｇｉｓｔｉｃｓ　２", "logistics 2", true},
      {"物流", "物流", true},
      {"ÖLWERKE", "ölwerke", true},
      {"Zürich", "Zurich", true},
      {"物流業", "物流业", true},
      {"ЗАВОД", "завод", true},
      {"Food and Drink", "Foodand Drink", false},
      {"Manufacturing", "Manufacturing Services", false},
      {"物流", "物流业", false},
      {"", "x", false},
      {"", "  ", true},
  }));
  CAPTURE(pair.a, pair.b);
  CHECK(same_value(pair.a, pair.b) == pair.same);
  CHECK(same_value(pair.b, pair.a) == pair.same);
}

TEST_CASE("Bytes that are no UTF-8 compare without harm", "[score]") {
  CHECK_FALSE(same_value("Caf\xe9", "Cafe"));
  CHECK(same_value("Caf\xe9", "CAF\xe9"));
  CHECK_FALSE(same_value("\xff\xfe", "\xf0"));
}

TEST_CASE("A target goes by its name and by its other names", "[score]") {
  const Target logistics = target("Logistics", 1, {"Spedition", "物流"});
  CHECK(is_named(logistics, "logistics"));
  CHECK(is_named(logistics, "SPEDITION"));
  CHECK(is_named(logistics, "物流"));
  CHECK_FALSE(is_named(logistics, "Lager"));
}

TEST_CASE("A target earns its own importance, else the criterion's", "[score]") {
  CHECK(points_of(target("a"), 2) == 2);
  CHECK(points_of(target("a", 1), 2) == 1);
  CHECK(points_of(target("a", 0), 2) == 0);
}

TEST_CASE("A strong competitor costs one point and never more than there are", "[score]") {
  Target contested = target("Switzerland");
  contested.strong_competitor = true;
  CHECK(points_of(contested, 2) == 1);
  CHECK(points_of(contested, 1) == 0);
  CHECK(points_of(contested, 0) == 0);
}

TEST_CASE("Of several matches the one with the most points counts", "[score]") {
  const std::vector<Target> targets{target("Logistics", 1), target("Manufacturing", 2)};
  const std::vector<std::string> values{"Retail", "Logistics", "Manufacturing"};
  const auto best = best_match(values, targets, 0);
  REQUIRE(best);
  CHECK(best->value == "Manufacturing");
  CHECK(best->points == 2);
  CHECK(most_points(targets, 0) == 2);
  CHECK(most_points({}, 2) == 0);
}

TEST_CASE("A title is parted at commas, strokes, ampersands and the word for and", "[score]") {
  using Parts = std::vector<std::string_view>;
  struct Title {
    std::string text;
    std::size_t parts;
  };
  const auto title = GENERATE(values<Title>({
      {"COO", 1},
      {"COO, Member of the Board", 2},
      {"CFO/COO", 2},
      {"CFO & COO; Partner", 3},
      {"CEO and COO", 2},
      {"CEO AND COO", 2},
      {"首席财务官和首席运营官", 2},
      {"董事、首席运营官", 2},
      {"董事，首席运营官", 2},
      {"Brand Director", 1},
      {"Head of Land and", 1},
      {"", 0},
  }));
  CAPTURE(title.text);
  CHECK(title_parts(title.text).size() == title.parts);
  CHECK(title_parts("CFO/COO") == Parts{"CFO", "COO"});
}

TEST_CASE("A title meets a target as a whole or by a part", "[score]") {
  const std::vector<Target> targets{target("COO", 1, {"首席运营官"}),
                                    target("Head of Sales and Service", 2)};
  struct Title {
    std::string text;
    int points;  // -1: no match
  };
  const auto title = GENERATE(values<Title>({
      {"coo", 1},
      {"Managing Director & COO", 1},
      {"Partner / coo", 1},
      {"董事、首席运营官", 1},
      {"Head of Sales and Service", 2},
      {"COO, Head of Sales and Service", 1},
      {"Assistant to the COO", -1},
      {"COOK", -1},
      {"", -1},
  }));
  CAPTURE(title.text);
  const auto match = best_title_match(title.text, targets, 2);
  CHECK((match ? match->points : -1) == title.points);
}

}  // namespace tipoff
