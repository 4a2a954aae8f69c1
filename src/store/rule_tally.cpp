// One query over the reports.
#include "store/rule_tally.h"

#include "store/judgement_table.h"
#include "store/story_columns.h"

namespace tipoff {

std::vector<RuleTally> rule_tallies(Database& database) {
  SQLite::Statement query(
      database.connection(),
      "WITH told AS (SELECT rule, story, count(*) AS reports FROM report GROUP BY rule, story)"
      " SELECT told.rule, sum(told.reports), count(*), sum(standing = :review),"
      "        sum(standing = :counted AND EXISTS ("
      "          SELECT 1 FROM judged_story JOIN judgement ON judgement.id = judgement"
      "            WHERE judged_story.story = told.story AND verdict = :confirmed AND undone_at IS "
      "NULL)),"
      "        sum(standing = :wrong)"
      "   FROM told JOIN story ON story.id = told.story GROUP BY told.rule ORDER BY told.rule");
  query.bind(":review", static_cast<int>(Standing::review));
  query.bind(":counted", static_cast<int>(Standing::counted));
  query.bind(":confirmed", static_cast<int>(Verdict::confirmed));
  query.bind(":wrong", static_cast<int>(Standing::wrong));
  std::vector<RuleTally> tallies;
  while (query.executeStep()) {
    tallies.push_back({.rule = query.getColumn(0).getString(),
                       .reports = query.getColumn(1).getInt64(),
                       .stories = query.getColumn(2).getInt64(),
                       .waiting = query.getColumn(3).getInt64(),
                       .confirmed = query.getColumn(4).getInt64(),
                       .wrong = query.getColumn(5).getInt64()});
  }
  return tallies;
}

}  // namespace tipoff
