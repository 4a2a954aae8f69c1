// Articles read again by other rules.
#include "pipeline/second_reading.h"

#include "catch.h"
#include "fakes/changed_rules.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const char* const wire = "https://wire.example/rss";

/// One article that was told as a relocation by the rule "move".
struct Scene {
  Scene() {
    newsroom.feed(
        wire, {{.id = "1", .title = "Orbax Controls moves house and paints the walls", .age = 1h},
               {.id = "2", .title = "Nobody we know moves house", .age = 1h}});
    newsroom.once();
    REQUIRE(newsroom.stories().size() == 1);
  }
  SecondReading read() { return read_again(*newsroom.assembly, *newsroom.database); }

  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(),
                           fakes::word_rule("move", "relocation", "moves house")};
};

}  // namespace

TEST_CASE("The same rules read the same", "[second_reading]") {
  Scene scene;
  const auto reading = scene.read();
  CHECK(reading.articles == 2);
  CHECK(reading.by_account.empty());
}

TEST_CASE("What other rules tell is gained, what they no longer tell is lost", "[second_reading]") {
  Scene scene;
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "paints the walls"));

  const auto reading = scene.read();

  REQUIRE(reading.by_account.size() == 1);
  const auto& differences = reading.by_account.at("orbax");
  REQUIRE(differences.size() == 2);
  CHECK(differences[0].before->rule == "move");
  CHECK_FALSE(differences[0].after);
  CHECK_FALSE(differences[1].before);
  CHECK(differences[1].after->rule == "paint");
  CHECK_FALSE(differences[1].after->alertable);
  CHECK(differences[1].after->seen_at == scene.newsroom.stories()[0].seen_at);
}

TEST_CASE("Another rule for the same event is a change", "[second_reading]") {
  Scene scene;
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "relocation", "paints the walls"));
  const auto differences = scene.read().by_account.at("orbax");
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].before->rule == "move");
  CHECK(differences[0].after->rule == "paint");
  CHECK(differences[0].after->fingerprint == differences[0].before->fingerprint);
}

TEST_CASE("A report that rests on text that is not stored is out of reach", "[second_reading]") {
  Scene scene;
  scene.newsroom.database->connection().exec("UPDATE report SET evidence = 'stood far below'");
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "watches it dry"));
  const auto reading = scene.read();
  CHECK(reading.out_of_reach == 1);
  CHECK(reading.by_account.empty());
}

TEST_CASE("Reports of an account that is no longer listed are left alone", "[second_reading]") {
  Scene scene;
  scene.newsroom.folder.write("accounts.csv",
                              "id,name,industry\nvelmar,Velmar Foods Ltd,Manufacturing\n");
  fakes::change_rules(scene.newsroom, fakes::word_rule("paint", "rebrand", "paints the walls"));
  CHECK(scene.read().by_account.empty());
}

}  // namespace tipoff
