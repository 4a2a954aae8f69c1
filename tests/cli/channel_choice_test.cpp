// Alerts by their names, and recipients on the screen.
#include "cli/channel_choice.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("An alert is found by its name, or the nearest is told", "[channel_choice]") {
  Settings settings;
  settings.file = "tipoff.toml";
  CHECK_THAT(channel_named(settings, "crm").error().message, Catch::Contains("no [[alert]] in"));
  settings.channels.emplace_back();
  settings.channels.back().name = "crm";
  CHECK(channel_named(settings, "crm").value() == &settings.channels.back());
  CHECK_THAT(channel_named(settings, "crn").error().message, Catch::Contains("did you mean 'crm'"));
}

TEST_CASE("Of a URL neither password nor query is shown", "[channel_choice]") {
  CHECK(shown_recipient("https://u:topsecret@crm.example/hook?token=topsecret") ==
        "https://crm.example/hook?..");
  CHECK(shown_recipient("https://crm.example/a@b") == "https://crm.example/a@b");
  CHECK(shown_recipient("https://crm.example") == "https://crm.example");
  CHECK(shown_recipient("anna@example.com") == "anna@example.com");
}

}  // namespace tipoff
