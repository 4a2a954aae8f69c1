// tipoff alert test, preview, route.
#include "cli/alert_trial_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"

namespace tipoff {
namespace {

constexpr const char* team =
    "[[alert]]\nname = \"team\"\ntype = \"email\"\nserver = \"smtp://m.example\"\n"
    "from = \"tipoff@sales.example\"\nto = [\"anna@sales.example\", \"ben@sales.example\"]\n"
    "user = \"tipoff\"\npassword = \"topsecret\"\nquiet = \"Sun-Sat 22:00-07:00\"\n";

struct Room {
  explicit Room(const std::string& more)
      : newsroom(more, fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()) {}
  fakes::Newsroom newsroom;
};

}  // namespace

TEST_CASE("A test goes to the real receiver, and not through the outbox", "[alert_trial]") {
  Room room("");
  fakes::CommandRun run(room.newsroom);
  CHECK(test_alert(run.desk, {.name = "crm"}, room.newsroom.network, room.newsroom.mail) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("ok      https://crm.example/hook: HTTP 204"));
  REQUIRE(room.newsroom.network.asked().size() == 1);
  CHECK_THAT(room.newsroom.network.asked()[0].body,
             Catch::StartsWith(R"({"type":"webhook.test","timestamp":"2026-03-02T08:00:00Z")"));
  CHECK(room.newsroom.outbox().empty());
}

TEST_CASE("A refusal is shown for each recipient, with exit code 4", "[alert_trial]") {
  Room room(team);
  room.newsroom.mail.answer("ben@sales.example", {MailOutcome::refused, 550, "no such user"});
  fakes::CommandRun run(room.newsroom);
  CHECK(test_alert(run.desk, {.name = "team"}, room.newsroom.network, room.newsroom.mail) == 4);
  CHECK_THAT(run.out.str(),
             Catch::Contains("ok      anna@sales.example") &&
                 Catch::Contains("failed  ben@sales.example: SMTP 550: no such user"));
  CHECK(room.newsroom.mail.handed_over().size() == 2);
}

TEST_CASE("An alert that is not there is wrong use", "[alert_trial]") {
  Room room("");
  fakes::CommandRun run(room.newsroom);
  CHECK(test_alert(run.desk, {.name = "crn"}, room.newsroom.network, room.newsroom.mail) == 2);
  CHECK_THAT(run.err.str(), Catch::Contains("did you mean 'crm'?"));
}

TEST_CASE("A preview shows the message of the latest event, and no secret", "[alert_trial]") {
  Room room(team);
  fakes::publish_one_story(room.newsroom);
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_preview_command(run.desk, {.name = "", .account = "", .raw = false}) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("Alert: crm") && Catch::Contains("trigger.detected") &&
                                Catch::Contains("To: anna@sales.example") &&
                                Catch::Contains("<html") &&
                                Catch::Contains("Orbax Controls to acquire Tindle Valves"));
  CHECK_THAT(run.out.str(), !Catch::Contains("topsecret") && !Catch::Contains("whsec_"));
  fakes::CommandRun raw(room.newsroom);
  CHECK(alert_preview_command(raw.desk, {.name = "team", .account = "orbax", .raw = true}) == 0);
  CHECK_THAT(raw.out.str(), Catch::Contains("Message-ID: "));
}

TEST_CASE("Without an event there is nothing to preview", "[alert_trial]") {
  Room room("");
  room.newsroom.once();
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_preview_command(run.desk, {.name = "crm", .account = "", .raw = false}) == 0);
  CHECK(run.out.str().empty());
  CHECK_THAT(run.err.str(), Catch::Contains("no event yet"));
}

TEST_CASE("Who would be told, when, and why", "[alert_trial]") {
  Room room(team);
  room.newsroom.once();
  AlertRouteArguments arguments;
  arguments.event = "merger";
  arguments.account = "Orbax";
  arguments.at = "2026-03-02T23:00:00Z";
  fakes::CommandRun run(room.newsroom);
  CHECK(alert_route_command(run.desk, arguments) == 0);
  CHECK_THAT(run.out.str(), Catch::Contains("merger (announced) of Orbax Controls plc") &&
                                Catch::Contains("no [[route]] is written") &&
                                Catch::Contains("at once") && Catch::Contains("quiet hours until"));
  for (auto wrong : {&AlertRouteArguments::event, &AlertRouteArguments::account,
                     &AlertRouteArguments::certainty, &AlertRouteArguments::at}) {
    auto mistyped = arguments;
    mistyped.*wrong = "nonsense?";
    fakes::CommandRun other(room.newsroom);
    CHECK(alert_route_command(other.desk, mistyped) == 2);
  }
}

}  // namespace tipoff
