// Settings out of a text, and what was complained of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "fakes/scratch_directory.h"

namespace tipoff {

/// "tipoff.toml:3: list.top: ..." for each complaint, without the folder.
inline std::vector<std::string> told(const Complaints& complaints,
                                     const std::filesystem::path& folder) {
  std::vector<std::string> lines;
  const std::string prefix = folder.string() + "/";
  for (const Complaint& complaint : complaints) {
    std::string line = to_text(complaint);
    for (auto at = line.find(prefix); at != std::string::npos; at = line.find(prefix))
      line.erase(at, prefix.size());
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Reads the text as tipoff.toml in a folder of its own.
struct SettingsText {
  ScratchDirectory folder;
  SettingsReading reading;
  Settings& settings = reading.settings;
  std::vector<std::string> lines;

  explicit SettingsText(std::string_view text) {
    reading = read_settings(folder.write("tipoff.toml", text));
    lines = told(reading.complaints, folder.path());
  }
};

}  // namespace tipoff
