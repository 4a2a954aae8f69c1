// Settings: what differs between two scorecards, as keys and values of tipoff.toml.
#pragma once

#include <string>
#include <vector>

#include "learn/replay.h"

namespace tipoff {

struct SettingChange {
  std::string key;   // dotted: "profile.importance.title", "triggers.merger.weight"
  std::string from;  // TOML; empty: not written so far
  std::string to;    // TOML

  bool operator==(const SettingChange&) const = default;
};

/// Targets, importances, weights, windows and retired rules ("rules.retired"). Written behind the
/// old ones, key by key, the `to` values turn `before` into `after`.
[[nodiscard]] std::vector<SettingChange> settings_between(const Scoring& before,
                                                          const Scoring& after);

}  // namespace tipoff
