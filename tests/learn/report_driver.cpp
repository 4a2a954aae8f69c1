// Prints the call report of accounts read from standard input, for report_figures_test.py to
// compare with its own counting. Input: {"now":..,"sales_cycle_days":..,"target":..,"profile":..,
// "accounts":[..]}; times are seconds since 1970.
#include <iostream>
#include <iterator>

#include "learn/report_json.h"

namespace tipoff {
namespace {

Time time_of(const Json& value) {
  return Time{std::chrono::seconds{value.get<std::int64_t>()}};
}

std::vector<std::string> texts_of(const Json& value) {
  return value.get<std::vector<std::string>>();
}

std::vector<Target> targets_of(const Json& value) {
  std::vector<Target> targets;
  for (const Json& each : value)
    targets.push_back({.name = each.at("name").get<std::string>(),
                       .also = texts_of(each.at("also")),
                       .importance = {},
                       .strong_competitor = false});
  return targets;
}

Profile profile_of(const Json& value) {
  Profile profile;
  profile.industries = targets_of(value.at("industries"));
  profile.titles = targets_of(value.at("titles"));
  profile.regions = targets_of(value.at("regions"));
  return profile;
}

EventAtCall event_of(const Json& value) {
  return {.event = value.at("event").get<std::string>(),
          .rule = value.at("rule").get<std::string>(),
          .source = value.at("source").get<std::string>(),
          .certainty = Certainty::announced,
          .happened_at = time_of(value.at("happened_at"))};
}

Call call_of(const Json& value) {
  Call call;
  call.outcome = outcome_named(value.at("outcome").get<std::string>()).value();
  call.at = time_of(value.at("at"));
  return call;
}

CalledAccount account_of(const Json& value) {
  CalledAccount account;
  account.id = value.at("id").get<std::string>();
  account.owner = value.at("owner").get<std::string>();
  account.industries = texts_of(value.at("industries"));
  account.regions = texts_of(value.at("regions"));
  account.title = value.at("title").get<std::string>();
  if (!account.title.empty()) account.titles = {account.title};
  account.message = value.at("message").get<std::string>();
  for (const Json& event : value.at("events")) account.events.push_back(event_of(event));
  account.parts = {{.criterion = Criterion::personally_involved,
                    .points = value.at("score").get<int>(),
                    .of = 10,
                    .because = ""}};
  for (const Json& call : value.at("calls")) account.calls.push_back(call_of(call));
  return account;
}

Json findings_json(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json entry;
    entry["kind"] = name_of(finding.trait.kind);
    entry["value"] = finding.trait.value;
    entry["seen"] = {finding.seen.with, finding.seen.with_won, finding.seen.without,
                     finding.seen.without_won};
    entry["odds_ratio"] = finding.odds_ratio;
    entry["p_value"] = finding.p_value;
    entry["threshold"] = finding.threshold;
    entry["tried"] = finding.tried;
    list.push_back(std::move(entry));
  }
  return list;
}

int print_report(const Json& input) {
  std::vector<CalledAccount> accounts;
  for (const Json& account : input.at("accounts")) accounts.push_back(account_of(account));
  const Profile profile = profile_of(input.at("profile"));
  const Time now = time_of(input.at("now"));
  const Measure measure{.target = input.at("target").get<double>(),
                        .sales_cycle = std::chrono::days{input.at("sales_cycle_days").get<int>()}};
  Json report = report_json(conversion_of(accounts, profile, measure, now), {});
  const auto known = decided(accounts, now, measure.sales_cycle);
  report["findings"] = findings_json(find_preferences(known, profile));
  std::cout << dump(report) << '\n';
  return 0;
}

}  // namespace
}  // namespace tipoff

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const auto input = tipoff::parse_json(text);
  if (!input) {
    std::cerr << "standard input holds no JSON\n";
    return 2;
  }
  return tipoff::print_report(*input);
}
