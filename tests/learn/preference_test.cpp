// What is found in outcomes, and what is not.
#include "learn/preference.h"

#include "catch.h"
#include "learn/called_samples.h"
#include "learn/close.h"

namespace tipoff {

using samples::asked;

namespace {

/// "event merger +", "industry Retail -".
std::vector<std::string> found_in(const std::vector<CalledAccount>& accounts,
                                  const Caution& caution = {}) {
  std::vector<std::string> names;
  for (const Finding& finding : find_preferences(decided(accounts, asked), {}, caution))
    names.push_back(std::string(name_of(finding.trait.kind)) + " " + finding.trait.value +
                    (finding.wins_more() ? " +" : " -"));
  return names;
}

using Names = std::vector<std::string>;

void add(std::vector<CalledAccount>& accounts, int count, int won, const std::string& industry,
         const std::string& region = "") {
  samples::add_called(accounts, count, won, [&](CalledAccount& each) {
    each.industries = {industry};
    if (!region.empty()) each.regions = {region};
  });
}

}  // namespace

TEST_CASE("Of two industries the better one is named, once", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 200, 10, "Retail");
  add(accounts, 200, 50, "Logistics");
  CHECK(found_in(accounts) == Names{"industry Logistics +"});
  const auto findings = find_preferences(decided(accounts, asked), {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].seen == FourfoldTable{200, 50, 200, 10});
  CHECK(findings[0].odds_ratio > 4);
  CHECK(findings[0].odds_ratio < 6.3);  // the ratio of the counts
  CHECK(findings[0].p_value < 1e-6);
  CHECK(findings[0].tried == 2);
  CHECK(is_close(findings[0].threshold, 0.05 / 2));
}

TEST_CASE("An industry that wins far less than several others is named as such", "[learn]") {
  std::vector<CalledAccount> accounts;
  for (const char* industry : {"Retail", "Logistics", "Energy", "Chemistry"})
    add(accounts, 100, 20, industry);
  add(accounts, 100, 1, "Banking");
  CHECK(found_in(accounts) == Names{"industry Banking -"});
}

TEST_CASE("What merely goes along with a preference is not named", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 160, 48, "Logistics", "Italy");
  add(accounts, 40, 12, "Logistics", "Germany");
  add(accounts, 40, 2, "Retail", "Italy");
  add(accounts, 160, 8, "Retail", "Germany");
  CHECK(found_in(accounts) == Names{"industry Logistics +"});
}

TEST_CASE("Two preferences are both named, the stronger first", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 150, 75, "Logistics", "Italy");
  add(accounts, 150, 50, "Logistics", "Germany");
  add(accounts, 150, 20, "Retail", "Italy");
  add(accounts, 150, 5, "Retail", "Germany");
  CHECK(found_in(accounts) == Names{"industry Logistics +", "region Italy +"});
}

TEST_CASE("Even outcomes name nothing", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 500, 50, "Logistics", "Italy");
  add(accounts, 500, 55, "Retail", "Germany");
  CHECK(found_in(accounts).empty());
}

TEST_CASE("A handful of accounts names nothing, however clear", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 19, 19, "Logistics");
  add(accounts, 19, 0, "Retail");
  CHECK(found_in(accounts).empty());
}

TEST_CASE("The more is compared, the more must be seen", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 60, 12, "Logistics");
  add(accounts, 60, 2, "Retail");
  CHECK(found_in(accounts) == Names{"industry Logistics +"});
  // Ten regions that are all alike: the same evidence no longer suffices.
  for (int region = 0; region < 10; ++region)
    samples::add_called(accounts, 20, 2, [&](CalledAccount& each) {
      each.regions = {"Region " + std::to_string(region)};
    });
  CHECK(found_in(accounts).empty());
}

TEST_CASE("Differences too small to matter are left alone, however sure", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 20000, 4000, "Logistics");
  add(accounts, 20000, 3600, "Retail");
  CHECK(found_in(accounts).empty());
  Caution bold;
  bold.least_ratio = 1.1;
  CHECK(found_in(accounts, bold) == Names{"industry Logistics +"});
}

TEST_CASE("No more is found than was asked for, and nothing without accounts", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 150, 75, "Logistics", "Italy");
  add(accounts, 150, 50, "Logistics", "Germany");
  add(accounts, 150, 20, "Retail", "Italy");
  add(accounts, 150, 5, "Retail", "Germany");
  Caution brief;
  brief.most = 1;
  CHECK(found_in(accounts, brief) == Names{"industry Logistics +"});
  CHECK(found_in({}).empty());
}

TEST_CASE("Open accounts play no part", "[learn]") {
  std::vector<CalledAccount> accounts;
  add(accounts, 200, 10, "Retail");
  add(accounts, 200, 50, "Logistics");
  for (int at = 0; at < 500; ++at) {
    accounts.push_back(samples::called("open", {samples::call(Outcome::no_answer, 3)}));
    accounts.back().industries = {"Logistics"};
  }
  CHECK(found_in(accounts) == Names{"industry Logistics +"});
}

}  // namespace tipoff
