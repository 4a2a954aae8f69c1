// The command line: every command, its options, its help with an example.
#pragma once

namespace tipoff {

/// Parses the arguments, runs the command, and comes back with its exit code.
[[nodiscard]] int run_command_line(int argc, const char* const* argv);

}  // namespace tipoff
