// ArticleNames: how what an article says decides whom a name means.
#include "match/article_names.h"

#include "catch.h"

using namespace tipoff;

namespace {

Account account(std::string name, std::vector<std::string> aliases = {}) {
  Account result;
  result.id = name;
  result.name = std::move(name);
  result.aliases = std::move(aliases);
  return result;
}

/// What counts, as "account:text", and what is ambiguous, with a question mark.
std::vector<std::string> read(const std::vector<Account>& list, std::string title,
                              std::string body = {},
                              std::optional<AccountIndex> searched_for = std::nullopt) {
  const AccountNames names(list);
  const NewsText text{std::move(title), std::move(body), ""};
  std::vector<std::string> result;
  for (const Mention& mention : ArticleNames(names, text, searched_for).mentions()) {
    const std::string& field = mention.field == Field::title ? text.title : text.body;
    result.push_back(std::to_string(mention.account) + ":" +
                     field.substr(mention.begin, mention.end - mention.begin) +
                     (mention.ambiguous ? "?" : ""));
  }
  return result;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("A coined name counts by itself, with its legal form", "[match]") {
  const std::vector<Account> list{account("Altmoor Inc")};
  CHECK(read(list, "Altmoor opens a mill") == Found{"0:Altmoor"});
  CHECK(read(list, "ALTMOOR OPENS A MILL") == Found{"0:ALTMOOR"});
  CHECK(read(list, "In court Altmoor, Inc. lost") == Found{"0:Altmoor, Inc"});
  CHECK(read(list, "It is Altmoor's mill") == Found{"0:Altmoor's"});
  CHECK(read(list, "They call it altmoor").empty());
}

TEST_CASE("A common word counts with evidence only", "[match]") {
  const std::vector<Account> list{account("Target")};
  CHECK(read(list, "The target was missed").empty());
  CHECK(read(list, "Target practice begins").empty());
  CHECK(read(list, "They met at Target yesterday") == Found{"0:Target?"});
  CHECK(read(list, "Shares of Target rose") == Found{"0:Target"});
  CHECK(read(list, "Target Corp. opens a store") == Found{"0:Target Corp"});
  CHECK(read(list, "PRICE TARGET RAISED AGAIN TODAY").empty());
}

TEST_CASE("What one place makes sure counts for the others in the article", "[match]") {
  const std::vector<Account> list{account("Target")};
  CHECK(read(list, "They met at Target yesterday", "Target Corp. said so.") ==
        Found{"0:Target", "0:Target Corp"});
}

TEST_CASE("A legal form of another family is another company's", "[match]") {
  const std::vector<Account> list{account("Target Corp")};
  CHECK(read(list, "They sued Target Inc. today") == Found{"0:Target Inc"});
  CHECK(read(list, "They sued Target GmbH today").empty());
}

TEST_CASE("Part of a longer name is no mention", "[match]") {
  const std::vector<Account> list{account("Electric"), account("Altmoor"),
                                  account("Bank of Nordvale")};
  CHECK(read(list, "They sued Westmoor Electric Corp today").empty());
  CHECK(read(list, "They sued Altmoor Energy today").empty());
  CHECK(read(list, "They sued Altmoor Cars today").empty());
  CHECK(read(list, "In May the Reserve Bank of Nordvale cut rates").empty());
  CHECK(read(list, "In May the Bank of Nordvale cut rates") == Found{"2:Bank of Nordvale"});
}

TEST_CASE("The longest listed name wins", "[match]") {
  const std::vector<Account> list{account("Altmoor AG"), account("Altmoor Energy AG"),
                                  account("樾宸"), account("樾宸智造")};
  CHECK(read(list, "They sued Altmoor Energy today") == Found{"1:Altmoor Energy"});
  CHECK(read(list, "樾宸智造发布公告") == Found{"3:樾宸智造"});
}

TEST_CASE("A name like a person's is doubted throughout the article", "[match]") {
  const std::vector<Account> list{account("Massel")};
  CHECK(read(list, "", "In Nordvale Marcel Massel spoke. Later Massel left.") ==
        Found{"0:Massel?", "0:Massel?"});
  CHECK(read(list, "", "In Nordvale they spoke. Later Massel left.") == Found{"0:Massel"});
}

TEST_CASE("A short abbreviation needs more than itself", "[match]") {
  const std::vector<Account> bare{account("QXZ")};
  CHECK(read(bare, "We saw that QXZ agreed") == Found{"0:QXZ?"});
  CHECK(read(bare, "We saw that QXZ shares fell") == Found{"0:QXZ"});
  CHECK(read(bare, "We saw that qxz agreed").empty());
  const std::vector<Account> backed{account("Quarry Xylem Zinc Ltd", {"QXZ"})};
  CHECK(read(backed, "We saw that QXZ agreed") == Found{"0:QXZ"});
  CHECK(read(backed, "The Quiet Xebec Zone (QXZ) agreed") == Found{"0:QXZ?"});
}

TEST_CASE("A common word in a row of companies is one", "[match]") {
  const std::vector<Account> list{account("Altmoor"), account("Target"), account("Nordvale Mills")};
  CHECK(read(list, "We like Altmoor, Target and Nordvale Mills") ==
        Found{"0:Altmoor", "1:Target", "2:Nordvale Mills"});
}

TEST_CASE("A name of two accounts means the one that the article names otherwise", "[match]") {
  const std::vector<Account> list{account("Altmoor Mills Inc", {"Moorco"}),
                                  account("Altmoor Pumps Inc", {"Moorco"})};
  CHECK(read(list, "We saw Moorco grow") == Found{"0:Moorco?", "1:Moorco?"});
  CHECK(read(list, "We saw Moorco grow", "Altmoor Pumps grew.") ==
        Found{"1:Moorco", "1:Altmoor Pumps"});
}

TEST_CASE("An account's own name goes before another's alias", "[match]") {
  const std::vector<Account> list{account("Altmoor Mills Inc", {"Moorco"}), account("Moorco Ltd")};
  CHECK(read(list, "We saw Moorco grow") == Found{"1:Moorco"});
}

TEST_CASE("Tickers count, and name their account", "[match]") {
  Account listed = account("Target");
  listed.tickers = {"TRQX"};
  CHECK(read({listed}, "A retailer (NYSE: TRQX) met with Target today") ==
        Found{"0:TRQX", "0:Target"});
  CHECK(read({listed}, "The TRQX met with Target today") == Found{"0:Target?"});
}

TEST_CASE("A bare symbol behind another company's name is another exchange's", "[match]") {
  Account listed = account("United Altmoor Mills");
  listed.tickers = {"TRQX"};
  CHECK(read({listed}, "ALTMOOR <TRQX> OPENS MILL") == Found{"0:TRQX"});
  CHECK(read({listed}, "TRQX <TRQX> OPENS MILL") == Found{});
  listed.tickers = {"UAM"};
  CHECK(read({listed}, "UAM <UAM> OPENS MILL") == Found{"0:UAM"});
  listed.tickers = {"TRQX"};
  CHECK(read({listed}, "UNITED LARKIN <TRQX> OPENS MILL") == Found{});
  CHECK(read({listed}, "Altmoor, Larkin <TRQX> open mills") == Found{"0:TRQX?"});
  CHECK(read({listed}, "Larkin (NYSE: TRQX) opens mill") == Found{"0:TRQX"});
  CHECK(read({listed}, "$TRQX rises") == Found{"0:TRQX"});
}

TEST_CASE("With context words listed, a bare common word needs one of them", "[match]") {
  Account listed = account("Target");
  listed.context = {"retail"};
  CHECK(read({listed}, "Shares of Target rose") == Found{"0:Target?"});
  CHECK(read({listed}, "Shares of Target rose", "Retail's best week.") == Found{"0:Target"});
  CHECK(read({listed}, "Shares of Target rose", "Retailing is hard.") == Found{"0:Target?"});
  CHECK(read({listed}, "Target Corp. rose") == Found{"0:Target Corp"});
}

TEST_CASE("Excluded words rule the account out", "[match]") {
  Account listed = account("Altmoor");
  listed.exclude = {"football club"};
  CHECK(read({listed}, "Altmoor wins", "The football club won.").empty());
  CHECK(read({listed}, "Altmoor wins", "The football team won.") == Found{"0:Altmoor"});
}

TEST_CASE("In an item of its own news search a capitalised common word counts", "[match]") {
  const std::vector<Account> list{account("Target")};
  CHECK(read(list, "Whole day at Target for free", "", 0) == Found{"0:Target"});
  CHECK(read(list, "Whole day at target for free", "", 0).empty());
}

TEST_CASE("Chinese common words need a company's surroundings", "[match]") {
  const std::vector<Account> list{account("平安"), account("联想")};
  CHECK(read(list, "今天是平安夜").empty());
  CHECK(read(list, "由此联想到").empty());
  CHECK(read(list, "联想集团发布公告") == Found{"1:联想"});
  CHECK(read(list, "平安证券发布公告").empty());
}

TEST_CASE("A full Chinese name is found under its short name, simplified or traditional",
          "[match]") {
  const std::vector<Account> list{account("江苏樾宸电气股份有限公司")};
  CHECK(read(list, "樾宸电气发布公告") == Found{"0:樾宸电气"});
  CHECK(read(list, "樾宸電氣發布公告") == Found{"0:樾宸電氣"});
  CHECK(read(list, "江苏樾宸电气股份有限公司发布公告") == Found{"0:江苏樾宸电气股份有限公司"});
}

TEST_CASE("A short name that the article introduces is followed", "[match]") {
  const std::vector<Account> list{account("Altmoor Mills Inc"), account("江苏樾宸科技有限公司")};
  CHECK(read(list, "", "Altmoor Mills Inc (\"AMI\") met. Later AMI left.") ==
        Found{"0:Altmoor Mills Inc", "0:AMI", "0:AMI"});
  CHECK(read(list, "宸樾中标", "江苏樾宸科技有限公司（以下简称“宸樾”）公告，宸樾中标。") ==
        Found{"1:宸樾", "1:江苏樾宸科技有限公司", "1:宸樾", "1:宸樾"});
}

TEST_CASE("Another legal form or another symbol behind a name makes it a namesake's", "[match]") {
  Account listed = account("Altmoor S.p.A.");
  CHECK(read({listed}, "Altmoor Inc opens a mill", "For Altmoor it is the first.") ==
        Found{"0:Altmoor Inc?", "0:Altmoor?"});
  CHECK(read({listed}, "Altmoor SpA opens a mill") == Found{"0:Altmoor SpA"});
  CHECK(read({listed}, "Altmoor SpA and its unit Altmoor Inc open a mill") ==
        Found{"0:Altmoor SpA", "0:Altmoor Inc"});
  listed.tickers = {"ALTM"};
  CHECK(read({listed}, "ALTMOOR <TRQX> OPENS MILL") == Found{"0:ALTMOOR?"});
  CHECK(read({listed}, "ALTMOOR <ALTM> OPENS MILL") == Found{"0:ALTMOOR", "0:ALTM"});
  CHECK(read({account("Altmoor")}, "ALTMOOR <TRQX> OPENS MILL") == Found{"0:ALTMOOR"});
}

TEST_CASE("The body tells whose name a headline in capitals writes", "[match]") {
  const std::vector<Account> list{account("Altmoor Inc")};
  CHECK(read(list, "ALTMOOR WOLFRAM OPENS MILL", "Altmoor Wolfram Co said so.") ==
        Found{"0:ALTMOOR?", "0:Altmoor?"});
  CHECK(read(list, "ALTMOOR PACKAGING OPENS MILL", "Altmoor Packaging Co said so.") == Found{});
  CHECK(read(list, "ALTMOOR OPENS MILL", "Altmoor Inc said so.") ==
        Found{"0:ALTMOOR", "0:Altmoor Inc"});
}

TEST_CASE("A country's company is not the parent", "[match]") {
  CHECK(read({account("Altmoor Inc")}, "Altmoor of America opens a mill").empty());
  CHECK(read({account("Altmoor Inc")}, "ALTMOOR OF CANADA OPENS MILL").empty());
}

TEST_CASE("A symbol in angles, and the end of a hyphened name, are no names", "[match]") {
  const std::vector<Account> list{account("Altmoor Inc")};
  CHECK(read(list, "LARKIN <ALTMOOR> OPENS MILL").empty());
  CHECK(read(list, "LARKIN <ALTMOOR.O> OPENS MILL").empty());
  CHECK(read(list, "WOL-ALTMOOR SYSTEMS OPENS MILL").empty());
  CHECK(read(list, "ALTMOOR-WOLFRAM OPENS MILL").empty());
  CHECK(read(list, "ALTMOOR-OWNED MILL OPENS") == Found{"0:ALTMOOR"});
}
