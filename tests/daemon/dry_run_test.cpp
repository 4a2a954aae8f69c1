#include "dry_run.h"

#include <iostream>
#include <sstream>

#include "catch.h"
#include "fakes/temporary_folder.h"
#include "store/mute_table.h"

namespace tipoff {

TEST_CASE("A dry run works on a copy, which is gone afterwards", "[service]") {
  const fakes::TemporaryFolder folder;
  const auto store = folder.path() / "tipoff.db";
  Mute mute;
  mute.until = Time{std::chrono::hours{1}};
  Database database(store.string());
  MuteTable(database).add(mute);
  std::filesystem::path copy;
  {
    const DryRun dry(store);
    copy = dry.store();
    Database other(copy.string());
    CHECK(MuteTable(other).live(Time{}).size() == 1);
    MuteTable(other).add(mute);
  }
  CHECK_FALSE(std::filesystem::exists(copy));
  CHECK(MuteTable(database).live(Time{}).size() == 1);
}

TEST_CASE("A dry run of a store that is not there begins with an empty one", "[service]") {
  const fakes::TemporaryFolder folder;
  const DryRun dry(folder.path() / "tipoff.db");
  CHECK_FALSE(std::filesystem::exists(dry.store()));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "tipoff.db"));
}

TEST_CASE("A dry run writes no list files, and speaks to no hub", "[service]") {
  Settings settings;
  settings.list_files = {"call-list.csv"};
  settings.push.callback = "https://tipoff.example/push";
  DryRun::restrain(settings);
  CHECK(settings.list_files.empty());
  CHECK_FALSE(settings.push.is_on());
}

TEST_CASE("A message is shown with its recipient, its subject, and a body that is JSON",
          "[service]") {
  OutboundMessage message;
  message.channel = "crm";
  message.recipient = "https://crm.example/hook";
  message.subject = "Orbax: merger";
  message.body = "{\"type\":\"trigger.detected\"}";
  std::ostringstream shown;
  auto* const before = std::cout.rdbuf(shown.rdbuf());
  DryRun::show(message);
  message.body = "Subject: x\r\n\r\nhello\r\n";
  DryRun::show(message);
  std::cout.rdbuf(before);
  CHECK(shown.str() ==
        "would send to crm (https://crm.example/hook): Orbax: merger\n"
        "  {\"type\":\"trigger.detected\"}\n"
        "would send to crm (https://crm.example/hook): Orbax: merger\n");
}

}  // namespace tipoff
