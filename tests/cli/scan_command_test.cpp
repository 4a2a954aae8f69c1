// tipoff scan: exit codes.
#include "cli/scan_command.h"

#include "catch.h"

TEST_CASE("A file that cannot be read exits with 4, wrong accounts with 3", "[scan_command]") {
  tipoff::ScanArguments arguments;
  arguments.files = {"/nowhere/at/all.jsonl"};
  CHECK(tipoff::scan_command(arguments) == 4);
  arguments.accounts = "/nowhere/at/all.csv";
  CHECK(tipoff::scan_command(arguments) == 3);
}
