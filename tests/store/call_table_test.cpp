// Calls: who called whom, and which callbacks are still to be made.
#include "store/call_table.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

Call call(const std::string& account, Outcome outcome, Time at,
          std::optional<Time> due = std::nullopt) {
  Call made;
  made.account = account;
  made.outcome = outcome;
  made.at = at;
  made.due = due;
  return made;
}

struct Store {
  Database database{":memory:"};
  CallTable calls{database};
};

}  // namespace

TEST_CASE("A call comes back as it was logged", "[call_table]") {
  Store store;
  Call made = call("quarzwerk", Outcome::callback, noon, noon + 48h);
  made.seller = "anna";
  made.contact = "Ida Brandt";
  made.note = "asks for the \"short\" version";
  made.id = store.calls.add(made);
  CHECK(store.calls.list({}) == std::vector<Call>{made});
  CHECK(store.calls.latest("quarzwerk", "anna") == made);
  CHECK_FALSE(store.calls.latest("quarzwerk", "ben"));
}

TEST_CASE("Calls are listed newest first, by account and by seller", "[call_table]") {
  Store store;
  const auto first = store.calls.add(call("a", Outcome::no_answer, noon));
  const auto third = store.calls.add(call("a", Outcome::meeting, noon + 2h));
  const auto second = store.calls.add(call("b", Outcome::lost, noon + 1h));
  std::vector<std::int64_t> ids;
  for (const Call& each : store.calls.list({})) ids.push_back(each.id);
  CHECK(ids == std::vector{third, second, first});
  CHECK(store.calls.list({.account = "b", .seller = std::nullopt}).size() == 1);
  CHECK(store.calls.list({.account = std::nullopt, .seller = "anna"}).empty());
  CHECK(store.calls.latest("a", "default")->id == third);
}

TEST_CASE("A callback is due until a later call settles it", "[call_table]") {
  Store store;
  const auto due = [&] { return store.calls.due_before(noon + 24h, {}).size(); };
  (void)store.calls.add(call("a", Outcome::callback, noon, noon + 20h));
  (void)store.calls.add(call("b", Outcome::callback, noon, noon + 30h));
  CHECK(due() == 1);
  CHECK(store.calls.due_before(noon + 20h, {}).empty());

  SECTION("One that nobody answered does not") {
    (void)store.calls.add(call("a", Outcome::no_answer, noon + 21h));
    CHECK(due() == 1);
  }
  SECTION("One that nobody answered, with a new date, does") {
    (void)store.calls.add(call("a", Outcome::no_answer, noon + 21h, noon + 90h));
    CHECK(due() == 0);
  }
  SECTION("A meeting does") {
    (void)store.calls.add(call("a", Outcome::meeting, noon + 21h));
    CHECK(due() == 0);
  }
  SECTION("Another seller's call does not") {
    Call other = call("a", Outcome::meeting, noon + 21h);
    other.seller = "ben";
    (void)store.calls.add(other);
    CHECK(due() == 1);
  }
}

TEST_CASE("What has been due longest comes first", "[call_table]") {
  Store store;
  (void)store.calls.add(call("late", Outcome::callback, noon, noon + 3h));
  (void)store.calls.add(call("early", Outcome::callback, noon, noon + 1h));
  const auto due = store.calls.due_before(noon + 4h, {});
  REQUIRE(due.size() == 2);
  CHECK(due[0].account == "early");
}

}  // namespace tipoff
