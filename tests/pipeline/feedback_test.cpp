// Judgements: what they take out of score and alerts, and what they give back.
#include "pipeline/feedback.h"

#include "catch.h"
#include "cluster/join.h"
#include "fakes/newsroom.h"
#include "pipeline/publish.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const char* const wire = "https://wire.example/rss";

/// Two acquisitions of Orbax by one rule, told after the first fetch; the newest first.
struct Scene {
  explicit Scene(bool publish = true) {
    newsroom.once();
    newsroom.feed(wire,
                  {{.id = "2", .title = "Orbax Controls to acquire Pellworm Ceramics", .age = 1h},
                   {.id = "1", .title = "Orbax Controls to acquire Tindle Valves", .age = 2h}});
    if (publish) newsroom.once();
  }

  [[nodiscard]] Remark remark() const {
    return {.by = "anna", .at = newsroom.clock.now(), .reason = "another Orbax"};
  }
  [[nodiscard]] std::vector<Standing> standings() {
    std::vector<Standing> standings;
    for (const Story& story : newsroom.stories()) standings.push_back(story.standing);
    return standings;
  }
  Published publish() {
    return Publisher(*newsroom.assembly, *newsroom.database).publish(newsroom.clock.now(), true);
  }
  int score() {
    (void)publish();
    return newsroom.list().entries.at(0).score.score;
  }

  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};
};

using AllStandings = std::vector<Standing>;

/// An event that rests on an ambiguous name.
std::int64_t ambiguous_event(Scene& scene, bool alertable, std::chrono::seconds age) {
  Report report;
  report.account = "velmar";
  report.event = "layoffs";
  report.rule = "layoffs.en.cuts";
  report.title = "Velmar to cut 300 jobs";
  report.evidence = report.title;
  report.feed = wire;
  report.published = scene.newsroom.clock.now() - age;
  report.seen_at = scene.newsroom.clock.now();
  report.article = 99;
  report.ambiguous = true;
  report.alertable = alertable;
  StoryTable stories(*scene.newsroom.database);
  Story story = new_story(report);
  const auto id = stories.add(story);
  stories.add_report(id, report);
  return id;
}

}  // namespace

TEST_CASE("A wrong event leaves the score together with its like", "[feedback]") {
  Scene scene;
  REQUIRE(scene.newsroom.stories().size() == 2);
  const int before = scene.score();

  const auto judged =
      mark_wrong(*scene.newsroom.database, scene.newsroom.stories()[0].id, scene.remark());

  REQUIRE(judged);
  CHECK(judged->before.size() == 2);
  CHECK(scene.standings() == AllStandings{Standing::wrong, Standing::wrong});
  CHECK(scene.score() == before - 2);
  const auto kept = JudgementTable(*scene.newsroom.database).of(scene.newsroom.stories()[1].id);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].reason == "another Orbax");
  CHECK(kept[0].made_by == "anna");
}

TEST_CASE("What undo takes back counts again, alerts nobody, and stays in the history",
          "[feedback]") {
  Scene scene;
  const int before = scene.score();
  const auto messages = scene.newsroom.outbox();
  const auto id = scene.newsroom.stories()[0].id;
  REQUIRE(mark_wrong(*scene.newsroom.database, id, scene.remark()));

  const auto judged =
      undo(*scene.newsroom.database, scene.newsroom.stories()[1].id, scene.remark());

  REQUIRE(judged);
  CHECK(judged->after.size() == 2);
  CHECK(scene.score() == before);
  CHECK(scene.newsroom.outbox() == messages);
  REQUIRE(JudgementTable(*scene.newsroom.database).of(id).size() == 1);
  CHECK(JudgementTable(*scene.newsroom.database).of(id)[0].undone_by == "anna");
  CHECK_FALSE(undo(*scene.newsroom.database, id, scene.remark()));
}

TEST_CASE("An event that a person confirmed stays when its like is wrong", "[feedback]") {
  Scene scene;
  const auto stories = scene.newsroom.stories();
  REQUIRE(confirm(*scene.newsroom.database, stories[1].id, scene.remark(), 72h));
  REQUIRE(mark_wrong(*scene.newsroom.database, stories[0].id, scene.remark()));
  CHECK(scene.standings() == AllStandings{Standing::wrong, Standing::counted});
}

