// Order and ties of the call list, what moved, and when a new version is due.
#include "rank/rank.h"

#include <functional>
#include <list>

#include "catch.h"
#include "score/score_samples.h"

namespace tipoff {

using samples::days;
using samples::monday;
using samples::seconds;

namespace {

/// Accounts with made-up scores; keeps the accounts that its candidates point to.
class Market {
 public:
  Candidate& add(const std::string& name, int points, const std::vector<Time>& events = {}) {
    accounts_.push_back(samples::account(name));
    Candidate candidate;
    candidate.account = &accounts_.back();
    candidate.score.score = points;
    for (const Time happened_at : events)
      candidate.score.events.push_back(samples::story("merger", happened_at));
    candidates.push_back(candidate);
    return candidates.back();
  }

  Account& account() { return accounts_.back(); }

  [[nodiscard]] CallList ranked(std::size_t top = 0, const CallList& previous = {}) const {
    return rank(candidates, samples::profile(), top, previous);
  }

  std::vector<Candidate> candidates;

 private:
  std::list<Account> accounts_;
};

std::vector<std::string> names(const std::vector<CallListEntry>& entries) {
  std::vector<std::string> names;
  for (const CallListEntry& entry : entries) names.push_back(entry.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("The highest score is called first", "[rank]") {
  Market market;
  market.add("Ahorn", 3);
  market.add("Birke", 9);
  market.add("Eiche", 5);
  const CallList list = market.ranked();
  CHECK(names(list.entries) == Names{"Birke", "Eiche", "Ahorn"});
  CHECK(list.entries[0].rank == 1);
  CHECK(list.entries[2].rank == 3);
}

TEST_CASE("Ties go to the newest event, then to more stories", "[rank]") {
  Market market;
  market.add("Ahorn", 5);
  market.add("Birke", 5, {monday - days{3}});
  market.add("Eiche", 5, {monday - days{9}, monday - days{2}});
  market.add("Fichte", 5, {monday - days{3}, monday - days{4}});
  CHECK(names(market.ranked().entries) == Names{"Eiche", "Fichte", "Birke", "Ahorn"});
}

TEST_CASE("Then to who was never called, then to the longest since the last call", "[rank]") {
  Market market;
  market.add("Ahorn", 5).last_call = monday - days{1};
  market.add("Birke", 5).last_call = monday - days{30};
  market.add("Eiche", 5);
  CHECK(names(market.ranked().entries) == Names{"Eiche", "Birke", "Ahorn"});
}

TEST_CASE("Then to the name by its bytes, then to the id", "[rank]") {
  Market market;
  market.add("Zeder", 5);
  market.add("ahorn", 5);
  market.add("Ähre", 5);
  market.add("Ahorn", 5);
  market.account().id = "2";
  market.add("Ahorn", 5);
  market.account().id = "1";
  const CallList list = market.ranked();
  CHECK(names(list.entries) == Names{"Ahorn", "Ahorn", "Zeder", "ahorn", "Ähre"});
  CHECK(list.entries[0].id == "1");
}

TEST_CASE("The order does not hang on the order of the candidates", "[rank]") {
  Market market;
  for (int at = 0; at < 50; ++at) {
    std::vector<Time> events;
    if (at % 3 != 0) events.push_back(monday - days{at % 4});
    Candidate& candidate = market.add("Hof " + std::to_string(at * 7 % 50), at % 5, events);
    if (at % 2 == 0) candidate.last_call = monday - days{at % 6};
  }
  const Names forward = names(market.ranked().entries);
  std::ranges::reverse(market.candidates);
  CHECK(names(market.ranked().entries) == forward);
}

TEST_CASE("The top bounds the entries", "[rank]") {
  Market market;
  market.add("Ahorn", 3);
  market.add("Birke", 9);
  market.add("Eiche", 5);
  CHECK(names(market.ranked(2).entries) == Names{"Birke", "Eiche"});
  CHECK(market.ranked(7).entries.size() == 3);
}

TEST_CASE("Disqualified accounts stand apart by name, with their reason", "[rank]") {
  Market market;
  market.add("Ahorn", 3);
  for (const char* name : {"Zeder", "Birke"})
    market.add(name, 0).score.disqualified =
        Disqualification{Criterion::region, "region France matches no target"};
  const CallList list = market.ranked(1);
  CHECK(names(list.entries) == Names{"Ahorn"});
  CHECK(names(list.disqualified) == Names{"Birke", "Zeder"});
  CHECK(list.disqualified[0].rank == 0);
  CHECK(list.disqualified[0].score.disqualified->criterion == Criterion::region);
}

TEST_CASE("An entry has all that a caller needs", "[rank]") {
  Market market;
  market.add("Ahorn", 3, {monday});
  market.account().owner = "anna";
  market.account().extra = {{"segment", "B"}};
  const CallList list = market.ranked();
  const CallListEntry& entry = list.entries.at(0);
  CHECK(list.seller == "default");
  CHECK(entry.id == "Ahorn");
  CHECK_THAT(entry.why_now, Catch::StartsWith("merger announced 2026-03-02"));
  CHECK(entry.contact.name == "Jana Holt");
  CHECK(entry.owner == "anna");
  CHECK(entry.extra == std::vector<std::pair<std::string, std::string>>{{"segment", "B"}});
  CHECK(entry.score.events.size() == 1);
}

TEST_CASE("Movement is measured against the previous list", "[rank]") {
  Market before;
  before.add("Ahorn", 9);
  before.add("Birke", 8);
  before.add("Eiche", 7);
  const CallList previous = before.ranked();
  for (const CallListEntry& entry : previous.entries) CHECK(entry.change == Movement::entered);

  Market after;
  after.add("Ahorn", 9);
  after.add("Eiche", 8);
  after.add("Fichte", 7);
  after.add("Birke", 6);
  const CallList list = after.ranked(0, previous);
  CHECK(list.entries[0].change == Movement::same);
  CHECK(list.entries[1].change == Movement::up);
  CHECK(list.entries[2].change == Movement::entered);
  CHECK(list.entries[3].change == Movement::down);
}

TEST_CASE("An account that was disqualified enters anew", "[rank]") {
  Market before;
  before.add("Ahorn", 0).score.disqualified = Disqualification{};
  Market after;
  after.add("Ahorn", 1);
  CHECK(after.ranked(0, before.ranked()).entries[0].change == Movement::entered);
}

TEST_CASE("A new version is due when anything shown differs", "[rank]") {
  struct Case {
    const char* name;
    bool differs;
    std::function<void(CallList&)> change;
  };
  const std::vector<Case> cases{
      {"nothing", false, [](CallList&) {}},
      {"version", false, [](CallList& list) { list.version = 9; }},
      {"generated_at", false, [](CallList& list) { list.generated_at = monday; }},
      {"movement", false, [](CallList& list) { list.entries[0].change = Movement::down; }},
      {"what the JSON does not hold", false,
       [](CallList& list) {
         list.entries[0].score.events[0].fingerprints = {1};
         list.entries[0].score.events[0].feeds = {"http://a.example/rss"};
         list.entries[0].score.events[0].confidence = 0.5;
       }},
      {"seller", true, [](CallList& list) { list.seller = "anna"; }},
      {"an entry less", true, [](CallList& list) { list.entries.pop_back(); }},
      {"order", true, [](CallList& list) { std::swap(list.entries[0], list.entries[1]); }},
      {"rank", true, [](CallList& list) { list.entries[0].rank = 5; }},
      {"name", true, [](CallList& list) { list.entries[0].name = "Ahorn SE"; }},
      {"score", true, [](CallList& list) { list.entries[0].score.score = 4; }},
      {"max_score", true, [](CallList& list) { list.entries[0].score.max_score = 4; }},
      {"a part", true, [](CallList& list) { list.entries[0].score.parts.push_back({}); }},
      {"next_change", true, [](CallList& list) { list.entries[0].score.next_change = monday; }},
      {"why_now", true, [](CallList& list) { list.entries[0].why_now = "x"; }},
      {"phone", true, [](CallList& list) { list.entries[0].contact.phone = "1"; }},
      {"owner", true, [](CallList& list) { list.entries[0].owner = "ben"; }},
      {"unknown column", true, [](CallList& list) { list.entries[0].extra = {{"a", "b"}}; }},
      {"certainty", true,
       [](CallList& list) { list.entries[0].score.events[0].certainty = Certainty::completed; }},
      {"role", true, [](CallList& list) { list.entries[0].score.events[0].role = Role::target; }},
      {"sources", true, [](CallList& list) { list.entries[0].score.events[0].sources = 2; }},
      {"an event less", true, [](CallList& list) { list.entries[0].score.events.clear(); }},
      {"a disqualified account less", true, [](CallList& list) { list.disqualified.clear(); }},
      {"its reason", true,
       [](CallList& list) {
         list.disqualified[0].score.disqualified->because = "marked as do not call";
       }},
  };
  Market market;
  market.add("Ahorn", 3, {monday});
  market.add("Birke", 2);
  market.add("Eiche", 0).score.disqualified = Disqualification{};
  for (const Case& each : cases) {
    INFO(each.name);
    CallList changed = market.ranked();
    each.change(changed);
    CHECK(differs(market.ranked(), changed) == each.differs);
  }
}

}  // namespace tipoff
