// Reads and writes the scores.
#include "store/score_table.h"

#include <algorithm>

namespace tipoff {

ScoreTable::ScoreTable(Database& database)
    : connection_(database.connection()),
      save_(connection_,
            "INSERT OR REPLACE INTO score (seller, account, score, qualified, next_change)"
            "  VALUES (?, ?, ?, ?, ?)") {}

void ScoreTable::save(const std::string& seller, const StoredScore& score) {
  auto upsert = save_.run();
  upsert->bindNoCopy(1, seller);
  upsert->bindNoCopy(2, score.account);
  upsert->bind(3, score.score);
  upsert->bind(4, score.qualified ? 1 : 0);
  bind_optional(*upsert, 5, score.next_change);
  upsert->exec();
}

void ScoreTable::keep_only(const std::string& seller, const std::vector<std::string>& accounts) {
  auto kept = accounts;
  std::ranges::sort(kept);
  Prepared drop(connection_, "DELETE FROM score WHERE seller = ? AND account = ?");
  for (const auto& stored : all(seller)) {
    if (std::ranges::binary_search(kept, stored.account)) continue;
    auto statement = drop.run();
    statement->bindNoCopy(1, seller);
    statement->bindNoCopy(2, stored.account);
    statement->exec();
  }
}

std::vector<StoredScore> ScoreTable::all(const std::string& seller) const {
  SQLite::Statement query(connection_,
                          "SELECT account, score, qualified, next_change FROM score"
                          "  WHERE seller = ? ORDER BY account");
  query.bind(1, seller);
  std::vector<StoredScore> scores;
  while (query.executeStep()) {
    StoredScore score;
    score.account = query.getColumn(0).getString();
    score.score = query.getColumn(1).getInt();
    score.qualified = query.getColumn(2).getInt() != 0;
    score.next_change = optional_time_of(query.getColumn(3));
    scores.push_back(std::move(score));
  }
  return scores;
}

std::optional<Time> ScoreTable::next_change() const {
  return optional_time_of(
      connection_.execAndGet("SELECT min(next_change) FROM score WHERE next_change IS NOT NULL"));
}

}  // namespace tipoff
