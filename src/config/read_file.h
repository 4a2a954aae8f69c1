// A whole file as a string.
#pragma once

#include <filesystem>
#include <string>

#include "result.h"

namespace tipoff {

/// The bytes of a file that a person wrote. The error is the reason alone ("does not exist", "is a
/// directory", "Permission denied", "is larger than 268435456 bytes"), to be told after the file's
/// name.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file,
                                            std::size_t largest = 256U << 20);

}  // namespace tipoff
