// The words of `tipoff alert ..`, `tipoff mute ..` and `tipoff call ..`, as a person types them.
#include "catch.h"
#include "cli/choice.h"

namespace tipoff {
namespace {

struct Line {
  CLI::App app;
  Choice choice;
  Line() {
    add_alert_commands(app, choice);
    add_mute_commands(app, choice);
    add_call_commands(app, choice);
  }
};

/// Whether the words make a command.
bool is_command(std::vector<std::string> words) {
  Line line;
  std::ranges::reverse(words);  // as CLI11 wants them
  try {
    line.app.parse(words);
  } catch (const CLI::ParseError&) {
    return false;
  }
  return static_cast<bool>(line.choice.run);
}

}  // namespace

TEST_CASE("Each alert command takes its words and no others", "[cli][alert_line]") {
  CHECK(is_command({"alert", "list", "--state", "dead", "--channel", "crm", "--format", "jsonl"}));
  CHECK(is_command({"alert", "retry", "45"}));
  CHECK(is_command({"alert", "retry", "--dead", "--channel", "crm"}));
  CHECK(is_command({"alert", "drop", "n12"}));
  CHECK(is_command({"alert", "test", "crm"}));
  CHECK(is_command({"alert", "preview"}));
  CHECK(is_command({"alert", "preview", "team", "--account", "a", "--raw"}));
  CHECK(is_command({"alert", "route", "--event", "merger", "--account", "a", "--at", "today"}));
  CHECK_FALSE(is_command({"alert"}));
  CHECK_FALSE(is_command({"alert", "list", "--state", "lost"}));
  CHECK_FALSE(is_command({"alert", "retry", "45", "--dead"}));
  CHECK_FALSE(is_command({"alert", "retry", "45", "--channel", "crm"}));
  CHECK_FALSE(is_command({"alert", "route", "--event", "merger"}));
}

TEST_CASE("A mute is made without a further word, listed and lifted with one",
          "[cli][alert_line]") {
  CHECK(is_command({"mute", "siemens", "--for", "14d"}));
  CHECK(is_command({"mute", "--event", "earnings", "--for", "14d", "--seller", "anna"}));
  CHECK(is_command({"mute", "list", "--format", "jsonl"}));
  CHECK(is_command({"mute", "lift", "3"}));
  CHECK_FALSE(is_command({"mute", "lift", "x"}));
  CHECK_FALSE(is_command({"mute", "lift"}));
}

TEST_CASE("Calls are logged and listed", "[cli][alert_line]") {
  CHECK(is_command({"call", "log", "siemens", "--outcome", "won", "--note", "n", "--at", "2h"}));
  CHECK(is_command({"call", "list", "--due", "today", "--account", "a"}));
  CHECK_FALSE(is_command({"call", "log", "siemens"}));
  CHECK_FALSE(is_command({"call"}));
}

TEST_CASE("The help of each alert command holds an example", "[cli][alert_line]") {
  Line line;
  for (const auto* name : {"alert", "mute", "call"})
    for (const CLI::App* command : line.app.get_subcommand(name)->get_subcommands({})) {
      CAPTURE(command->get_name());
      CHECK_THAT(command->help(), Catch::Contains("Example: tipoff "));
    }
}

}  // namespace tipoff
