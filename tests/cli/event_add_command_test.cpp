// tipoff event add.
#include "cli/event_add_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {

TEST_CASE("What the seller heard is an event, and the list has it", "[event_add]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);

  CHECK(event_add_command(run.desk, {.account = "Velmar",
                                     .event = "outsourcing",
                                     .text = " They hand over\ntheir logistics ",
                                     .url = ""}) == 0);

  CHECK_THAT(run.out.str(),
             Catch::Contains("Velmar Foods Ltd: outsourcing (announced); score 2 -> 4"));
  REQUIRE(newsroom.stories().size() == 2);
  CHECK(newsroom.stories()[0].evidence == "They hand over their logistics");
  CHECK(newsroom.list().entries[1].score.score == 4);
}

TEST_CASE("A type that no profile counts is kept, with a word about it", "[event_add]") {
  fakes::Newsroom newsroom("[triggers]\nmerger = { weight = 2 }\n",
                           fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  fakes::publish_one_story(newsroom);
  fakes::CommandRun run(newsroom);
  CHECK(event_add_command(
            run.desk,
            {.account = "velmar", .event = "award", .text = "Best employer", .url = ""}) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("score stays 2") && Catch::Contains("[triggers]"));
}

TEST_CASE("Unknown accounts and types and empty texts are wrong use, and add nothing",
          "[event_add]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  EventAddArguments arguments{
      .account = "velmar", .event = "merger", .text = "They merge", .url = ""};
  SECTION("account") {
    arguments.account = "nobody";
  }
  SECTION("type") {
    arguments.event = "mergr";
  }
  SECTION("text") {
    arguments.text = "  \n";
  }
  fakes::CommandRun run(newsroom);
  CHECK(event_add_command(run.desk, arguments) == 2);
  CHECK_FALSE(run.err.str().empty());
  CHECK(newsroom.stories().empty());
}

}  // namespace tipoff
