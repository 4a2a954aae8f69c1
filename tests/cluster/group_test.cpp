// Records that tell the same story, by their texts alone.
#include "cluster/group.h"

#include <string>

#include "catch.h"

namespace tipoff {
namespace {

NewsText text_of(const std::string& title, const std::string& body = "") {
  NewsText text;
  text.title = title;
  text.body = body;
  return text;
}

const std::string first_half =
    "Quarzwerk AG said on Monday it had agreed to buy the Swedish pump maker Lindholm for 40 "
    "million euros in cash. The "
    "deal gives the Hamburg company three plants near Uppsala and about 700 employees. ";
const std::string second_half =
    "It is expected to close in the autumn once the regulators of both countries have had their "
    "say. Chief executive Ilse "
    "Brand called the purchase the last piece of a plan that began four years ago with the sale of "
    "the glass division.";
const std::string wire = first_half + second_half;
const std::string headline = "Quarzwerk to buy Swedish pump maker Lindholm";

/// Whether the second record is told with the first.
bool grouped(const NewsText& first, const NewsText& second) {
  StoryGroups groups;
  (void)groups.add(first);
  (void)groups.add(text_of("Harbour of Tidehaven closes its northern basin",
                           "Divers repair the sluice for eleven weeks."));
  return groups.add(second) == 0;
}

}  // namespace

TEST_CASE("A record of a new story is its own first", "[cluster]") {
  StoryGroups groups;
  CHECK(groups.add(text_of(headline, wire)) == 0);
  CHECK(groups.add(text_of("Harbour of Tidehaven closes its northern basin")) == 1);
  CHECK(groups.add(text_of("Tidewell names Tom Vale finance chief")) == 2);
  CHECK(groups.add(text_of(headline, wire)) == 0);
}

TEST_CASE("A text with other credits is the same story", "[cluster]") {
  CHECK(grouped(text_of(headline, wire),
                text_of(headline, "(Nordwire) -- " + wire + " Editing by Tom Vale")));
}

TEST_CASE("A shortened text is the same story", "[cluster]") {
  CHECK(grouped(text_of(headline, wire), text_of(headline, first_half + "It is...")));
  CHECK(grouped(text_of(headline, first_half + "It is..."), text_of(headline, wire)));
}

TEST_CASE("A text in capitals is the same story", "[cluster]") {
  std::string shouted = wire;
  for (auto& letter : shouted)
    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  CHECK(grouped(text_of(headline, wire), text_of("QUARZWERK TO BUY LINDHOLM", shouted)));
}

TEST_CASE("A text under another headline is the same story", "[cluster]") {
  CHECK(grouped(text_of(headline, wire),
                text_of("Morning briefing: what moves the Pump Belt", wire)));
}

TEST_CASE("A text with its paragraphs in another order is the same story", "[cluster]") {
  CHECK(grouped(text_of(headline, wire), text_of(headline, second_half + " " + first_half)));
}

TEST_CASE("A few lines of a very long text are the same story", "[cluster]") {
  std::string background;
  for (int n = 0; n < 1500; ++n) background += " background" + std::to_string(n * 7919);
  CHECK(grouped(text_of(headline, wire + background), text_of("Pump maker sold", first_half)));
}

TEST_CASE("Headlines alone are the same story if most words are", "[cluster]") {
  CHECK(
      grouped(text_of(headline), text_of("UPDATE 2-Quarzwerk to buy Swedish pump maker Lindholm")));
  CHECK(grouped(text_of("樾宸投资拟收购蓝湖医药51%股权"),
                text_of("快讯：樾宸投资拟收购蓝湖医药51%股权")));
  CHECK_FALSE(grouped(text_of(headline), text_of("Pump makers fear for the autumn")));
}

TEST_CASE("The same words with another name or number are another story", "[cluster]") {
  CHECK_FALSE(grouped(text_of("Quarzwerk to buy Swedish pump maker Lindholm"),
                      text_of("Quarzwerk to buy Swedish pump maker Tidewell")));
  CHECK_FALSE(grouped(text_of("Quarzwerk to cut 700 jobs in the north"),
                      text_of("Quarzwerk to cut 400 jobs in the north")));
}

TEST_CASE("A form filled in twice is two stories", "[cluster]") {
  const auto form = [](const std::string& name) {
    return name +
           " said its annual meeting will be held on the last Friday of May at its registered "
           "office, and that holders may vote "
           "by post. The board of " +
           name + " proposes an unchanged dividend.";
  };
  CHECK_FALSE(grouped(text_of("Lindholm calls annual meeting", form("Lindholm")),
                      text_of("Tidewell calls annual meeting", form("Tidewell"))));
}

TEST_CASE("Alike headlines over different texts are different stories", "[cluster]") {
  const std::string other =
      "Divers repair the sluice that was damaged in the January storm, and ferries to the islands "
      "leave from the old fish "
      "market until then. Fishermen are offered free moorings up the river.";
  CHECK_FALSE(grouped(text_of("What we know so far this morning", wire),
                      text_of("What we know so far this morning", other)));
}

TEST_CASE("Empty records are stories of their own", "[cluster]") {
  StoryGroups groups;
  CHECK(groups.add({}) == 0);
  CHECK(groups.add({}) == 1);
}

TEST_CASE("A word said again and again groups a record with nobody, least of all itself",
          "[cluster]") {
  std::string chant;
  for (int n = 0; n < 400; ++n) chant += "pump ";
  StoryGroups groups;
  CHECK(groups.add(text_of("pump pump pump", chant)) == 0);
  CHECK(groups.add(text_of(headline, wire)) == 1);
}

}  // namespace tipoff
