// Cases: whole articles with their accounts, and all that must be found in them, roles and
// certainties too.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

struct Tally {
  int right = 0;
  int missed = 0;
  int wrong = 0;
  int unlike = 0;  // right, but in another role or with another certainty

  [[nodiscard]] double f1() const { return 2.0 * right / (2.0 * right + missed + wrong); }
};

bool agrees(const Json& expected, const Json& found, const char* key) {
  return !expected.contains(key) || (found.contains(key) && expected[key] == found[key]);
}

using Pair = std::pair<std::string, std::string>;  // account and event

/// The pairs of which any will do for an expected event.
std::vector<Pair> choices(const Json& expected) {
  const std::string account = expected["account"].get<std::string>();
  std::vector<Pair> pairs{{account, expected["event"].get<std::string>()}};
  if (expected.contains("or")) {
    for (const Json& event : expected["or"]) pairs.emplace_back(account, event.get<std::string>());
  }
  return pairs;
}

void compare_one(const Json& expected, const std::map<Pair, const Json*>& found, Tally& tally) {
  const auto pairs = choices(expected);
  const auto hit =
      std::ranges::find_if(pairs, [&](const Pair& pair) { return found.contains(pair); });
  if (hit == pairs.end()) {
    tally.missed += 1;
    return;
  }
  tally.right += 1;
  const Json& event = *found.at(*hit);
  const bool meant = hit == pairs.begin();
  if (meant && !(agrees(expected, event, "role") && agrees(expected, event, "certainty")))
    tally.unlike += 1;
}

/// "also" holds pairs that may come out or not.
void compare(const Json& record, const Json& found, Tally& tally) {
  std::map<Pair, const Json*> by_pair;
  for (const Json& event : found)
    by_pair[{event["account"].get<std::string>(), event["event"].get<std::string>()}] = &event;
  std::set<Pair> allowed;
  if (record.contains("also")) {
    for (const Json& pair : record["also"])
      allowed.emplace(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
  for (const Json& expected : record["expect"]) {
    compare_one(expected, by_pair, tally);
    for (const Pair& pair : choices(expected)) allowed.insert(pair);
  }
  for (const auto& [pair, event] : by_pair) tally.wrong += allowed.contains(pair) ? 0 : 1;
}

Tally run(const fs::path& file) {
  const fs::path rules = tipoff::shipped_rules();
  const auto detector =
      tipoff::Detector::compile(tipoff::read_rules(std::span(&rules, 1)).book).value();
  const auto accounts = tipoff::read_accounts(file.parent_path() / "accounts.csv").accounts;
  const tipoff::Matcher matcher(accounts);
  Tally tally;
  tipoff::JsonObject object;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto record = tipoff::read_scan_record(line, object).value();
    const auto mentions = matcher.find(record.text);
    const auto triggers = detector.detect(record.text, mentions);
    compare(tipoff::parse_json(line).value(),
            tipoff::to_json(record, {triggers, mentions}, accounts, false)["events"], tally);
  }
  return tally;
}

void check(const fs::path& file, int least) {
  const Tally tally = run(file);
  INFO(file.filename() << ": right " << tally.right << ", missed " << tally.missed << ", wrong "
                       << tally.wrong << ", unlike " << tally.unlike);
  CHECK(tally.right > least);
  CHECK(tally.f1() >= 0.95);
  CHECK(tally.unlike * 20 <= tally.right);
}

}  // namespace

TEST_CASE("The English cases come out as they should, nineteen of twenty at least", "[cases]") {
  check(cases / "english.jsonl", 60);
}

TEST_CASE("What somebody wrote who did not know the rules comes out, nineteen of twenty at least",
          "[cases]") {
  check(cases / "stranger" / "stranger.jsonl", 80);
  check(cases / "stranger" / "more.jsonl", 120);
}
