// NoticeTable: who is to be told of what, was told, or is not told and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "alert/notice.h"
#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

/// A notice, and how far the message has come in which it stands.
struct NoticeOfStory {
  Notice notice;
  std::string message_state;  // owed, delivered, dead; empty: there is no message
  int attempts = 0;           // of the message
  bool alone = false;         // the message has no other notice in it: a later one may replace it

  bool operator==(const NoticeOfStory&) const = default;
};

class NoticeTable {
 public:
  explicit NoticeTable(Database& database);

  /// Its id is ignored: a new one comes back. Unique by channel, recipient and cause: nothing comes
  /// back for a second one, and the first stays as it is.
  std::optional<std::int64_t> add(const Notice& notice);

  /// By id: release_at, state, why, message and reason.
  void update(const Notice& notice);

  /// The held ones of a channel that are due, those that were made first before the others.
  [[nodiscard]] std::vector<Notice> due(const std::string& channel, Time now) const;
  /// All that is held for a channel, by release.
  [[nodiscard]] std::vector<Notice> held(const std::string& channel) const;
  /// The first release of what is held for a channel.
  [[nodiscard]] std::optional<Time> next_release(const std::string& channel) const;

  /// Of every channel and recipient, oldest first.
  [[nodiscard]] std::vector<NoticeOfStory> of_story(std::int64_t story) const;

  /// What a recipient was told of an account, or is to be told, since that moment; oldest first.
  [[nodiscard]] std::vector<Notice> of_account(const std::string& account,
                                               const std::string& channel,
                                               const std::string& recipient, Time since) const;

  /// What a recipient is not told of an account, oldest first.
  [[nodiscard]] std::vector<Notice> dropped_of_account(const std::string& account,
                                                       const std::string& channel,
                                                       const std::string& recipient) const;

  /// The first release of what is held for a recipient to be told together.
  [[nodiscard]] std::optional<Time> group_open(const std::string& channel,
                                               const std::string& recipient) const;

  /// All, oldest first.
  [[nodiscard]] std::vector<Notice> all() const;

 private:
  SQLite::Database& connection_;
  Prepared add_;
  Prepared update_;
  mutable Prepared due_;
  mutable Prepared next_release_;
  mutable Prepared of_story_;
  mutable Prepared of_account_;
  mutable Prepared group_open_;
};

}  // namespace tipoff
