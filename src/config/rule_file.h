// Rule files: rules/*.toml to a RuleBook.
#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "config/complaint.h"
#include "detect/detector.h"
#include "detect/rule.h"

namespace tipoff {

struct RuleReading {
  RuleBook book;
  std::optional<Detector> detector;  // the book compiled; empty where a complaint is an error
  Complaints complaints;
};

/// Every *.toml of the directories, in order of name. A pattern that is no RE2 is a complaint with
/// its file, line and key.
[[nodiscard]] RuleReading read_rules(std::span<const std::filesystem::path> dirs);

/// rules/ of the build's source tree, else <prefix>/share/tipoff/rules beside the running program.
[[nodiscard]] std::filesystem::path shipped_rules();

}  // namespace tipoff
