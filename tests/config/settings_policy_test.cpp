// The policy of an alert: what it is told, and when.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

std::string team(std::string_view more) {
  return std::string(
             "[[alert]]\nname = \"team\"\ntype = \"email\"\nserver = \"smtp://m.example\"\n"
             "from = \"tipoff@example.com\"\nto = [\"anna@example.com\"]\n")
      .append(more);
}

std::string hook(std::string_view more) {
  return std::string(
             "[[alert]]\nname = \"crm\"\ntype = \"webhook\"\nurl = \"https://crm.example/\"\n"
             "secret = \"whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u\"\n")
      .append(more);
}

}  // namespace

TEST_CASE("Without any key everything is told at once, to people at most 100 an hour",
          "[settings]") {
  AlertPolicy usual;
  CHECK(SettingsText(hook("")).settings.channels.at(0).policy == usual);
  usual.most_per_hour = 100;
  CHECK(SettingsText(team("")).settings.channels.at(0).policy == usual);
  CHECK(SettingsText(team("most_per_hour = 0\n")).settings.channels.at(0).policy.most_per_hour ==
        0);
}

TEST_CASE("Every key of a policy is read", "[settings]") {
  const SettingsText read(
      team("events = [\"merger\", \"layoffs\"]\ncertainties = [\"announced\", \"completed\"]\n"
           "min_score = 6\ntop = 50\nowners = [\"anna\"]\nfirst_wait = \"30s\"\n"
           "batch_every = \"10m\"\nquiet = \"22:00-07:00 Europe/Berlin\"\n"
           "breaks_through = [\"merger\"]\nexpires_after = \"2d\"\noutshines = \"12h\"\n"
           "most_per_hour = 20\nremind_after = \"48h\"\nreminders = 3\n"));
  REQUIRE(read.lines.empty());
  const AlertPolicy& policy = read.settings.channels.at(0).policy;
  CHECK(policy.events == std::vector<std::string>{"merger", "layoffs"});
  CHECK(policy.certainties == std::vector{Certainty::announced, Certainty::completed});
  CHECK(policy.min_score == 6);
  CHECK(policy.top == 50);
  CHECK(policy.owners == std::vector<std::string>{"anna"});
  CHECK(policy.first_wait == 30s);
  CHECK(policy.batch_every == 10min);
  REQUIRE(policy.quiet);
  CHECK(policy.quiet->window.begin == 22h);
  CHECK(policy.quiet->window.zone == "Europe/Berlin");
  CHECK(policy.quiet->breaks_through == std::vector<std::string>{"merger"});
  CHECK(policy.expires_after == 48h);
  CHECK(policy.outshines == 12h);
  CHECK(policy.most_per_hour == 20);
  CHECK(policy.reminder == Reminder{.after = 48h, .most = 3});
}

TEST_CASE("A digest opens with ten calls unless written otherwise", "[settings]") {
  const SettingsText read(team("digest = \"Mon-Fri 08:00 Europe/Berlin\"\n"));
  REQUIRE(read.lines.empty());
  const auto& digest = read.settings.channels.at(0).policy.digest;
  REQUIRE(digest);
  CHECK(digest->at.days == 0x1F);
  CHECK(digest->at.at == 8h);
  CHECK(digest->at.zone == "Europe/Berlin");
  CHECK(digest->calls == 10);
  CHECK(SettingsText(team("digest = \"08:00\"\ndigest_calls = 0\n"))
            .settings.channels.at(0)
            .policy.digest->calls == 0);
}

TEST_CASE("The event types of a policy are checked with those of the triggers", "[settings]") {
  const SettingsText read(
      team("events = [\"mergr\"]\nquiet = \"22:00-07:00\"\nbreaks_through = [\"strike\"]\n"));
  REQUIRE(read.reading.event_types.size() == 2);
  CHECK(read.reading.event_types[0].type == "mergr");
  CHECK(read.reading.event_types[0].line == 7);
  CHECK(read.reading.event_types[0].key == "alert[1].events");
  CHECK(read.reading.event_types[1].key == "alert[1].breaks_through");
}

TEST_CASE("What says nothing alone is refused", "[settings]") {
  const SettingsText read(team("digest_calls = 5\nbreaks_through = [\"merger\"]\nreminders = 2\n"));
  REQUIRE(read.lines.size() == 3);
  CHECK(read.lines[0] == "tipoff.toml:7: alert[1].digest_calls: says nothing without digest");
  CHECK(read.lines[1] == "tipoff.toml:8: alert[1].breaks_through: says nothing without quiet");
  CHECK(read.lines[2] == "tipoff.toml:9: alert[1].reminders: says nothing without remind_after");
}

TEST_CASE("Quiet hours end, and grouping beside a digest is doubtful", "[settings]") {
  const SettingsText endless(team("quiet = \"Mon-Sun\"\n"));
  REQUIRE(endless.lines.size() == 1);
  CHECK_THAT(endless.lines[0], Catch::Contains("alert[1].quiet: never ends"));
  const SettingsText weekend(team("quiet = \"Sat,Sun Europe/Berlin\"\n"));
  CHECK(weekend.lines.empty());
  const SettingsText both(team("digest = \"08:00\"\nfirst_wait = \"5m\"\n"));
  REQUIRE(both.lines.size() == 1);
  CHECK_THAT(both.lines[0], Catch::Contains("warning: alert[1].first_wait"));
}

TEST_CASE("A webhook is told each event by itself", "[settings]") {
  for (const auto* key : {"digest = \"08:00\"\n", "first_wait = \"5m\"\n", "batch_every = \"5m\"\n",
                          "digest_calls = 3\n", "most_per_hour = 3\n"}) {
    CAPTURE(key);
    const SettingsText read(hook(key));
    REQUIRE(read.lines.size() == 1);
    CHECK_THAT(read.lines[0], Catch::Contains("is for mail and chat: a webhook gets one message"));
  }
  CHECK(SettingsText(hook("quiet = \"22:00-07:00\"\nevents = [\"merger\"]\n")).lines.empty());
}

TEST_CASE("Wrong values of a policy name their line and what is right", "[settings]") {
  const SettingsText read(
      team("certainties = [\"anounced\"]\nmin_score = -1\nquiet = \"22-7\"\n"
           "remind_after = \"2 days\"\ndigest = \"Mon-Fri\"\nbatchevery = \"1h\"\n"));
  REQUIRE(read.lines.size() == 6);
  CHECK(read.lines[0] ==
        "tipoff.toml:7: alert[1].certainties: there is no certainty 'anounced' (did you mean "
        "'announced'?)");
  CHECK_THAT(read.lines[1], Catch::StartsWith("tipoff.toml:8: alert[1].min_score: "));
  CHECK_THAT(read.lines[2], Catch::StartsWith("tipoff.toml:9: alert[1].quiet: "));
  CHECK_THAT(read.lines[3], Catch::StartsWith("tipoff.toml:10: alert[1].remind_after: "));
  CHECK_THAT(read.lines[4], Catch::StartsWith("tipoff.toml:11: alert[1].digest: "));
  CHECK(read.lines[5] ==
        "tipoff.toml:12: alert[1].batchevery: unknown key (did you mean 'batch_every'?)");
}

}  // namespace tipoff
