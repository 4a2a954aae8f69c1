// Files that are replaced whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

#include "result.h"

namespace tipoff {

/// Writes beside the target, syncs, renames. Nothing is written where the file holds these bytes
/// already: then false comes back.
[[nodiscard]] Result<bool> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tipoff
