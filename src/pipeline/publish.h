// Publish: what changed becomes scores, a list version, notices and messages owed, in one
// transaction; the files follow.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/assembly.h"
#include "pipeline/owing.h"
#include "pipeline/releasing.h"
#include "pipeline/standings.h"
#include "store/call_table.h"
#include "store/list_table.h"
#include "store/score_table.h"
#include "store/story_table.h"

namespace tipoff {

struct Published {
  int changes = 0;   // stories that changed
  int versions = 0;  // call lists that have a new version
  int owed = 0;      // messages added to the outbox
};

class Publisher {
 public:
  Publisher(const Assembly& assembly, Database& database);

  /// Scores everything anew at first, then what changed. A list version is made only `with_list`;
  /// else it stays owed, while alerts never wait.
  [[nodiscard]] Published publish(Time now, bool with_list) {
    return publish(now, with_list, false);
  }

  /// With the list, and what waits for others of its group goes too: nobody will be there to send
  /// it later.
  [[nodiscard]] Published publish_all(Time now) { return publish(now, true, true); }

  /// Whether publish(now, with_list) would find anything to do.
  [[nodiscard]] bool is_due(Time now, bool with_list) const;
  /// Whether anybody waits to be told.
  [[nodiscard]] bool holds_notices() const { return releasing_.next().has_value(); }
  [[nodiscard]] bool owes_list() const { return owes_list_; }

  /// When something changes by itself: the next window of a live event that ends, the next release
  /// of a notice, the next digest.
  [[nodiscard]] std::optional<Time> next_change() const;

  /// Writes the list files that differ from the current versions. A file that cannot be written is
  /// reported in the log, and tried again at the next call.
  void write_files() const;

  /// Where each account stands on the lists as last published, 0 the highest; the best place of
  /// several sellers' counts. By account id.
  [[nodiscard]] std::unordered_map<std::string, std::size_t> ranks() const;

  /// Qualified accounts on all sellers' lists, as last published.
  [[nodiscard]] std::size_t listed() const;

 private:
  [[nodiscard]] Published publish(Time now, bool with_list, bool flush);
  [[nodiscard]] std::vector<PublishedChange> take_changes();
  [[nodiscard]] std::vector<AccountIndex> touched(const std::vector<PublishedChange>& changes,
                                                  Time now) const;
  void score(const std::vector<AccountIndex>& accounts, Time now);
  bool publish_list(const Profile& profile, CallList& next, const CallList& current, Time now);

  const Assembly& assembly_;
  Database& database_;
  StoryTable stories_;
  ScoreTable scores_;
  CallTable calls_;
  ListTable lists_;
  OutboxTable outbox_;
  Owing owing_;
  Releasing releasing_;
  std::vector<Standings> standings_;         // one a seller, in the order of the profiles
  std::map<std::string, CallList> current_;  // by seller: the version in force
  bool scored_ = false;
  bool owes_list_ = true;
};

}  // namespace tipoff
