// FeedShelf: the lists of feeds that a configuration names, and how a command changes them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "config/settings.h"
#include "parse/opml_edit.h"

namespace tipoff {

struct ShelvedFeed {
  std::string url;
  std::string title;
  std::filesystem::path file;  // tipoff.toml, or an OPML file
};

/// Files are the truth: what is added stands at the end of the first OPML file, what is taken out
/// leaves the file that it stands in, and nothing else in them moves.
class FeedShelf {
 public:
  /// Reads the lists. The first OPML file need not exist yet: a warning.
  explicit FeedShelf(const Settings& settings);

  [[nodiscard]] const Complaints& complaints() const { return complaints_; }

  /// The order and numbers (from 1) of `tipoff feed list`, without news searches.
  [[nodiscard]] const std::vector<ShelvedFeed>& feeds() const { return feeds_; }

  /// The same address, or one that means the same.
  [[nodiscard]] const ShelvedFeed* find(const std::string& url) const;

  /// A URL, or a number. The error says what to do.
  [[nodiscard]] Result<ShelvedFeed> named(const std::string& named) const;

  /// Feeds of an OPML document that stand in no list yet and pass the filter: what would be added,
  /// or was. The error tells why nothing was.
  [[nodiscard]] Result<std::vector<OpmlFeed>> add(std::string_view opml,
                                                  const OpmlFilter& is_wanted, bool dry_run);

  /// The error tells why it stays.
  [[nodiscard]] Result<void> remove(const ShelvedFeed& feed);

  /// All of them as one OPML document, with folders and every attribute.
  [[nodiscard]] Result<std::string> as_opml() const;

  /// Where feeds are added; empty: the configuration names no OPML file.
  [[nodiscard]] std::filesystem::path target() const;

 private:
  const Settings& settings_;
  Complaints complaints_;
  std::vector<ShelvedFeed> feeds_;
  std::map<std::string, std::size_t> by_key_;
};

}  // namespace tipoff
