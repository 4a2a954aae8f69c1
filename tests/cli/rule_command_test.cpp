// tipoff rule list, and the rules that all rule commands read.
#include "cli/rule_command.h"

#include "catch.h"
#include "cli/rule_desk.h"

TEST_CASE("Rules are listed, and wrong ones exit with 3", "[rule_command]") {
  const tipoff::RuleDesk desk;
  CHECK(tipoff::rule_list_command({desk.dirs()}) == 0);
  CHECK(tipoff::rule_list_command({{desk.rules("bad", "nonsense = 1\n")}}) == 3);
}

TEST_CASE("Complaints about rules go to the stream that is given", "[rule_command]") {
  tipoff::RuleDesk desk;
  CHECK(tipoff::rules_of(desk.dirs(), desk.err)->rules.size() == 1);
  CHECK(desk.err.str().empty());
  CHECK_FALSE(tipoff::rules_of({desk.rules("bad", "nonsense = 1\n")}, desk.err));
  CHECK_THAT(desk.err.str(), Catch::Contains("nonsense"));
  CHECK(tipoff::rules_of({}, desk.err)->rules.size() > 50);
}
