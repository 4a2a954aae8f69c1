// tipoff rule test: exit codes, and what is printed.
#include "cli/rule_test_command.h"

#include <fstream>
#include <iterator>

#include "catch.h"
#include "cli/rule_desk.h"

using tipoff::RuleDesk;
using tipoff::RuleTestArguments;

namespace {

RuleTestArguments arguments_of(const RuleDesk& desk) {
  RuleTestArguments arguments;
  arguments.dirs = desk.dirs();
  return arguments;
}

std::string case_file(const RuleDesk& desk, std::string_view expect) {
  return desk.dir
      .write("cases.toml",
             "accounts = ['Ostrava Tools']\n[[case]]\nid = 'buys'\ntitle = 'Ostrava "
             "Tools to buy Lindqvist'\nexpect = " +
                 std::string(expect) + "\n")
      .string();
}

}  // namespace

TEST_CASE("Examples that hold exit with 0, those that fail with 1, wrong rules with 3",
          "[rule_test_command]") {
  RuleDesk good;
  CHECK(rule_test_command(good.desk, arguments_of(good)) == 0);
  CHECK(good.out.str() == "1 rules, 2 examples, 0 cases, 0 failed; 0 rules fired in none\n");
  RuleDesk bad("fires = ['Ostrava sleeps']\n");
  CHECK(rule_test_command(bad.desk, arguments_of(bad)) == 1);
  CHECK_THAT(bad.out.str(),
             Catch::Contains("a.toml:8: acquisition.en.buys: the rule does not fire"));
  CHECK_THAT(bad.out.str(), Catch::Contains("1 rules fired in none (--coverage lists them)"));
  RuleDesk wrong("nonsense = 1\n");
  CHECK(rule_test_command(wrong.desk, arguments_of(wrong)) == 3);
}

TEST_CASE("Cases are run beside the examples, with a diff where it is asked for",
          "[rule_test_command]") {
  RuleDesk desk;
  auto arguments = arguments_of(desk);
  arguments.files = {
      case_file(desk, "[{account='Ostrava Tools', event='acquisition', role='acquirer'}]")};
  CHECK(rule_test_command(desk.desk, arguments) == 0);
  CHECK_THAT(desk.out.str(), Catch::Contains("1 right, 0 missed, 0 unexpected (f1 1.000)"));
  arguments.files = {case_file(desk, "[]")};
  CHECK(rule_test_command(desk.desk, arguments) == 1);
  CHECK_THAT(desk.out.str(), !Catch::Contains("\n      + "));
  arguments.diff = true;
  CHECK(rule_test_command(desk.desk, arguments) == 1);
  CHECK_THAT(desk.out.str(), Catch::Contains("\n      + Ostrava Tools acquisition acquirer"));
}

TEST_CASE("A rule test can be narrowed, its coverage listed, its outcome written as JUnit",
          "[rule_test_command]") {
  RuleDesk desk("silent = ['x']\n");
  auto arguments = arguments_of(desk);
  arguments.coverage = true;
  arguments.junit = (desk.dir.path() / "out.xml").string();
  CHECK(rule_test_command(desk.desk, arguments) == 0);
  CHECK_THAT(desk.out.str(), Catch::Contains("a.toml:2: acquisition.en.buys\n"));
  std::ifstream in(arguments.junit);
  const std::string xml{std::istreambuf_iterator<char>(in), {}};
  CHECK_THAT(xml, Catch::Contains("<testsuites") && Catch::Contains("tests=\"1\""));
  arguments.junit = (desk.dir.path() / "no" / "out.xml").string();
  CHECK(rule_test_command(desk.desk, arguments) == 4);
  arguments.junit.clear();
  arguments.run = "(";
  CHECK(rule_test_command(desk.desk, arguments) == 2);
}

TEST_CASE("Where --run finds nothing, nothing has passed", "[rule_test_command]") {
  RuleDesk desk;
  auto arguments = arguments_of(desk);
  arguments.run = "aquisition";
  CHECK(rule_test_command(desk.desk, arguments) == 2);
  CHECK_THAT(desk.err.str(), Catch::Contains("'aquisition'"));
}

TEST_CASE("Wrong cases and accounts exit with 3", "[rule_test_command]") {
  RuleDesk desk;
  auto arguments = arguments_of(desk);
  arguments.files = {(desk.dir.path() / "none.toml").string()};
  CHECK(rule_test_command(desk.desk, arguments) == 3);
  CHECK_THAT(desk.err.str(), Catch::Contains("none.toml"));
  arguments.files.clear();
  arguments.accounts = (desk.dir.path() / "none.csv").string();
  CHECK(rule_test_command(desk.desk, arguments) == 3);
}

TEST_CASE("JSON lines take their accounts from --accounts", "[rule_test_command]") {
  RuleDesk desk;
  auto arguments = arguments_of(desk);
  arguments.accounts = desk.dir.write("a.csv", "id,name\nost,Ostrava Tools Inc\n").string();
  arguments.files = {
      desk.dir
          .write("c.jsonl",
                 "{\"id\":\"1\",\"title\":\"Ostrava Tools to buy Lindqvist\",\"expect\":"
                 "[{\"account\":\"ost\",\"event\":\"acquisition\"}]}\n")
          .string()};
  CHECK(rule_test_command(desk.desk, arguments) == 0);
  CHECK_THAT(desk.out.str(), Catch::Contains("2 examples, 1 cases, 0 failed"));
}
