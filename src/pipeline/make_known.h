// Makes facts that a command has recorded known: the daemon publishes them, or without one the
// command itself.
#pragma once

#include <filesystem>

#include "clock.h"
#include "config/complaint.h"
#include "store/database.h"

namespace tipoff {

struct MadeKnown {
  enum class How {
    woken,      // the daemon publishes at once
    published,  // no daemon: done, under the instance lock
    waits       // another process has the store and does not listen, or files are wrong: the next
                // publish has it
  };
  How how = How::waits;
  Complaints complaints;  // why it could not be published here
};

/// `database`: open for writing, no transaction under way. Waits two seconds at most for another
/// command that publishes. Throws SQLite::Exception.
[[nodiscard]] MadeKnown make_known(const std::filesystem::path& config_file,
                                   const std::filesystem::path& store, Database& database,
                                   Time now);

}  // namespace tipoff
