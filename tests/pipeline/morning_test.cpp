#include "pipeline/morning.h"

#include "catch.h"
#include "fakes/publishing_desk.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("Callbacks of the day are told with the account's name and phone",
          "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  auto& contacts = desk.newsroom.assembly->accounts[0].contacts;
  contacts.push_back({.name = "Ada Moss", .title = "COO", .phone = "+44 20 5550100", .email = ""});
  contacts.push_back({.name = "Ben Hall", .title = "CFO", .phone = "+44 20 5550101", .email = ""});
  CallTable calls(*desk.newsroom.database);
  Call call;
  call.account = "orbax";
  call.outcome = Outcome::callback;
  call.at = desk.now() - 24h;
  call.contact = "Ben Hall";
  call.due = desk.now() + 6h;
  call.note = "after the board met";
  (void)calls.add(call);
  call.account = "velmar";
  call.due = desk.now() + 20h;
  (void)calls.add(call);

  const auto today =
      callbacks_today(calls, *desk.newsroom.assembly, "default", Digest{}, desk.now());

  REQUIRE(today.size() == 1);
  CHECK(today[0] == DueCallback{.account = "Orbax Controls plc",
                                .contact = "Ben Hall",
                                .phone = "+44 20 5550101",
                                .due = desk.now() + 6h,
                                .note = "after the board met"});
}

TEST_CASE("Whole accounts that are muted are told apart from types", "[releasing][alerts]") {
  std::vector<Mute> mutes(4);
  mutes[0].account = "orbax";
  mutes[1].event = "layoffs";
  mutes[2].account = "velmar";
  mutes[2].event = "layoffs";
  mutes[3].account = "cassia";
  mutes[3].seller = "ben";
  CHECK(muted_accounts(mutes, "anna") == std::set<std::string>{"orbax"});
  CHECK(muted_accounts(mutes, "ben") == std::set<std::string>{"orbax", "cassia"});
}

TEST_CASE("The list of a day ago is the one that was in force then", "[releasing][alerts]") {
  fakes::PublishingDesk desk;
  const ListTable lists(*desk.newsroom.database);
  CHECK_FALSE(list_a_day_ago(lists, "default", desk.now()));
  desk.newsroom.clock.advance(24h);
  desk.comes("orbax");
  (void)desk.publish();
  const auto before = list_a_day_ago(lists, "default", desk.now());
  REQUIRE(before);
  CHECK(before->version == 1);
}

}  // namespace tipoff
