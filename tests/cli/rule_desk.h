// RuleDesk: a folder with one rule, and a desk to run rule commands at.
#pragma once

#include <sstream>
#include <string>

#include "cli/desk.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

struct RuleDesk {
  ScratchDirectory dir;
  std::ostringstream out;
  std::ostringstream err;
  Desk desk{"", out, err, 100, {}};

  explicit RuleDesk(
      std::string_view more = "fires = ['Ostrava to buy Lindqvist']\nsilent = ['x']\n") {
    rules("rules", more);
  }

  /// Writes a rule directory; returns its path.
  std::string rules(const std::string& name, std::string_view more) const {
    dir.write(name + "/a.toml",
              "language = 'en'\n[[rule]]\nid = 'acquisition.en.buys'\nevent = 'acquisition'\n"
              "pattern = '\\bto buy\\b'\nbefore = 'acquirer'\nafter = 'target'\n" +
                  std::string(more));
    return (dir.path() / name).string();
  }

  [[nodiscard]] std::vector<std::string> dirs() const { return {(dir.path() / "rules").string()}; }
};

}  // namespace tipoff
