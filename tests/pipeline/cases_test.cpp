// Cases: whole articles with their accounts, and all that must be found in them, roles and
// certainties too.
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "catch.h"
#include "config/account_file.h"
#include "config/rule_file.h"
#include "detect/detector.h"
#include "match/matcher.h"
#include "pipeline/scan_record.h"

namespace fs = std::filesystem;
using tipoff::Json;

namespace {

const fs::path cases = fs::path(SOURCE_ROOT) / "tests" / "cases";

/// "account event role certainty" of each expected or found event; role and certainty only where
/// they are expected.
struct Tally {
  int right = 0;
  int missed = 0;
  int wrong = 0;

  [[nodiscard]] double f1() const { return 2.0 * right / (2.0 * right + missed + wrong); }
};

bool agrees(const Json& expected, const Json& found, const char* key) {
  return !expected.contains(key) || (found.contains(key) && expected[key] == found[key]);
}

void compare(const Json& expected, const Json& found, Tally& tally) {
  std::map<std::string, const Json*> by_name;
  const auto name = [](const Json& event) {
    return event["account"].get<std::string>() + ' ' + event["event"].get<std::string>();
  };
  for (const Json& event : found) by_name[name(event)] = &event;
  for (const Json& event : expected) {
    const auto hit = by_name.find(name(event));
    const bool right = hit != by_name.end() && agrees(event, *hit->second, "role") &&
                       agrees(event, *hit->second, "certainty");
    (right ? tally.right : tally.missed) += 1;
    if (hit != by_name.end()) by_name.erase(hit);
  }
  tally.wrong += static_cast<int>(by_name.size());
}

Tally run(const fs::path& file) {
  const fs::path rules = tipoff::shipped_rules();
  const auto detector =
      tipoff::Detector::compile(tipoff::read_rules(std::span(&rules, 1)).book).value();
  const auto accounts = tipoff::read_accounts(cases / "accounts.csv").accounts;
  const tipoff::Matcher matcher(accounts);
  Tally tally;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto record = tipoff::read_scan_record(line).value();
    const auto mentions = matcher.find(record.text);
    const auto triggers = detector.detect(record.text, mentions);
    compare(tipoff::parse_json(line).value()["expect"],
            tipoff::to_json(record, {triggers, mentions}, accounts, false)["events"], tally);
  }
  return tally;
}

}  // namespace

TEST_CASE("The English cases come out as they should, nineteen of twenty at least", "[cases]") {
  const Tally tally = run(cases / "english.jsonl");
  INFO("right " << tally.right << ", missed " << tally.missed << ", wrong " << tally.wrong);
  CHECK(tally.right > 60);
  CHECK(tally.f1() >= 0.95);
}
