#include "pipeline/present_entries.h"

#include "catch.h"
#include "fakes/publishing_desk.h"

namespace tipoff {

TEST_CASE("Entries come from the list, and are computed for those below or off it",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  desk.comes("orbax");
  (void)desk.publish();
  StoryTable stories(*desk.newsroom.database);
  std::vector<Standings> standings;
  standings.emplace_back(*desk.newsroom.assembly, desk.newsroom.assembly->settings.profiles[0]);
  CallList list = desk.newsroom.list();
  REQUIRE(list.entries.size() == 2);
  list.entries.pop_back();
  const std::map<std::string, CallList> lists{{"default", list}};
  PresentEntries entries(*desk.newsroom.assembly, standings, lists, stories, desk.now());

  REQUIRE(entries.entry("default", "orbax"));
  CHECK(*entries.entry("default", "orbax") == list.entries[0]);
  REQUIRE(entries.entry("default", "velmar"));
  CHECK(entries.entry("default", "velmar")->rank == 0);
  CHECK(entries.entry("default", "velmar") == entries.entry("default", "velmar"));
  REQUIRE(entries.entry("default", "cassia"));
  CHECK(entries.entry("default", "cassia")->score.disqualified);
  CHECK_FALSE(entries.entry("default", "nobody"));
  CHECK_FALSE(entries.entry("anna", "orbax"));
  CHECK(entries.profile("default") == &desk.newsroom.assembly->settings.profiles[0]);
  CHECK_FALSE(entries.profile("anna"));
  CHECK(entries.list("default") == &lists.at("default"));
}

TEST_CASE("An account with many events has the best ones alone in its entry",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  for (int i = 0; i < 5; ++i)
    desk.comes("orbax", Certainty::announced, true, "type_" + std::to_string(i));
  (void)desk.publish();
  StoryTable stories(*desk.newsroom.database);
  std::vector<Standings> standings;
  standings.emplace_back(*desk.newsroom.assembly, desk.newsroom.assembly->settings.profiles[0]);
  const std::map<std::string, CallList> lists{{"default", desk.newsroom.list()}};
  PresentEntries entries(*desk.newsroom.assembly, standings, lists, stories, desk.now());

  const auto* entry = entries.entry("default", "orbax");
  REQUIRE(entry);
  CHECK(lists.at("default").entries[0].score.events.size() == 5);
  REQUIRE(entry->score.events.size() == 3);
  CHECK(entry->score.events[0] == lists.at("default").entries[0].score.events[0]);
  CHECK(entry->score.score == lists.at("default").entries[0].score.score);
}

}  // namespace tipoff
