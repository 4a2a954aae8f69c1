// Which accounts are compared with which.
#include "learn/trait.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "learn/called_samples.h"

namespace tipoff {

using samples::asked;
using enum Presence;

namespace {

const TraitColumn* column(const TraitTable& table, const Trait& trait) {
  const auto found = std::ranges::find(table.columns, trait, &TraitColumn::trait);
  return found == table.columns.end() ? nullptr : &*found;
}

Trait trait(TraitKind kind, std::string value, int older_than = 0) {
  return {.kind = kind, .value = std::move(value), .older_than = std::chrono::days{older_than}};
}

}  // namespace

TEST_CASE("A value is compared with other known values, never with unknown ones", "[learn]") {
  std::vector<CalledAccount> accounts;
  for (const char* region : {"Germany", "Austria", ""})
    samples::add_called(accounts, 2, 1, [&](CalledAccount& each) {
      if (*region != 0) each.regions = {region};
    });
  const auto table = traits_of(decided(accounts, asked), {}, 2);
  const auto* germany = column(table, trait(TraitKind::region, "Germany"));
  REQUIRE(germany != nullptr);
  CHECK(germany->presence == std::vector<Presence>{having, having, lacking, lacking, apart, apart});
  CHECK(column(table, trait(TraitKind::region, "unknown")) == nullptr);
  const auto* known = column(table, trait(TraitKind::importance, "region"));
  REQUIRE(known != nullptr);
  CHECK(known->presence == std::vector<Presence>{having, having, having, having, lacking, lacking});
}

TEST_CASE("A rule is compared with the other rules of its event", "[learn]") {
  std::vector<CalledAccount> accounts;
  for (const char* rule : {"merger.a", "merger.b", "funding.a"})
    samples::add_called(accounts, 2, 1, [&](CalledAccount& each) {
      const std::string name = rule;
      each.events = {samples::event(name.substr(0, name.find('.')), 3, each, name)};
    });
  const auto table = traits_of(decided(accounts, asked), {}, 2);
  const auto* rule = column(table, trait(TraitKind::rule, "merger.a"));
  REQUIRE(rule != nullptr);
  CHECK(rule->presence == std::vector<Presence>{having, having, lacking, lacking, apart, apart});
  CHECK(column(table, trait(TraitKind::rule, "funding.a")) == nullptr);
  CHECK(table.event == std::vector<int>{1, 1, 1, 1, 2, 2});
  CHECK(table.events == 3);
}

TEST_CASE("An old event is compared with younger ones of its type", "[learn]") {
  std::vector<CalledAccount> accounts;
  for (const int age : {29, 30, 90})
    samples::add_called(accounts, 2, 1, [&](CalledAccount& each) {
      each.events = {samples::event("merger", age, each)};
    });
  samples::add_called(accounts, 2, 1, [](CalledAccount&) {});
  const auto table = traits_of(decided(accounts, asked), {}, 2);
  const auto* merger = column(table, trait(TraitKind::event_age, "merger", 30));
  REQUIRE(merger != nullptr);
  CHECK(merger->presence ==
        std::vector<Presence>{lacking, lacking, having, having, having, having, apart, apart});
  CHECK_FALSE(merger->within_event);
  const auto* any = column(table, trait(TraitKind::event_age, std::string(any_event), 90));
  REQUIRE(any != nullptr);
  CHECK(std::ranges::count(any->presence, having) == 2);
  CHECK(any->within_event);
}

TEST_CASE("Traits of too few accounts, or lacked by too few, are not compared", "[learn]") {
  std::vector<CalledAccount> accounts;
  samples::add_called(accounts, 19, 1, [](CalledAccount& each) { each.regions = {"Austria"}; });
  samples::add_called(accounts, 40, 1, [](CalledAccount& each) { each.regions = {"Germany"}; });
  CHECK(traits_of(decided(accounts, asked), {}, 20).columns.empty());
  samples::add_called(accounts, 1, 1, [](CalledAccount& each) { each.regions = {"Austria"}; });
  CHECK(traits_of(decided(accounts, asked), {}, 20).columns.size() == 2);
}

TEST_CASE("Traits stand by kind, whichever way the accounts stand", "[learn]") {
  std::vector<CalledAccount> accounts;
  for (const char* value : {"A", "B"})
    samples::add_called(accounts, 2, 1, [&](CalledAccount& each) {
      each.industries = {value};
      each.regions = {value};
      each.events = {samples::event(*value == 'A' ? "merger" : "funding", 3, each)};
    });
  const auto table = traits_of(decided(accounts, asked), {}, 2);
  std::vector<std::string> names;
  for (const TraitColumn& each : table.columns)
    names.push_back(std::string(name_of(each.trait.kind)) + " " + each.trait.value);
  CHECK(names == std::vector<std::string>{"industry A", "industry B", "region A", "region B",
                                          "event funding", "event merger"});
}

TEST_CASE("Without accounts there is nothing to compare", "[learn]") {
  CHECK(traits_of({}, {}, 0).event.empty());
}

}  // namespace tipoff
