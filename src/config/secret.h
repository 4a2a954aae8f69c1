// Secrets: written in the configuration, in a file of their own, or in the environment.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "config/toml_table.h"

namespace tipoff {

/// The secrets that `key`, `key_file` (one a line; a relative path starts at `base`) or `key_env`
/// holds; only one of the three may be written. Where systemd hands a service credentials
/// ($CREDENTIALS_DIRECTORY), a relative path that is the name of one means that credential. A file
/// that cannot be read, and an environment variable that is not set, are complaints; warnings where
/// secrets are spared. Complaints never hold a secret.
[[nodiscard]] std::vector<std::string> read_secrets(TomlTable& table, std::string_view key,
                                                    const std::filesystem::path& base,
                                                    Secrets use = Secrets::needed);

/// As read_secrets(), for what can be only one, such as a password; empty where none is written.
[[nodiscard]] std::string read_secret(TomlTable& table, std::string_view key,
                                      const std::filesystem::path& base,
                                      Secrets use = Secrets::needed);

/// Of `key`, `key_file` and `key_env` the one that is written; `key` where none is.
[[nodiscard]] std::string written_key(const TomlTable& table, std::string_view key);

}  // namespace tipoff
