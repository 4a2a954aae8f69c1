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

TEST_CASE("One name in a few lines that are else the same is another story", "[cluster]") {
  const std::string rest =
      " said that its annual meeting will be held on the last Friday of May at its registered "
      "office in the old harbour, and that holders may vote by post until noon.";
  CHECK_FALSE(grouped(text_of("Lindholm calls annual meeting", "Lindholm" + rest),
                      text_of("Tidewell calls annual meeting", "Tidewell" + rest)));
  CHECK(grouped(text_of("Lindholm calls annual meeting", "Lindholm" + rest),
                text_of("Diary: who votes in May", "Lindholm" + rest)));
}

TEST_CASE("A long form filled in twice is two stories, whatever stands above it", "[cluster]") {
  const auto form = [](const std::string& name, const std::string& figures) {
    return name + " today announced that it has completed the purchase of a pump maker for " +
           figures + " million euros. The transaction was first announced in the spring. " + name +
           " said: We are delighted to welcome the team and its customers to our family. With this "
           "step " +
           name +
           " strengthens its position in the region and broadens what it can offer "
           "in more than " +
           figures +
           " places. Terms beyond the price were not disclosed. This "
           "release contains statements about the future that involve risks.";
  };
  CHECK_FALSE(grouped(text_of("A purchase is completed", form("Lindholm", "40")),
                      text_of("A PURCHASE IS COMPLETED", form("Tidewell", "25"))));
  CHECK(grouped(text_of("A purchase is completed", form("Lindholm", "40")),
                text_of("Markets today", "(Nordwire) " + form("Lindholm", "40"))));
}

TEST_CASE("Results of two companies in one form are two stories", "[cluster]") {
  CHECK_FALSE(grouped(text_of("Lindholm GAAP EPS of 0.58 beats by 0.02, revenue of 30.15M"),
                      text_of("Tidewell GAAP EPS of 0.61 beats by 0.02, revenue of 16.12M")));
  CHECK_FALSE(grouped(text_of("", "蓝湖医药：2025年净利润为3.1亿元，同比增长12%。"),
                      text_of("", "青杉重工：2025年净利润为5.2亿元，同比增长27%。")));
}

TEST_CASE("A notice below every text joins none of them", "[cluster]") {
  std::string notice;
  for (int n = 0; n < 400; ++n) {
    notice += " clause";
    for (int rest = n + 20; rest > 0; rest /= 20) notice += static_cast<char>('a' + rest % 20);
  }
  const std::string deal =
      "Quarzwerk takes over its rival for cash, and will keep both of its works near the harbour, "
      "the two boards said after a long night. Details follow in the autumn.";
  const std::string chief =
      "Tidewell picks Tom Vale to lead it from the first of May, since his forerunner fell ill "
      "and asked to go. He built the ferry line to the islands.";
  CHECK_FALSE(grouped(text_of("Quarzwerk buys pump maker", deal + notice),
                      text_of("Tidewell names a chief", chief + notice)));
}

TEST_CASE("A blurb below headlines of every kind does not chain them", "[cluster]") {
  const std::string blurb =
      "Our host Ida Marlow rings the bell of the lightning round, which means that she answers "
      "callers' questions about shares at rapid speed.";
  StoryGroups groups;
  CHECK(groups.add(text_of("Marlow's round: Lindholm is a buy", blurb)) == 0);
  const auto second = groups.add(text_of("Marlow's round", blurb));
  CHECK(groups.add(text_of("Marlow's round: Tidewell or Ordenau", blurb)) != second);
}

TEST_CASE("A text that many others came after is forgotten", "[cluster]") {
  StoryGroups groups(2);
  CHECK(groups.add(text_of(headline, wire)) == 0);
  CHECK(groups.add(text_of("Harbour of Tidehaven closes its northern basin")) == 1);
  CHECK(groups.add(text_of(headline, "(Nordwire) " + wire)) == 0);
  CHECK(groups.add(text_of("Tidewell names Tom Vale finance chief")) == 2);
  CHECK(groups.add(text_of("Ordenau glass works on strike until Friday noon")) == 3);
  CHECK(groups.add(text_of(headline, wire)) == 4);
}

TEST_CASE("A text that comes again and again takes no more memory", "[cluster]") {
  StoryGroups groups(2);
  CHECK(groups.add(text_of("Harbour of Tidehaven closes its northern basin")) == 0);
  for (int n = 0; n < 10; ++n) CHECK(groups.add(text_of(headline, wire)) == 1);
  CHECK(groups.add(text_of("Harbour of Tidehaven closes its northern basin")) == 0);
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
