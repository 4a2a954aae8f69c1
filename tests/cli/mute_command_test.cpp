// tipoff mute.
#include "cli/mute_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "store/mute_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

MuteArguments mute_of(const std::string& account, const std::string& event,
                      const std::string& for_time) {
  MuteArguments arguments;
  arguments.account = account;
  arguments.event = event;
  arguments.for_time = for_time;
  return arguments;
}

}  // namespace

TEST_CASE("An account is muted for a time, listed, and lifted", "[mute_command]") {
  fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule());
  auto arguments = mute_of("Orbax", "", "14d");
  arguments.note = "meeting is fixed";
  fakes::CommandRun run(newsroom);
  REQUIRE(mute_command(run.desk, arguments) == 0);
  CHECK_THAT(run.out.str(), Catch::StartsWith("Mute 1: all of Orbax Controls plc, until "));
  const auto mutes = MuteTable(*newsroom.database).live(run.desk.now);
  REQUIRE(mutes.size() == 1);
  CHECK(mutes[0].account == "orbax");
  CHECK(mutes[0].until == run.desk.now + 24h * 14);
  CHECK(mutes[0].note == "meeting is fixed");

  fakes::CommandRun listed(newsroom);
  CHECK(mute_list_command(listed.desk, {.format = "table"}) == 0);
  CHECK_THAT(listed.out.str(), Catch::Contains("all of orbax") && Catch::Contains("everyone"));

  fakes::CommandRun lifted(newsroom);
  CHECK(mute_lift_command(lifted.desk, {.mute = 1}) == 0);
  CHECK(mute_lift_command(lifted.desk, {.mute = 1}) == 2);
  CHECK(MuteTable(*newsroom.database).live(run.desk.now).empty());
}

TEST_CASE("A type is muted for all accounts, or for one", "[mute_command]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  fakes::CommandRun every(newsroom);
  CHECK(mute_command(every.desk, mute_of("", "earnings", "12h")) == 0);
  CHECK_THAT(every.out.str(), Catch::Contains("Mute 1: every earnings, until"));
  fakes::CommandRun one(newsroom);
  CHECK(mute_command(one.desk, mute_of("orbax", "earnings", "12h")) == 0);
  CHECK_THAT(one.out.str(), Catch::Contains("Mute 2: earnings of Orbax Controls plc, until"));
  fakes::CommandRun listed(newsroom);
  CHECK(mute_list_command(listed.desk, {.format = "jsonl"}) == 0);
  CHECK_THAT(listed.out.str(), Catch::Contains(R"({"id":1,"account":null,"event":"earnings")"));
}

TEST_CASE("A mute says what, for whom and how long", "[mute_command]") {
  const fakes::Newsroom newsroom("", fakes::Newsroom::default_accounts(),
                                 fakes::Newsroom::one_rule());
  auto other = mute_of("orbax", "", "1d");
  other.seller = "nobody";
  for (const auto& arguments :
       {mute_of("", "", "1d"), mute_of("orbax", "", ""), mute_of("orbax", "", "two days"),
        mute_of("orbax", "mergr", "1d"), mute_of("unknown", "", "1d"), other}) {
    fakes::CommandRun run(newsroom);
    CHECK(mute_command(run.desk, arguments) == 2);
    CHECK_FALSE(run.err.str().empty());
  }
}

}  // namespace tipoff
