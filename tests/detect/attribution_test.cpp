// Attribution: whose event it is.
#include "detect/attribution.h"

#include <map>
#include <string>

#include "catch.h"
#include "detect/rules_for_tests.h"

using tipoff::NamePlace;
using tipoff::Party;
using tipoff::Role;
using tipoff::Rule;
using tipoff::Span;

namespace {

Span place_of(const std::string& sentence, const std::string& words) {
  const std::size_t begin = sentence.find(words);
  return {begin, begin + words.size()};
}

/// Accounts A, B, C stand in the sentence as capitals of their own.
std::map<char, std::optional<Role>> parties(const Rule& rule, const std::string& sentence,
                                            const std::string& words) {
  std::vector<NamePlace> names;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] >= 'A' && sentence[i] <= 'C') {
      names.push_back({{i, i + 1}, static_cast<tipoff::AccountIndex>(sentence[i] - 'A'), false});
    }
  }
  const auto wording = tipoff::Wording::compile(tipoff::small_book().languages.at("en")).value();
  std::map<char, std::optional<Role>> out;
  for (const Party& party :
       tipoff::parties(rule, place_of(sentence, words), sentence, names, wording)) {
    out[static_cast<char>('A' + static_cast<int>(party.account))] = party.role;
  }
  return out;
}

using Roles = std::map<char, std::optional<Role>>;

}  // namespace

TEST_CASE("The nearest names before and behind take their roles", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "C hears that A is to buy B from C", "to buy") ==
        Roles{{'A', Role::acquirer}, {'B', Role::target}});
}

TEST_CASE("Names joined by and or a comma act together", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A and B are to buy C", "to buy") ==
        Roles{{'A', Role::acquirer}, {'B', Role::acquirer}, {'C', Role::target}});
}

TEST_CASE("A stranger is passed over", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A, supplier of B to buy C", "to buy") ==
        Roles{{'A', Role::acquirer}, {'C', Role::target}});
  CHECK(parties(rule, "A supplier to buy a plant", "to buy").empty());
}

TEST_CASE("Words that keep apart, and distance, leave a name out", "[attribution]") {
  Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A rises; rival to buy B", "to buy") == Roles{{'B', Role::target}});
  rule.within = 5;
  CHECK(parties(rule, "A, as everybody knows, is to buy B", "to buy") ==
        Roles{{'B', Role::target}});
}

TEST_CASE("Without roles the side before the match goes first", "[attribution]") {
  Rule rule;
  rule.after = {true, false, std::nullopt};
  CHECK(parties(rule, "A cuts jobs, B watches", "cuts jobs") == Roles{{'A', std::nullopt}});
  CHECK(parties(rule, "job cuts at B", "job cuts") == Roles{{'B', std::nullopt}});
  rule.role = Role::seller;
  CHECK(parties(rule, "A sells", "sells") == Roles{{'A', Role::seller}});
}

TEST_CASE("A name within the matched words counts only where the rule says so", "[attribution]") {
  Rule rule;
  rule.before = {};
  CHECK(parties(rule, "names joins A as boss", "joins A as boss").empty());
  rule.inside = {true, false, std::nullopt};
  CHECK(parties(rule, "names joins A as boss", "joins A as boss") == Roles{{'A', std::nullopt}});
}

TEST_CASE("Where the side behind also counts, both partners have the event", "[attribution]") {
  Rule rule;
  rule.after = {true, true, std::nullopt};
  CHECK(parties(rule, "A partners with B", "partners with") ==
        Roles{{'A', std::nullopt}, {'B', std::nullopt}});
}

TEST_CASE("A name in an insertion between commas is passed over", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A, a unit of B, is to buy C", "to buy") ==
        Roles{{'A', Role::acquirer}, {'C', Role::target}});
  CHECK(parties(rule, "A is to buy somebody, a unit of B", "to buy") ==
        Roles{{'A', Role::acquirer}});
}

TEST_CASE("Who only sells a part of itself is not the target", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A is to buy B's pump unit", "to buy") == Roles{{'A', Role::acquirer}});
  CHECK(parties(rule, "A is to buy B in May", "to buy") ==
        Roles{{'A', Role::acquirer}, {'B', Role::target}});
}

TEST_CASE("Who sells is not what is bought", "[attribution]") {
  const Rule rule = tipoff::small_book().rules[0];
  CHECK(parties(rule, "A is to buy a mill from B", "to buy") == Roles{{'A', Role::acquirer}});
}
