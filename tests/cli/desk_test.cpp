#include "cli/desk.h"

#include <sstream>

#include "catch.h"
#include "fakes/scratch_directory.h"

using namespace std::chrono_literals;

namespace tipoff {

TEST_CASE("A moment is a date, a time, or how long ago", "[desk]") {
  const Time now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 9} + 8h;

  CHECK(moment_named("7d", now) == now - 24h * 7);
  CHECK(moment_named("12h", now) == now - 12h);
  CHECK(moment_named("2026-03-02", now) ==
        Time{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}});
  CHECK(moment_named("2026-03-02T08:00:00Z", now) ==
        std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 8h);
  CHECK_FALSE(moment_named("soon", now));
}

TEST_CASE("Settings with errors are printed, and stop the command", "[desk]") {
  std::ostringstream out;
  std::ostringstream err;
  const Desk desk{.config = "/no/such/tipoff.toml", .out = out, .err = err, .width = 80, .now = {}};

  CHECK_FALSE(settings_for(desk));
  CHECK_THAT(err.str(), Catch::Contains("/no/such/tipoff.toml"));
}

TEST_CASE("A command that sends nothing needs no secret", "[desk]") {
  const ScratchDirectory folder;
  const auto config =
      folder.write("tipoff.toml",
                   "[[alert]]\nname = \"crm\"\ntype = \"webhook\"\nurl = \"https://crm.example/\"\n"
                   "secret_file = \"not-there\"\n");
  std::ostringstream out;
  std::ostringstream err;
  const Desk desk{.config = config.string(), .out = out, .err = err, .width = 80, .now = {}};
  const auto settings = settings_for(desk);
  REQUIRE(settings);
  CHECK(settings->channels.size() == 1);
  CHECK(err.str().empty());
  CHECK_FALSE(settings_for(desk, Secrets::needed));
  CHECK_THAT(err.str(), Catch::Contains("alert[1].secret_file") && Catch::Contains("not-there"));
}

}  // namespace tipoff
