// Changed rules over stored articles: events gained, lost and changed, and nobody alerted.
#include "pipeline/reapply.h"

#include "catch.h"
#include "fakes/changed_rules.h"
#include "pipeline/feedback.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const char* const wire = "https://wire.example/rss";

/// An alerted relocation of Orbax, told by the rule "move" in two articles.
struct Scene {
  Scene() {
    newsroom.once();
    newsroom.feed(
        wire, {{.id = "1", .title = "Orbax Controls moves house and paints the walls", .age = 1h}});
    newsroom.once();
    REQUIRE(newsroom.stories().size() == 1);
    REQUIRE(newsroom.outbox().size() == 1);
  }
  SecondReading read() { return read_again(*newsroom.assembly, *newsroom.database); }
  Reapplication carry_out() { return reapply(read(), *newsroom.database); }

  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(),
                           fakes::word_rule("move", "relocation", "moves house")};
};

}  // namespace

TEST_CASE("The outlook tells what would change, and changes nothing", "[reapply]") {
  Scene scene;
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "paints the walls"));

  const auto would = outlook(scene.read(), *scene.newsroom.database);

  REQUIRE(would.stories.size() == 2);
  CHECK(would.stories[0].before->event == "relocation");
  CHECK_FALSE(would.stories[0].after);
  CHECK_FALSE(would.stories[1].before);
  CHECK(would.stories[1].after->event == "rebrand");
  REQUIRE(scene.newsroom.stories().size() == 1);
  CHECK(scene.newsroom.stories()[0].event == "relocation");
}

TEST_CASE("Carried out, lost events are gone, gained ones count, and nobody is alerted",
          "[reapply]") {
  Scene scene;
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "paints the walls"));
  const auto happened_at = scene.newsroom.stories()[0].happened_at;

  CHECK(scene.carry_out().stories.size() == 2);

  REQUIRE(scene.newsroom.stories().size() == 1);
  CHECK(scene.newsroom.stories()[0].event == "rebrand");
  CHECK(scene.newsroom.stories()[0].happened_at == happened_at);
  scene.newsroom.once();
  CHECK(scene.newsroom.outbox().size() == 1);
  REQUIRE(scene.newsroom.list().entries[0].score.events.size() == 1);
  CHECK(scene.newsroom.list().entries[0].score.events[0].event == "rebrand");
  CHECK(scene.carry_out().stories.empty());
}

TEST_CASE("An account that lost its only event is scored without it", "[reapply]") {
  Scene scene;
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "watches it dry"));
  CHECK(scene.carry_out().stories.size() == 1);
  scene.newsroom.once();
  CHECK(scene.newsroom.stories().empty());
  for (const auto& entry : scene.newsroom.list().entries) CHECK(entry.score.events.empty());
}

TEST_CASE("A changed event keeps its number and alerts nobody", "[reapply]") {
  Scene scene;
  const auto before = scene.newsroom.stories()[0];
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "relocation", "paints the walls"));

  const auto result = scene.carry_out();

  REQUIRE(result.stories.size() == 1);
  CHECK(result.stories[0].before->rule == "move");
  const auto after = scene.newsroom.stories().at(0);
  CHECK(after.id == before.id);
  CHECK(after.rule == "paint");
  CHECK(after.happened_at == before.happened_at);
  scene.newsroom.once();
  CHECK(scene.newsroom.outbox().size() == 1);
}

TEST_CASE("What a person judged stays as it is", "[reapply]") {
  Scene scene;
  REQUIRE(confirm(*scene.newsroom.database, scene.newsroom.stories()[0].id, {}, 72h));
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "watches it dry"));

  const auto result = scene.carry_out();

  CHECK(result.judged == 1);
  CHECK(result.stories.empty());
  CHECK(scene.newsroom.stories().size() == 1);
}

TEST_CASE("A gained event that is like one judged wrong is wrong too", "[reapply]") {
  Scene scene;
  REQUIRE(mark_wrong(*scene.newsroom.database, scene.newsroom.stories()[0].id, {}));
  scene.newsroom.feed(
      wire, {{.id = "9", .title = "Orbax Controls packs 40 boxes for Velden", .age = 1h}});
  scene.newsroom.once();
  REQUIRE(scene.newsroom.stories().size() == 1);
  fakes::change_rules(scene.newsroom,
                      "[[rule]]\nid = \"move\"\nevent = \"relocation\"\nwords = [\"moves house\", "
                      "\"packs 40 boxes\"]\n");

  (void)scene.carry_out();

  const auto stories = scene.newsroom.stories();
  REQUIRE(stories.size() == 2);
  for (const Story& story : stories) CHECK(story.standing == Standing::wrong);
}

}  // namespace tipoff
