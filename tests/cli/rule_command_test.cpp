// tipoff rule list and test: exit codes.
#include "cli/rule_command.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.h"

namespace fs = std::filesystem;

TEST_CASE("Rules whose examples fail exit with 1, wrong rules with 3, good ones with 0",
          "[rule_command]") {
  const fs::path dir =
      fs::temp_directory_path() / ("tipoff-rule-command-" + std::to_string(::getpid()));
  fs::create_directories(dir);
  const auto code = [&](const std::string& text) {
    std::ofstream(dir / "a.toml") << text;
    return tipoff::rule_test_command({{dir.string()}});
  };
  const std::string rule = "[[rule]]\nid='a'\nevent='b'\npattern='merger'\n";
  CHECK(code(rule + "fires=['a merger']\n") == 0);
  CHECK(code(rule + "fires=['a sale']\n") == 1);
  CHECK(code("[[rule]]\nid='a'\n") == 3);
  CHECK(tipoff::rule_list_command({{dir.string()}}) == 3);
  std::ofstream(dir / "a.toml") << rule;
  CHECK(tipoff::rule_list_command({{dir.string()}}) == 0);
  fs::remove_all(dir);
}
