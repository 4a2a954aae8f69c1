// RecipientTable: what comes to each recipient in a rhythm, and when it came last.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"
#include "store/prepared.h"

namespace tipoff {

struct RecipientRhythm {
  std::optional<Time> digest;  // when the last one was due; at first: since when one is wanted
  std::optional<Time> group;   // when the last group was released

  bool operator==(const RecipientRhythm&) const = default;
};

class RecipientTable {
 public:
  explicit RecipientTable(Database& database);

  [[nodiscard]] RecipientRhythm find(const std::string& channel,
                                     const std::string& recipient) const;
  void save(const std::string& channel, const std::string& recipient,
            const RecipientRhythm& rhythm);

 private:
  mutable Prepared find_;
  Prepared save_;
};

}  // namespace tipoff
