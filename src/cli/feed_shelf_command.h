// `tipoff feed remove`, `import` and `export`.
#pragma once

#include <string>

#include "cli/desk.h"

namespace tipoff {

struct FeedRemoveArguments {
  std::string feed = {};  // its address, or its number in `tipoff feed list`
};

struct FeedImportArguments {
  std::string file = {};    // an OPML file; empty: the shipped lists
  std::string preset = {};  // a country, "de": only the feeds that belong to it
  bool opt_in = false;      // also those whose terms ask for a decision
  bool dry_run = false;
};

struct FeedExportArguments {
  std::string file = {};  // empty or "-": standard output
};

[[nodiscard]] int feed_remove_command(const Desk& desk, const FeedRemoveArguments& arguments);

/// Adds the feeds of a list that no list has yet, with folders and all their attributes.
[[nodiscard]] int feed_import_command(const Desk& desk, const FeedImportArguments& arguments);

[[nodiscard]] int feed_export_command(const Desk& desk, const FeedExportArguments& arguments);

}  // namespace tipoff
