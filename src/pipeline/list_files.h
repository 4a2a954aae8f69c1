// Call lists on their way to and from the store, and to the files that people and programs read.
#pragma once

#include <filesystem>
#include <string>

#include "rank/call_list.h"
#include "result.h"
#include "store/list_table.h"

namespace tipoff {

/// The list's entries and its dropped accounts as the store keeps them.
[[nodiscard]] StoredList stored_list(const CallList& list, const std::string& profile_hash,
                                     const std::string& rules_hash);

/// A stored list that cannot be read is a store that cannot be used: an exception.
[[nodiscard]] CallList read_stored_list(const StoredList& stored);

/// `{seller}` in the path stands for the list's seller. Format by extension. Rewritten only when
/// its bytes differ. False comes back, and the log tells why, when the file could not be written.
bool write_list_file(const std::filesystem::path& path, const CallList& list);

}  // namespace tipoff
