// tipoff call log and list.
#include "cli/call_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/call_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

struct Room {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};

  std::vector<Call> calls() const { return CallTable(*newsroom.database).list({}); }

  /// The exit code; what was printed is in `said`.
  int log(const std::string& outcome, const std::string& due = "", const std::string& at = "") {
    CallLogArguments arguments;
    arguments.account = "Orbax";
    arguments.outcome = outcome;
    arguments.due = due;
    arguments.at = at;
    fakes::CommandRun run(newsroom);
    const int code = call_log_command(run.desk, arguments);
    said = run.out.str() + run.err.str();
    return code;
  }

  std::string said;
};

}  // namespace

TEST_CASE("A call is logged with all that was said of it", "[call_command]") {
  Room room;
  CallLogArguments arguments;
  arguments.account = "orbax";
  arguments.outcome = "callback";
  arguments.contact = " Ida\nBrandt ";
  arguments.due = "2026-03-05T13:30:00Z";
  arguments.note = "after the fair";
  arguments.at = "2h";
  fakes::CommandRun run(room.newsroom);
  REQUIRE(call_log_command(run.desk, arguments) == 0);
  REQUIRE(room.calls().size() == 1);
  const Call call = room.calls()[0];
  CHECK(call.account == "orbax");
  CHECK(call.seller == "default");
  CHECK(call.outcome == Outcome::callback);
  CHECK(call.contact == "Ida Brandt");
  CHECK(call.note == "after the fair");
  CHECK(call.at == run.desk.now - 2h);
  CHECK(call.due == Time{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5} + 13h + 30min});
  CHECK_THAT(run.out.str(),
             Catch::Contains("Call 1 to Orbax Controls plc: callback, due 2026-03-05"));
}

TEST_CASE("What makes no sense of a call is told, and nothing is logged", "[call_command]") {
  Room room;
  CHECK(room.log("meting") == 2);
  CHECK_THAT(room.said, Catch::Contains("did you mean 'meeting'?"));
  CHECK(room.log("callback", "soon") == 2);
  CHECK(room.log("callback", "2026-02-01") == 2);
  CHECK_THAT(room.said, Catch::Contains("lies before the call"));
  CHECK(room.log("won", "2026-04-01") == 2);
  CHECK_THAT(room.said, Catch::Contains("nothing is due"));
  CHECK(room.log("won", "", "2026-03-09T08:00:00Z") == 2);
  CHECK_THAT(room.said, Catch::Contains("still to come"));
  CHECK(room.calls().empty());
}

TEST_CASE("Callbacks due today are listed until they are made", "[call_command]") {
  Room room;
  REQUIRE(room.log("callback", "2026-03-02T10:00:00Z") == 0);
  CallListArguments today;
  today.due = "2026-03-02T08:00:00Z";
  today.format = "jsonl";
  fakes::CommandRun before(room.newsroom);
  CHECK(call_list_command(before.desk, today) == 0);
  CHECK_THAT(before.out.str(), Catch::Contains("\"account\":\"orbax\"") &&
                                   Catch::Contains("\"due\":\"2026-03-02T10:00:00Z\""));
  REQUIRE(room.log("meeting") == 0);
  fakes::CommandRun after(room.newsroom);
  CHECK(call_list_command(after.desk, today) == 0);
  CHECK(after.out.str().empty());

  CallListArguments all;
  fakes::CommandRun table(room.newsroom);
  CHECK(call_list_command(table.desk, all) == 0);
  CHECK_THAT(table.out.str(), Catch::Contains("OUTCOME") && Catch::Contains("meeting"));
}

TEST_CASE("A callback without a date is logged, with a word about it", "[call_command]") {
  Room room;
  CHECK(room.log("callback") == 0);
  CHECK_THAT(room.said, Catch::Contains("Without --due"));
}

}  // namespace tipoff
