// The words of `tipoff feed ..`, as a person types them.
#include "catch.h"
#include "cli/choice.h"

namespace tipoff {
namespace {

/// Whether the words make a command.
bool is_command(std::vector<std::string> words) {
  CLI::App app;
  Choice choice;
  add_feed_commands(app, choice);
  std::ranges::reverse(words);  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::ParseError&) {
    return false;
  }
  return static_cast<bool>(choice.run);
}

}  // namespace

TEST_CASE("Each feed command takes its words and no others", "[cli][feeds]") {
  CHECK(is_command({"feed", "list", "--failing", "--format", "json"}));
  CHECK(is_command({"feed", "add", "a.example", "--choose", "2", "--page"}));
  CHECK(is_command({"feed", "remove", "3"}));
  CHECK(is_command({"feed", "import", "x.opml", "--dry-run"}));
  CHECK(is_command({"feed", "import", "--preset", "de", "--opt-in"}));
  CHECK(is_command({"feed", "export"}));
  CHECK(is_command({"feed", "check", "a.opml", "https://b.example/", "--within", "1m"}));
  CHECK(is_command({"feed", "parse", "-"}));
  CHECK_FALSE(is_command({"feed"}));
  CHECK_FALSE(is_command({"feed", "add"}));
  CHECK_FALSE(is_command({"feed", "list", "--format", "xml"}));
}

TEST_CASE("The help of each feed command holds an example", "[cli][feeds]") {
  CLI::App app;
  Choice choice;
  add_feed_commands(app, choice);
  for (const CLI::App* command : app.get_subcommand("feed")->get_subcommands({})) {
    CAPTURE(command->get_name());
    CHECK_THAT(command->help(), Catch::Contains("Example: ") && Catch::Contains("tipoff feed "));
  }
}

}  // namespace tipoff
