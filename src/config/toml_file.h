// TOML files: read whole, or with the place where they break.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "config/complaint.h"

namespace tipoff {

/// Empty, with a complaint, where the file cannot be read or is no TOML. Each node knows its file
/// and line.
[[nodiscard]] std::optional<toml::table> read_toml(const std::filesystem::path& file,
                                                   Complaints& complaints);
[[nodiscard]] std::optional<toml::table> parse_toml(std::string_view text, const std::string& file,
                                                    Complaints& complaints);

/// Adds one file to another, key by key: tables merge, arrays of tables append, anything else takes
/// the place of what was there.
void merge_toml(toml::table& base, toml::table&& more);

}  // namespace tipoff
