// Reads and writes judgements and the stories that they cover.
#include "store/judgement_table.h"

#include "store/story_columns.h"

namespace tipoff {
namespace {

// These numbers stand on people's disks: a new value is appended, none is moved.
static_assert(static_cast<int>(Verdict::confirmed) == 0 && static_cast<int>(Verdict::wrong) == 1);

constexpr const char* of_story =
    "SELECT judgement.id, judgement.story, account, rule, happened_at, verdict, reason, made_at,"
    "       made_by, undone_at, undone_by"
    "  FROM judged_story JOIN judgement ON judgement.id = judgement WHERE judged_story.story = ?";

Judgement judgement_from(SQLite::Statement& row) {
  Judgement judgement;
  judgement.id = row.getColumn(0).getInt64();
  judgement.story = row.getColumn(1).getInt64();
  judgement.account = row.getColumn(2).getString();
  judgement.rule = row.getColumn(3).getString();
  judgement.happened_at = time_of(row.getColumn(4));
  judgement.verdict = code_of<Verdict>(row.getColumn(5));
  judgement.reason = row.getColumn(6).getString();
  judgement.made_at = time_of(row.getColumn(7));
  judgement.made_by = row.getColumn(8).getString();
  judgement.undone_at = optional_time_of(row.getColumn(9));
  judgement.undone_by = row.getColumn(10).getString();
  return judgement;
}

}  // namespace

std::int64_t JudgementTable::add(const Judgement& judgement) {
  SQLite::Statement insert(
      connection_,
      "INSERT INTO judgement (story, account, rule, happened_at, verdict, reason, made_at, made_by,"
      "  undone_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')");
  insert.bind(1, judgement.story);
  insert.bind(2, judgement.account);
  insert.bind(3, judgement.rule);
  insert.bind(4, seconds_of(judgement.happened_at));
  bind_code(insert, 5, judgement.verdict);
  insert.bind(6, judgement.reason);
  insert.bind(7, seconds_of(judgement.made_at));
  insert.bind(8, judgement.made_by);
  insert.exec();
  return connection_.getLastInsertRowid();
}

void JudgementTable::cover(std::int64_t judgement, std::int64_t story) {
  SQLite::Statement insert(connection_,
                           "INSERT OR IGNORE INTO judged_story (story, judgement) VALUES (?, ?)");
  insert.bind(1, story);
  insert.bind(2, judgement);
  insert.exec();
}

void JudgementTable::take_back(std::int64_t judgement, Time at, const std::string& by) {
  SQLite::Statement update(connection_,
                           "UPDATE judgement SET undone_at = ?, undone_by = ? WHERE id = ?");
  update.bind(1, seconds_of(at));
  update.bind(2, by);
  update.bind(3, judgement);
  update.exec();
}

std::vector<Judgement> JudgementTable::of(std::int64_t story) const {
  SQLite::Statement query(connection_, std::string(of_story) + " ORDER BY judgement.id");
  query.bind(1, story);
  std::vector<Judgement> judgements;
  while (query.executeStep()) judgements.push_back(judgement_from(query));
  return judgements;
}

std::optional<Judgement> JudgementTable::standing_on(std::int64_t story) const {
  SQLite::Statement query(
      connection_,
      std::string(of_story) + " AND undone_at IS NULL ORDER BY judgement.id DESC LIMIT 1");
  query.bind(1, story);
  if (!query.executeStep()) return std::nullopt;
  return judgement_from(query);
}

std::vector<std::int64_t> JudgementTable::covered(std::int64_t judgement) const {
  SQLite::Statement query(connection_,
                          "SELECT story FROM judged_story WHERE judgement = ? ORDER BY story");
  query.bind(1, judgement);
  std::vector<std::int64_t> stories;
  while (query.executeStep()) stories.push_back(query.getColumn(0).getInt64());
  return stories;
}

bool JudgementTable::was_judged(std::int64_t story) const {
  SQLite::Statement query(connection_, "SELECT 1 FROM judged_story WHERE story = ?");
  query.bind(1, story);
  return query.executeStep();
}

std::optional<std::int64_t> JudgementTable::wrong_like(const Story& story) const {
  if (story.rule == seller_rule) return std::nullopt;
  SQLite::Statement query(connection_,
                          "SELECT id FROM judgement WHERE account = ? AND rule = ? AND verdict = ?"
                          "  AND undone_at IS NULL AND abs(happened_at - ?) <= ?"
                          "  ORDER BY id DESC LIMIT 1");
  query.bind(1, story.account);
  query.bind(2, story.rule);
  bind_code(query, 3, Verdict::wrong);
  query.bind(4, seconds_of(story.happened_at));
  query.bind(5, std::int64_t{std::chrono::seconds{likeness_span}.count()});
  if (!query.executeStep()) return std::nullopt;
  return query.getColumn(0).getInt64();
}

Standing JudgementTable::standing_of(std::int64_t story) const {
  if (const auto judgement = standing_on(story))
    return judgement->verdict == Verdict::wrong ? Standing::wrong : Standing::counted;
  SQLite::Statement query(connection_,
                          "SELECT count(*) > 0 AND min(ambiguous) = 1 FROM report WHERE story = ?");
  query.bind(1, story);
  query.executeStep();
  return query.getColumn(0).getInt() != 0 ? Standing::review : Standing::counted;
}

}  // namespace tipoff
