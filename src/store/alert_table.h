// AlertTable: notices and messages side by side, as people list them, and what people do to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clock.h"
#include "store/database.h"

namespace tipoff {

/// A notice that stands in no message ("n12"), or a message ("45").
struct AlertRow {
  std::string id;
  std::string state;  // held, dropped: of a notice. owed, delivered, dead: of a message
  std::string channel;
  std::string recipient;
  std::string account;  // id; empty: the message tells of several accounts, or of none
  std::string event;    // type and certainty, as account
  std::string certainty;
  std::string subject;  // of a message
  std::string cause;
  std::string reason;  // "new", as it stands in the message
  std::string why;     // of holding or dropping
  int news = 0;        // how many notices stand in it
  Time made_at{};
  std::optional<Time> next;  // release or next try; nothing where nothing more happens
  int attempts = 0;
  std::string answer;  // the last

  bool operator==(const AlertRow&) const = default;
};

struct AlertFilter {
  std::string state;    // empty: all
  std::string channel;  // empty: all
  std::optional<Time> since;
  std::size_t most = 1000;
};

class AlertTable {
 public:
  explicit AlertTable(Database& database) : connection_(database.connection()) {}

  [[nodiscard]] std::vector<AlertRow> list(const AlertFilter& filter) const;  // newest first
  [[nodiscard]] std::optional<AlertRow> find(const std::string& id) const;

  /// At most 1,000 dead messages, oldest first, of one channel or (empty) of all, that receivers
  /// did not take: not those that were dropped, overtaken by a later state, or withheld because
  /// their event no longer counts.
  [[nodiscard]] std::vector<AlertRow> untaken(const std::string& channel) const;

  /// Owes a dead message again, or an owed one at once, with all its attempts before it. False:
  /// it is neither of the two.
  bool retry(const std::string& id, Time now);

  /// A held notice is dropped, an owed message dead, for that reason. False: it is neither of the
  /// two.
  bool drop(const std::string& id, const std::string& reason);

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
