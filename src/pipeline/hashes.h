// What a list version was made with, as hashes: so that a score can be told again, or told to be
// out of date.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "score/profile.h"

namespace tipoff {

/// Changes with anything in the profile that a score depends on.
[[nodiscard]] std::string profile_hash(const Profile& profile);

/// Changes with any byte of any *.toml below the directories.
[[nodiscard]] std::string rules_hash(std::span<const std::filesystem::path> dirs);

}  // namespace tipoff
