// What became of a score, in a few words.
#include "cli/score_note.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/story_table.h"

namespace tipoff {
namespace {

const Account* account(const fakes::Newsroom& newsroom, const std::string& id) {
  return newsroom.assembly->find_account(id);
}

}  // namespace

TEST_CASE("A score that changed is told with both figures, one that stayed with one",
          "[score_note]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  const ScoreNote note(account(newsroom, "orbax"), newsroom.assembly->settings.profiles,
                       *newsroom.database, newsroom.clock.now());
  CHECK(note.since_then() == "score stays 4");

  StoryTable(*newsroom.database).set_standing(newsroom.stories()[0].id, Standing::wrong);

  CHECK(note.since_then() == "score 4 -> 2");
}

TEST_CASE("Several sellers each have their score", "[score_note]") {
  fakes::Newsroom newsroom(
      "[[seller]]\nname = \"anna\"\n[[seller]]\nname = \"ben\"\nimportance = { industry = 1, "
      "trigger = 1 }\n",
      fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  const ScoreNote note(account(newsroom, "orbax"), newsroom.assembly->settings.profiles,
                       *newsroom.database, newsroom.clock.now());
  StoryTable(*newsroom.database).set_standing(newsroom.stories()[0].id, Standing::wrong);
  CHECK_THAT(note.since_then(), Catch::Contains("(anna)") && Catch::Contains("(ben)"));
}

TEST_CASE("An account off the list has no score, an unlisted one nothing to tell", "[score_note]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  const auto& profiles = newsroom.assembly->settings.profiles;
  CHECK(ScoreNote(account(newsroom, "cassia"), profiles, *newsroom.database, newsroom.clock.now())
            .since_then() == "it is off the list");
  CHECK(
      ScoreNote(nullptr, profiles, *newsroom.database, newsroom.clock.now()).since_then().empty());
}

}  // namespace tipoff
