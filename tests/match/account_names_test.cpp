// AccountNames: what of an account list is indexed.
#include "match/account_names.h"

#include "catch.h"
#include "match/legal_form.h"

using namespace tipoff;

namespace {

Account account(std::string name) {
  Account result;
  result.id = name;
  result.name = std::move(name);
  return result;
}

std::vector<NameEntry> entries(const AccountNames& names, std::string_view text) {
  const auto tokens = tokens_of(text);
  for (const NameHit& hit : names.index().find(tokens))
    if (hit.token == 0 && hit.count == tokens.size()) {
      const auto found = names.entries(hit.value);
      return {found.begin(), found.end()};
    }
  return {};
}

}  // namespace

TEST_CASE("A name that two accounts bear has both, and each once", "[match]") {
  Account first = account("Altmoor Mills Inc");
  first.aliases = {"Altmoor Mills", "Moorco"};
  const std::vector<Account> list{first, account("Altmoor Mills plc")};
  const AccountNames names(list);
  const auto found = entries(names, "Altmoor Mills");
  REQUIRE(found.size() == 2);
  CHECK(found[0].account == 0);
  CHECK(found[0].vouched);
  CHECK(found[1].account == 1);
  CHECK_FALSE(found[1].vouched);
  REQUIRE(entries(names, "Moorco").size() == 1);
  CHECK(entries(names, "Moorco")[0].kind == FormKind::alias);
}

TEST_CASE("Of names with the same short form the first one listed wins", "[match]") {
  const auto family = [](int others, std::vector<std::string> names) {
    std::vector<Account> list{account(names.front())};
    list[0].aliases.assign(names.begin() + 1, names.end());
    for (int i = 0; i < others; ++i)
      list.push_back(account("Nordvale " + std::to_string(i) + " Inc"));
    const AccountNames index(list);
    const auto found = entries(index, "Altmoor Mills");
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == FormKind::derived);
    return found[0].legal;
  };
  const std::string american = "Altmoor Mills Holdings Inc";
  const std::string british = "Altmoor Mills Group plc";
  for (int others = 0; others < 200; others += 3) {  // an unstable sort keeps the order of some
    INFO(others);
    CHECK(family(others, {american, british}) == legal_family(word_hash("inc")));
    CHECK(family(others, {british, american}) == legal_family(word_hash("plc")));
    CHECK(family(others, {"Wolfram Co", american, british}) == legal_family(word_hash("inc")));
    CHECK(family(others, {"Wolfram Co", british, american}) == legal_family(word_hash("plc")));
  }
}

TEST_CASE("Tickers are known by their symbol", "[match]") {
  Account listed = account("Altmoor Mills Inc");
  listed.tickers = {"NYSE: ALTM", "600000.SH", "AL.B"};
  const std::vector<Account> list{listed};
  const AccountNames names(list);
  REQUIRE(entries(names, "ALTM").size() == 1);
  CHECK(entries(names, "ALTM")[0].ticker);
  CHECK(entries(names, "600000").size() == 1);
  CHECK(entries(names, "AL.B").size() == 1);
}

TEST_CASE("Context, website and exclusions are watched for", "[match]") {
  Account listed = account("Target");
  listed.context = {"retail", "Minneapolis store"};
  listed.website = "https://www.target.example/about";
  listed.exclude = {"darts"};
  const std::vector<Account> list{listed, account("Altmoor")};
  const AccountNames names(list);
  REQUIRE(names.watch_words(0) != nullptr);
  CHECK(names.watch_words(0)->context[1] == phrase_hash("minneapolis store"));
  CHECK(names.watch_words(0)->websites[0] == phrase_hash("target example"));
  CHECK(names.watch_words(0)->exclude[0] == phrase_hash("darts"));
  CHECK(names.watch_words(1) == nullptr);
  CHECK(entries(names, "darts").front().account == NameEntry::no_account);
}

TEST_CASE("Risky names come with advice, unless context was given", "[match]") {
  Account safe = account("Gap");
  safe.context = {"apparel"};
  const std::vector<Account> list{account("Target Corp"), account("Altmoor"), safe};
  const AccountNames names(list);
  REQUIRE(names.risky_names().size() == 1);
  CHECK(names.risky_names()[0].account == 0);
  CHECK_THAT(names.risky_names()[0].advice, Catch::Contains("context"));
}

TEST_CASE("The advice on a risky name leaves out what the list already has", "[match]") {
  Account listed = account("Target Corp");
  listed.tickers = {"TRQ"};
  const std::vector<Account> list{listed};
  const auto risky = AccountNames(list).risky_names();
  REQUIRE(risky.size() == 1);
  CHECK_THAT(risky[0].advice, Catch::EndsWith("in its news, or its website."));
}

TEST_CASE("A name that two accounts are listed under is risky for both", "[match]") {
  Account first = account("Altmoor Mills Inc");
  first.aliases = {"Moorco", "Moorco Inc"};
  Account second = account("Nordvale Group");
  second.aliases = {"Moorco Ltd"};
  const std::vector<Account> list{first, second, account("Larkin Mills Inc")};
  const auto risky = AccountNames(list).risky_names();
  REQUIRE(risky.size() == 2);
  CHECK(risky[0].name == "Moorco");
  CHECK_THAT(risky[0].advice, Catch::Contains("account Nordvale Group too"));
  CHECK(risky[1].name == "Moorco Ltd");
}
