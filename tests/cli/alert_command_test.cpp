// tipoff alert list, retry, drop.
#include "cli/alert_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/outbox_table.h"

namespace tipoff {
namespace {

/// A message that the receiver did not take for good.
void bury(fakes::Newsroom& newsroom) {
  auto message = newsroom.outbox().at(0);
  message.state = "dead";
  message.last_answer = "HTTP 404: not here";
  OutboxTable(*newsroom.database).record(message);
}

struct Room {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};
  Room() {
    newsroom.once();
    fakes::publish_one_story(newsroom);
  }
};

}  // namespace

TEST_CASE("What was sent is listed with its receiver and answer", "[alert_command]") {
  Room room;
  bury(room.newsroom);
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_list_command(run.desk, {}) == 0);
  CHECK_THAT(run.out.str(),
             Catch::Contains("dead") && Catch::Contains("crm") && Catch::Contains("HTTP 404"));
  fakes::CommandRun lines(room.newsroom);
  AlertListArguments arguments;
  arguments.format = "jsonl";
  arguments.state = "dead";
  CHECK(alert_list_command(lines.desk, arguments) == 0);
  CHECK_THAT(lines.out.str(), Catch::StartsWith(R"({"id":"1","state":"dead","channel":"crm")"));
  arguments.state = "owed";
  fakes::CommandRun none(room.newsroom);
  CHECK(alert_list_command(none.desk, arguments) == 0);
  CHECK(none.out.str().empty());
}

TEST_CASE("What is dead is tried again by its number, or all at once", "[alert_command]") {
  Room room;
  bury(room.newsroom);
  AlertRetryArguments arguments;
  SECTION("by number") {
    arguments.id = "1";
  }
  SECTION("all") {
    arguments.dead = true;
  }
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_retry_command(run.desk, arguments) == 0);
  CHECK(room.newsroom.outbox().at(0).state == "owed");
  CHECK(room.newsroom.outbox().at(0).attempts == 0);
}

TEST_CASE("What arrived is not sent again, and an unknown number is wrong use", "[alert_command]") {
  Room room;
  REQUIRE(room.newsroom.outbox().at(0).state == "delivered");
  fakes::CommandRun run(room.newsroom);
  AlertRetryArguments arguments;
  CHECK(alert_retry_command(run.desk, arguments) == 2);
  arguments.id = "1";
  CHECK(alert_retry_command(run.desk, arguments) == 1);
  CHECK_THAT(run.err.str(), Catch::Contains("alert 1 is delivered"));
  arguments.id = "n7";
  CHECK(alert_retry_command(run.desk, arguments) == 2);
  CHECK(alert_drop_command(run.desk, {.id = "1"}) == 1);
}

TEST_CASE("What is owed is dropped, and says by whom", "[alert_command]") {
  Room room;
  auto message = room.newsroom.outbox().at(0);
  message.state = "owed";
  OutboxTable(*room.newsroom.database).record(message);
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_drop_command(run.desk, {.id = "1"}) == 0);
  CHECK(room.newsroom.outbox().at(0).state == "dead");
  CHECK_THAT(room.newsroom.outbox().at(0).last_answer, Catch::StartsWith("dropped by "));
}

}  // namespace tipoff
