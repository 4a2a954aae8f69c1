// DryRun: a run on a copy of the store, that shows what it would send.
#pragma once

#include <filesystem>

#include "alert/news.h"
#include "config/settings.h"

namespace tipoff {

/// The copy is made in the folder for temporary files, and gone with this. The store itself, its
/// outbox, the list files and the agreements with hubs stay as they are, so that a later real run
/// sends what it would have sent anyway, and another tipoffd may be at work on it meanwhile.
class DryRun {
 public:
  /// Throws SQLite::Exception or std::filesystem::filesystem_error where no copy can be made. A
  /// store that is not there yet is an empty one.
  explicit DryRun(const std::filesystem::path& store);
  DryRun(const DryRun&) = delete;
  DryRun& operator=(const DryRun&) = delete;
  ~DryRun();

  [[nodiscard]] std::filesystem::path store() const { return folder_ / "tipoff.db"; }

  /// Takes out what would write outside the copy, or speak to hubs.
  static void restrain(Settings& settings);

  /// Writes the message to standard output: to whom, its subject, and the body where it is JSON.
  static void show(const OutboundMessage& message);

 private:
  std::filesystem::path folder_;
};

}  // namespace tipoff
