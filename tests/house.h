// The house rules, as functions over a source tree: so that the tree can be the project's, or one
// with a planted fault.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tipoff::house {

/// What each function found wrong, a sentence a violation; empty: the house is in order.
using Violations = std::vector<std::string>;

/// Includes point down the order of the folders, never up; daemon/ stands beside cli.
[[nodiscard]] Violations upward_includes(const std::filesystem::path& root);

/// Each third-party library is named in its own folder alone.
[[nodiscard]] Violations strayed_libraries(const std::filesystem::path& root);

/// No source file of src/, daemon/ or tests/ has more than 400 lines.
[[nodiscard]] Violations long_files(const std::filesystem::path& root);

/// Every .cpp of src/ and daemon/ but main.cpp has its test below tests/.
[[nodiscard]] Violations untested_sources(const std::filesystem::path& root);

/// No test's name holds a bracket or semicolon, or begins with a dash: the list that CMake makes of
/// the names would lose tests.
[[nodiscard]] Violations unlistable_tests(const std::filesystem::path& root);

}  // namespace tipoff::house
