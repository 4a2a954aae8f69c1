// Introductions: short names that an article defines.
#include "match/introduction.h"

#include "catch.h"

using namespace tipoff;

namespace {

std::vector<std::string> names_behind(std::string_view text, std::string_view name) {
  const auto found = introduced_names(text, text.find(name) + name.size());
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("Quoted names in the bracket behind a name are short for it", "[match]") {
  using Names = std::vector<std::string>;
  CHECK(names_behind("Altmoor Mills Inc. (hereinafter \"Altmoor\") said", "Inc") ==
        Names{"Altmoor"});
  CHECK(names_behind("Altmoor Mills Inc (the “Company” or “AMI”) said", "Inc") ==
        Names{"Company", "AMI"});
  CHECK(names_behind("江苏樾宸投资有限公司（以下简称“樾宸投资”）宣布", "公司") ==
        Names{"樾宸投资"});
  CHECK(names_behind("江苏樾宸投资有限公司（以下简称：樾宸投资，代码：1）宣布", "公司") ==
        Names{"樾宸投资"});
  CHECK(names_behind("江苏樾宸投资有限公司(下称「樾宸」)宣布", "公司") == Names{"樾宸"});
}

TEST_CASE("A symbol's bracket may stand before the one that introduces", "[match]") {
  using Names = std::vector<std::string>;
  CHECK(names_behind("Altmoor Mills Inc (NYSE: ALTM) (the \"Company\") said", "Inc") ==
        Names{"Company"});
  CHECK(names_behind("江苏樾宸投资有限公司（600999.SH）（以下简称“樾宸投资”）宣布", "公司") ==
        Names{"樾宸投资"});
}

TEST_CASE("A name may be introduced without a bracket, where it is quoted", "[match]") {
  using Names = std::vector<std::string>;
  CHECK(names_behind("Altmoor Mills Inc, hereinafter \"Altmoor\", said", "Inc") ==
        Names{"Altmoor"});
  CHECK(names_behind("江苏樾宸投资有限公司，以下简称“樾宸投资”，宣布", "公司") ==
        Names{"樾宸投资"});
  CHECK(names_behind("Altmoor Mills Inc said, \"We met\"", "Inc").empty());
  CHECK(names_behind("江苏樾宸投资有限公司的简称很长。“好”", "公司").empty());
}

TEST_CASE("Single quotes do, apostrophes do not", "[match]") {
  CHECK(names_behind("Altmoor Mills Inc ('Altmoor') said", "Inc") ==
        std::vector<std::string>{"Altmoor"});
  CHECK(names_behind("Altmoor Mills Inc (Ohio's, not Utah's) said", "Inc").empty());
}

TEST_CASE("What the company owns is not its name", "[match]") {
  CHECK(names_behind("Altmoor Mills Inc (owner of \"Nordvale\") said", "Inc").empty());
}

TEST_CASE("Initials in the bracket are short for the name", "[match]") {
  const auto initials = [](std::string_view text, std::string_view name) {
    return introduced_initials(text, 0, name.size());
  };
  CHECK(initials("Altmoor Mills International (AMI) said", "Altmoor Mills International") == "AMI");
  CHECK(initials("Altmoor Mills of Ohio Inc. (AMO) said", "Altmoor Mills of Ohio Inc.") == "AMO");
  CHECK(initials("Altmoor Mills (NYSE) said", "Altmoor Mills").empty());
  CHECK(initials("Altmoor Mills (MA) said", "Altmoor Mills").empty());
  CHECK(initials("Altmoor (A) said", "Altmoor").empty());
}

TEST_CASE("Other brackets introduce nothing", "[match]") {
  CHECK(names_behind("Altmoor Mills (NYSE: ALTM) said", "Mills").empty());
  CHECK(names_behind("Altmoor Mills said (the \"Company\")", "Mills").empty());
  CHECK(names_behind("Altmoor Mills (\"", "Mills").empty());
  CHECK(names_behind("Altmoor", "Altmoor").empty());
}

TEST_CASE("A short name counts everywhere, a back-reference behind its introduction", "[match]") {
  const std::string text =
      "The Company of old. Altmoor Inc (\"AMI\" or the \"Company\") met. AMI and the Company left.";
  const FieldReading body(Field::body, text);
  const FieldReading title(Field::title, "AMI and the Company");
  IntroducedNames introduced;
  introduced.add_from(body, {3, Field::body, text.find("Altmoor"), text.find(" (\""), false});
  REQUIRE_FALSE(introduced.empty());
  std::vector<Mention> mentions;
  introduced.mark(body, mentions);
  CHECK(mentions.size() == 4);
  CHECK(mentions[0].begin == text.find("AMI"));
  mentions.clear();
  introduced.mark(title, mentions);
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0] == Mention{3, Field::title, 0, 3, false});
}

TEST_CASE("A short name that two accounts are given says nothing", "[match]") {
  const std::string text = "Altmoor Inc (\"AMI\"), Nordvale Inc (\"AMI\"). AMI left.";
  const FieldReading body(Field::body, text);
  IntroducedNames introduced;
  introduced.add_from(body, {0, Field::body, 0, text.find(" (\""), false});
  introduced.add_from(body, {1, Field::body, text.find("Nordvale"), text.rfind(" (\""), false});
  std::vector<Mention> mentions;
  introduced.mark(body, mentions);
  CHECK(mentions.empty());
}
