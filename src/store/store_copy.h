// A copy of a store, made while others may write to it.
#pragma once

#include <filesystem>

namespace tipoff {

/// A consistent copy at a path where nothing is yet, without the agreements with hubs: two stores
/// must not speak to them in one name. Throws SQLite::Exception.
void copy_store(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tipoff
