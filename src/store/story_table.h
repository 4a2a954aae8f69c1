// StoryTable: the events of the accounts, the reports that tell them, and the changes that publish still owes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "store/database.h"

namespace tipoff {

struct StoryFilter {
  std::optional<std::string> account;
  std::optional<std::string> event;
  std::optional<Time> since;  // happened_at
  std::optional<Standing> standing;
};

class StoryTable {
 public:
  explicit StoryTable(Database& database) : connection_(database.connection()) {}

  /// Newest first. Stories come back whole, with fingerprints and feeds.
  [[nodiscard]] std::vector<Story> of_account(const std::string& account) const;
  [[nodiscard]] std::vector<Story> list(const StoryFilter& filter) const;
  [[nodiscard]] std::optional<Story> find(std::int64_t id) const;

  [[nodiscard]] std::int64_t add(const Story& story);
  void update(const Story& story);

  /// Keeps the report beside its story: "which sentence, which rule, which article". A repeated (article, story) adds nothing.
  void add_report(std::int64_t story, const Report& report);
  [[nodiscard]] std::vector<Report> reports(std::int64_t story) const;

  /// Changes that publish owes, oldest first; several of one story stay several.
  void owe(const StoryChange& change);
  [[nodiscard]] std::vector<StoryChange> owed_changes() const;
  [[nodiscard]] bool has_owed_change(std::int64_t story) const;
  void changes_done();

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