TEST_CASE("Messages still owed because of a wrong event are withheld, and owed again after undo",
          "[feedback]") {
  Scene scene(false);
  scene.newsroom.answer("https://crm.example/hook", Response{});  // nobody there
  scene.newsroom.once();
  const auto id = scene.newsroom.stories()[0].id;
  REQUIRE(scene.newsroom.outbox().size() == 2);
  REQUIRE(scene.newsroom.outbox()[0].state == "owed");

  REQUIRE(mark_wrong(*scene.newsroom.database, id, scene.remark()));
  for (const auto& message : scene.newsroom.outbox()) CHECK(message.state == "dead");

  REQUIRE(undo(*scene.newsroom.database, id, scene.remark()));
  for (const auto& message : scene.newsroom.outbox()) CHECK(message.state == "owed");
}

TEST_CASE("A confirmed event counts, and alerts like a new one while it is fresh", "[feedback]") {
  Scene scene;
  const auto messages = scene.newsroom.outbox().size();
  const auto [alertable, age, alerts] = GENERATE(
      table<bool, std::chrono::hours, int>({{true, 5h, 1}, {false, 5h, 0}, {true, 24h * 4, 0}}));
  CAPTURE(alertable, age.count());
  const auto id = ambiguous_event(scene, alertable, age);

  const auto judged = confirm(*scene.newsroom.database, id, scene.remark(), 24h * 3);

  REQUIRE(judged);
  REQUIRE(judged->after.size() == 1);
  CHECK(judged->after[0].standing == Standing::counted);
  (void)scene.publish();
  CHECK(scene.newsroom.outbox().size() == messages + static_cast<std::size_t>(alerts));
}

TEST_CASE("Undoing a confirmation sends the event back to review, and withholds its alert",
          "[feedback]") {
  Scene scene;
  const auto id = ambiguous_event(scene, true, 1h);
  REQUIRE(confirm(*scene.newsroom.database, id, scene.remark(), 72h));
  (void)scene.publish();
  REQUIRE(scene.newsroom.outbox().back().state == "owed");

  const auto judged = undo(*scene.newsroom.database, id, scene.remark());

  REQUIRE(judged);
  CHECK(judged->after.at(0).standing == Standing::review);
  CHECK(scene.newsroom.outbox().back().state == "dead");
}

TEST_CASE("A judgement that changes nothing is kept all the same", "[feedback]") {
  Scene scene;
  const auto id = scene.newsroom.stories()[0].id;
  const auto judged = confirm(*scene.newsroom.database, id, scene.remark(), 72h);
  REQUIRE(judged);
  CHECK(judged->after.empty());
  CHECK(JudgementTable(*scene.newsroom.database).was_judged(id));
  CHECK_FALSE(StoryTable(*scene.newsroom.database).owes_changes());
}

TEST_CASE("No event has a number that was never given", "[feedback]") {
  Scene scene;
  CHECK_THAT(mark_wrong(*scene.newsroom.database, 99, {}).error().message, Catch::Contains("99"));
  CHECK_FALSE(confirm(*scene.newsroom.database, 99, {}, 72h));
  CHECK_FALSE(undo(*scene.newsroom.database, 99, {}));
}

TEST_CASE("What the seller heard counts at once, and alerts nobody", "[feedback]") {
  Scene scene;
  const auto messages = scene.newsroom.outbox().size();
  Hearsay hearsay;
  hearsay.account = "velmar";
  hearsay.names = {"Velmar Foods Ltd"};
  hearsay.event = "outsourcing";
  hearsay.text = "They hand their logistics over to somebody else";

  const auto id = add_hearsay(*scene.newsroom.database, hearsay, scene.remark());

  const auto story = StoryTable(*scene.newsroom.database).find(id).value();
  CHECK(story.rule == "seller");
  CHECK(story.certainty == Certainty::announced);
  CHECK(story.standing == Standing::counted);
  CHECK(story.happened_at == scene.newsroom.clock.now());
  (void)scene.publish();
  CHECK(scene.newsroom.outbox().size() == messages);
}

TEST_CASE("Hearsay that tells a wrong event again confirms it", "[feedback]") {
  Scene scene;
  const auto told = scene.newsroom.stories()[0];
  REQUIRE(mark_wrong(*scene.newsroom.database, told.id, scene.remark()));
  Hearsay hearsay;
  hearsay.account = "orbax";
  hearsay.names = {"Orbax Controls plc"};
  hearsay.event = told.event;
  hearsay.text = told.title;

  CHECK(add_hearsay(*scene.newsroom.database, hearsay, scene.remark()) == told.id);

  CHECK(StoryTable(*scene.newsroom.database).find(told.id)->standing == Standing::counted);
  CHECK(StoryTable(*scene.newsroom.database).find(told.id)->sources == 2);
}

}  // namespace tipoff
