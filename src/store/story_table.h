// StoryTable: the events of the accounts, the reports that tell them, and the changes that publish
// still owes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cluster/story.h"
#include "store/database.h"
#include "store/feed_rows.h"

namespace tipoff {

struct StoryFilter {
  std::optional<std::string> account;
  std::optional<std::string> event;
  std::optional<Time> since;  // happened_at
  std::optional<Standing> standing;
};

class StoryTable {
 public:
  explicit StoryTable(Database& database);

  /// Newest first (happened_at, then id). Stories come back whole, with fingerprints and feeds.
  [[nodiscard]] std::vector<Story> of_account(const std::string& account) const;
  [[nodiscard]] std::vector<Story> list(const StoryFilter& filter) const;
  [[nodiscard]] std::optional<Story> find(std::int64_t id) const;

  [[nodiscard]] std::int64_t add(const Story& story);  // its id is ignored: a new one comes back
  void update(const Story& story);                     // by id
  void set_standing(std::int64_t story, Standing standing);

  /// Keeps the report beside its story: "which sentence, which rule, which article". A repeated
  /// (article, story) adds nothing; article 0 (told by a person) is never a repetition.
  void add_report(std::int64_t story, const Report& report);
  [[nodiscard]] std::vector<Report> reports(std::int64_t story) const;  // in the order they came

  /// Changes that publish owes, oldest first; several of one story stay several.
  void owe(const StoryChange& change);
  [[nodiscard]] std::vector<StoryChange> owed_changes() const;
  [[nodiscard]] bool owes_changes() const;
  /// Whether the story's present state is still to be published.
  [[nodiscard]] bool owes_state(std::int64_t story) const;
  void changes_done();

  /// Accounts that publish scores anew although none of their stories says so: one was taken away.
  void owe_score(const std::string& account);
  [[nodiscard]] std::vector<std::string> owed_scores() const;

 private:
  [[nodiscard]] std::vector<std::string> feeds_of(std::int64_t story) const;
  [[nodiscard]] Story story_from(SQLite::Statement& row) const;
  void save_feeds(std::int64_t story, const std::vector<std::string>& feeds);

  SQLite::Database& connection_;
  FeedRows rows_;
  mutable Prepared of_account_;
  mutable Prepared find_;
  mutable Prepared feeds_of_;
  Prepared add_;
  Prepared update_;
  Prepared add_report_;
  mutable Prepared has_owed_;
};

}  // namespace tipoff
