// tipoff rule lint: exit codes.
#include "cli/rule_lint_command.h"

#include "catch.h"
#include "cli/rule_desk.h"

TEST_CASE("No warning exits with 0, any with 1, wrong rules with 3", "[rule_lint_command]") {
  tipoff::RuleDesk desk;
  CHECK(rule_lint_command(desk.desk, {desk.dirs()}) == 0);
  CHECK(desk.out.str() == "1 rules, 0 warnings\n");
  CHECK(rule_lint_command(desk.desk, {{desk.rules("idle", "")}}) == 1);
  CHECK_THAT(desk.out.str(), Catch::Contains("a.toml:2: warning: acquisition.en.buys.silent: "));
  CHECK(rule_lint_command(desk.desk, {{desk.rules("bad", "nonsense = 1\n")}}) == 3);
}
