// CallList: whom to call, in order, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/account.h"
#include "score/account_score.h"

namespace tipoff {

enum class Movement { entered, up, down, same };

[[nodiscard]] std::string_view name_of(Movement movement);  // "new" for entered
[[nodiscard]] std::optional<Movement> movement_named(std::string_view name);

struct CallListEntry {
  int rank = 0;  // from 1; 0 for a disqualified account
  std::string id;
  std::string name;
  AccountScore score;   // parts, live events, or the disqualification
  std::string why_now;  // one sentence; empty without a live event
  Contact contact;      // the best one to call; may be empty
  std::string owner;
  std::vector<std::pair<std::string, std::string>> extra;
  Movement change = Movement::entered;

  bool operator==(const CallListEntry&) const = default;
};

struct CallList {
  Time generated_at{};
  int version = 0;  // 0: none yet
  std::string seller = "default";
  std::vector<CallListEntry> entries;       // by rank
  std::vector<CallListEntry> disqualified;  // by name
};

}  // namespace tipoff
