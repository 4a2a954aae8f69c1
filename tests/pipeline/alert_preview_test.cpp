// What a channel would send, made like the real message.
#include "pipeline/alert_preview.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "pipeline/alert_outlook.h"
#include "store/call_table.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

constexpr const char* team =
    "[[alert]]\nname = \"team\"\ntype = \"email\"\nserver = \"smtp://m.example\"\n"
    "from = \"tipoff@sales.example\"\nto = [\"anna@sales.example\"]\n";

struct Room {
  explicit Room(const std::string& more)
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()) {
    fakes::publish_one_story(newsroom);
  }

  AlertPreview of(std::size_t channel) {
    const Assembly& assembly = *newsroom.assembly;
    const auto due = latest_news(assembly.settings, assembly.accounts, "", "", *newsroom.database,
                                 newsroom.clock.now());
    return preview(assembly.settings.channels.at(channel), due.value(), assembly,
                   *newsroom.database, newsroom.clock.now());
  }

  fakes::Newsroom newsroom;
};

}  // namespace

TEST_CASE("A webhook's preview is its body", "[alert_preview]") {
  const auto preview = Room("").of(0);
  CHECK(preview.message.channel == "crm");
  CHECK_THAT(preview.message.body, Catch::StartsWith(R"({"type":"trigger.detected")"));
  CHECK(preview.text.empty());
}

TEST_CASE("A mail's preview shows both parts in the clear", "[alert_preview]") {
  const auto preview = Room(team).of(1);
  CHECK(preview.message.recipient == "anna@sales.example");
  CHECK_THAT(preview.text, Catch::Contains("Orbax Controls to acquire Tindle Valves"));
  CHECK_THAT(preview.html, Catch::Contains("Orbax Controls to acquire Tindle Valves"));
  CHECK_THAT(preview.message.body, Catch::Contains("multipart/alternative"));
}

TEST_CASE("Where there is a digest, it is shown with the calls and callbacks of the day",
          "[alert_preview]") {
  Room room(std::string(team) + "digest = \"08:00\"\n");
  Call call;
  call.account = "velmar";
  call.outcome = Outcome::callback;
  call.at = room.newsroom.clock.now();
  call.due = call.at + 1h;
  (void)CallTable(*room.newsroom.database).add(call);
  const auto preview = room.of(1);
  CHECK_THAT(preview.text, Catch::Contains("Today's calls") && Catch::Contains("Callbacks due") &&
                               Catch::Contains("Velmar Foods Ltd"));
}

}  // namespace tipoff
