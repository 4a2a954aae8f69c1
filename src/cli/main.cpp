// tipoff: answers with the latest ranked list, and helps to keep accounts, rules and feeds in
// order.
#include "cli/command_line.h"

int main(int argc, char* argv[]) {
  return tipoff::run_command_line(argc, argv);
}
