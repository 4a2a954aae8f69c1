// Scan: matching and detection on saved articles, without store or configuration: what `tipoff
// scan` does.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <vector>

#include "detect/detector.h"
#include "match/account.h"

namespace tipoff {

struct ScanOptions {
  std::vector<std::filesystem::path> files;       // JSON, an object a line
  std::optional<std::filesystem::path> rules;     // a directory; empty: the shipped rules
  std::optional<std::filesystem::path> accounts;  // a CSV; empty: every company counts
  bool mentions = false;
  bool stories = false;
  unsigned jobs = 1;
};

enum class ScanOutcome { done, wrong_input, unreadable };

/// Writes a line for each record, in order, to `out`. Complaints go to `err`, each with file and
/// line; a bad line is left out. `wrong_input`: rules, accounts or lines were wrong (after
/// everything readable has been written, unless it was the rules or accounts).
[[nodiscard]] ScanOutcome scan(const ScanOptions& options, std::ostream& out, std::ostream& err);

}  // namespace tipoff
