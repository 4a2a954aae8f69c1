// Secrets: written in the configuration, in a file of their own, or in the environment.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/toml_table.h"

namespace tipoff {

/// The secrets that `key`, `key_file` (one a line; a relative path starts at `base`) or `key_env`
/// holds; only one of the three may be written. A file that cannot be read, and an environment
/// variable that is not set, are complaints. Complaints never hold a secret.
[[nodiscard]] std::vector<std::string> read_secrets(TomlTable& table, std::string_view key,
                                                    const std::filesystem::path& base);

/// As read_secrets(), for what can be only one, such as a password; empty where none is written.
[[nodiscard]] std::string read_secret(TomlTable& table, std::string_view key,
                                      const std::filesystem::path& base);

}  // namespace tipoff
