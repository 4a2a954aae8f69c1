// PushTable: the documents that hubs have sent and the daemon has not yet taken in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clock.h"
#include "store/database.h"

namespace tipoff {

struct StoredPush {
  std::int64_t id = 0;
  std::string feed;  // its URL as written
  std::string topic;
  std::string content_type;
  std::string body;  // as it came
  Time received_at{};

  bool operator==(const StoredPush&) const = default;
};

struct PushBounds {
  std::size_t documents = 1000;
  std::size_t bytes = 64U << 20;  // of their bodies
};

class PushTable {
 public:
  explicit PushTable(Database& database) : connection_(database.connection()) {}

  /// False, and nothing is stored, where that would be more than the bounds allow.
  [[nodiscard]] bool add(const StoredPush& push, const PushBounds& bounds = {});

  /// In the order of their arrival: `documents` of them at the most, and no more than `bytes`, but
  /// one at least.
  [[nodiscard]] std::vector<StoredPush> oldest(const PushBounds& most) const;
  void remove(std::int64_t id);
  [[nodiscard]] std::size_t count() const;

 private:
  SQLite::Database& connection_;
};

}  // namespace tipoff
