// Complaint: one thing that is wrong, or doubtful, in a file that a person wrote.
#pragma once

#include <string>
#include <vector>

namespace tipoff {

struct Complaint {
  std::string file;
  int line = 0;          // from 1; 0: the whole file
  std::string key;       // "alert[1].url"; for a CSV the column; may be empty
  std::string message;   // what is wrong, and what to do
  bool warning = false;  // does not stop anything

  bool operator==(const Complaint&) const = default;
};

using Complaints = std::vector<Complaint>;

/// "tipoff.toml:12: alert[1].url: ..." as a terminal shows it.
[[nodiscard]] std::string to_text(const Complaint& complaint);
[[nodiscard]] bool any_error(const Complaints& complaints);

}  // namespace tipoff
