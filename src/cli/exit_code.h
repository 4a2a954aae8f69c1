// Exit codes: what scripts rely on.
#pragma once

namespace tipoff {

inline constexpr int exit_done = 0;
inline constexpr int exit_no = 1;           // the answer is no
inline constexpr int exit_usage = 2;        // wrong use of the command line
inline constexpr int exit_wrong_input = 3;  // configuration, rules, feeds or accounts are wrong
inline constexpr int exit_ground_failed =
    4;  // the store or the network failed, or another tipoffd has the store

}  // namespace tipoff
