// Reads and writes stories, their reports and their owed changes.
#include "store/story_table.h"

#include "store/story_columns.h"

namespace tipoff {
namespace {

constexpr const char* all_columns =
    "SELECT id, account, event, role, certainty, standing, happened_at, seen_at, told_at, "
    "shown_at, confidence, rule,"
    "       evidence, title, url, sources, fingerprints FROM story ";
constexpr const char* newest_first = " ORDER BY happened_at DESC, id DESC";

/// Places 1 to 16.
void bind_story(SQLite::Statement& statement, const Story& story) {
  statement.bindNoCopy(1, story.account);
  statement.bindNoCopy(2, story.event);
  bind_code(statement, 3, story.role);
  bind_code(statement, 4, story.certainty);
  bind_code(statement, 5, story.standing);
  statement.bind(6, seconds_of(story.happened_at));
  statement.bind(7, seconds_of(story.seen_at));
  statement.bind(8, seconds_of(story.told_at));
  statement.bind(9, seconds_of(story.shown_at));
  statement.bind(10, story.confidence);
  statement.bindNoCopy(11, story.rule);
  statement.bindNoCopy(12, story.evidence);
  statement.bindNoCopy(13, story.title);
  statement.bindNoCopy(14, story.url);
  statement.bind(15, story.sources);
  const auto bytes = bytes_of(story.fingerprints);
  statement.bind(16, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

}  // namespace

StoryTable::StoryTable(Database& database)
    : connection_(database.connection()),
      rows_(connection_),
      of_account_(connection_, std::string(all_columns) + "WHERE account = ?" + newest_first),
      find_(connection_, std::string(all_columns) + "WHERE id = ?"),
      feeds_of_(
          connection_,
          "SELECT url FROM story_feed JOIN feed ON feed.id = feed WHERE story = ? ORDER BY place"),
      add_(connection_,
           "INSERT INTO story (account, event, role, certainty, standing, happened_at, seen_at, "
           "told_at, shown_at,"
           "  confidence, rule, evidence, title, url, sources, fingerprints)"
           "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(connection_,
              "UPDATE story SET account = ?, event = ?, role = ?, certainty = ?, standing = ?, "
              "happened_at = ?,"
              "  seen_at = ?, told_at = ?, shown_at = ?, confidence = ?, rule = ?, evidence = ?, "
              "title = ?, url = ?,"
              "  sources = ?, fingerprints = ? WHERE id = ?"),
      add_report_(connection_,
                  "INSERT OR IGNORE INTO report (story, article, feed, event, role, certainty, "
                  "confidence, rule,"
                  "  evidence, title, url, published, seen_at, fingerprint, ambiguous, alertable)"
                  "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      has_owed_(
          connection_,
          "SELECT 1 FROM story_change AS change JOIN story ON story.id = change.story"
          "  WHERE change.story = ? AND (previous IS NULL OR previous <> certainty) LIMIT 1") {}

std::vector<std::string> StoryTable::feeds_of(std::int64_t story) const {
  auto query = feeds_of_.run();
  query->bind(1, story);
  std::vector<std::string> feeds;
  while (query->executeStep()) feeds.push_back(query->getColumn(0).getString());
  return feeds;
}

Story StoryTable::story_from(SQLite::Statement& row) const {
  Story story;
  story.id = row.getColumn(0).getInt64();
  story.account = row.getColumn(1).getString();
  story.event = row.getColumn(2).getString();
  story.role = optional_code_of<Role>(row.getColumn(3));
  story.certainty = code_of<Certainty>(row.getColumn(4));
  story.standing = code_of<Standing>(row.getColumn(5));
  story.happened_at = time_of(row.getColumn(6));
  story.seen_at = time_of(row.getColumn(7));
  story.told_at = time_of(row.getColumn(8));
  story.shown_at = time_of(row.getColumn(9));
  story.confidence = row.getColumn(10).getDouble();
  story.rule = row.getColumn(11).getString();
  story.evidence = row.getColumn(12).getString();
  story.title = row.getColumn(13).getString();
  story.url = row.getColumn(14).getString();
  story.sources = row.getColumn(15).getInt();
  story.fingerprints = fingerprints_of(row.getColumn(16));
  story.feeds = feeds_of(story.id);
  return story;
}

std::vector<Story> StoryTable::of_account(const std::string& account) const {
  auto query = of_account_.run();
  query->bindNoCopy(1, account);
  std::vector<Story> stories;
  while (query->executeStep()) stories.push_back(story_from(*query));
  return stories;
}

std::vector<Story> StoryTable::list(const StoryFilter& filter) const {
  std::string sql = std::string(all_columns) + "WHERE TRUE";
  if (filter.account) sql += " AND account = :account";
  if (filter.event) sql += " AND event = :event";
  if (filter.since) sql += " AND happened_at >= :since";
  if (filter.standing) sql += " AND standing = :standing";
  SQLite::Statement query(connection_, sql + newest_first);
  if (filter.account) query.bind(":account", *filter.account);
  if (filter.event) query.bind(":event", *filter.event);
  if (filter.since) query.bind(":since", seconds_of(*filter.since));
  if (filter.standing) query.bind(":standing", static_cast<int>(*filter.standing));
  std::vector<Story> stories;
  while (query.executeStep()) stories.push_back(story_from(query));
  return stories;
}

std::optional<Story> StoryTable::find(std::int64_t id) const {
  auto query = find_.run();
  query->bind(1, id);
  if (!query->executeStep()) return std::nullopt;
  return story_from(*query);
}

std::int64_t StoryTable::add(const Story& story) {
  auto insert = add_.run();
  bind_story(*insert, story);
  insert->exec();
  const auto id = connection_.getLastInsertRowid();
  save_feeds(id, story.feeds);
  return id;
}

void StoryTable::update(const Story& story) {
  auto statement = update_.run();
  bind_story(*statement, story);
  statement->bind(17, story.id);
  statement->exec();
  save_feeds(story.id, story.feeds);
}

void StoryTable::set_standing(std::int64_t story, Standing standing) {
  SQLite::Statement update(connection_, "UPDATE story SET standing = ? WHERE id = ?");
  bind_code(update, 1, standing);
  update.bind(2, story);
  update.exec();
}

/// Writes what differs: most updates add one feed to many.
void StoryTable::save_feeds(std::int64_t story, const std::vector<std::string>& feeds) {
  const auto stored = feeds_of(story);
  for (std::size_t place = 0; place < feeds.size(); ++place) {
    if (place < stored.size() && stored[place] == feeds[place]) continue;
    SQLite::Statement insert(
        connection_, "INSERT OR REPLACE INTO story_feed (story, place, feed) VALUES (?, ?, ?)");
    insert.bind(1, story);
    insert.bind(2, static_cast<std::int64_t>(place));
    insert.bind(3, rows_.find_or_add(feeds[place]));
    insert.exec();
  }
  if (stored.size() <= feeds.size()) return;
  SQLite::Statement drop(connection_, "DELETE FROM story_feed WHERE story = ? AND place >= ?");
  drop.bind(1, story);
  drop.bind(2, static_cast<std::int64_t>(feeds.size()));
  drop.exec();
}

void StoryTable::add_report(std::int64_t story, const Report& report) {
  const auto feed = rows_.find_or_add(report.feed);
  auto insert = add_report_.run();
  insert->bind(1, story);
  insert->bind(2, report.article);
  insert->bind(3, feed);
  insert->bindNoCopy(4, report.event);
  bind_code(*insert, 5, report.role);
  bind_code(*insert, 6, report.certainty);
  insert->bind(7, report.confidence);
  insert->bindNoCopy(8, report.rule);
  insert->bindNoCopy(9, report.evidence);
  insert->bindNoCopy(10, report.title);
  insert->bindNoCopy(11, report.url);
  bind_optional(*insert, 12, report.published);
  insert->bind(13, seconds_of(report.seen_at));
  insert->bind(14, bits_of(report.fingerprint));
  insert->bind(15, report.ambiguous ? 1 : 0);
  insert->bind(16, report.alertable ? 1 : 0);
  insert->exec();
}

std::vector<Report> StoryTable::reports(std::int64_t story) const {
  SQLite::Statement query(connection_,
                          std::string(report_columns) + " WHERE story = ? ORDER BY report.id");
  query.bind(1, story);
  std::vector<Report> reports;
  while (query.executeStep()) reports.push_back(report_from(query));
  return reports;
}

void StoryTable::owe(const StoryChange& change) {
  SQLite::Statement insert(
      connection_, "INSERT INTO story_change (story, previous, alertable) VALUES (?, ?, ?)");
  insert.bind(1, change.story);
  bind_code(insert, 2, change.previous);
  insert.bind(3, change.alertable ? 1 : 0);
  insert.exec();
}

std::vector<StoryChange> StoryTable::owed_changes() const {
  SQLite::Statement query(connection_,
                          "SELECT story, previous, alertable FROM story_change ORDER BY id");
  std::vector<StoryChange> changes;
  while (query.executeStep()) {
    changes.push_back({query.getColumn(0).getInt64(),
                       optional_code_of<Certainty>(query.getColumn(1)),
                       query.getColumn(2).getInt() != 0});
  }
  return changes;
}

bool StoryTable::owes_state(std::int64_t story) const {
  auto query = has_owed_.run();
  query->bind(1, story);
  return query->executeStep();
}

bool StoryTable::owes_changes() const {
  return connection_
             .execAndGet(
                 "SELECT EXISTS (SELECT 1 FROM story_change)"
                 "    OR EXISTS (SELECT 1 FROM account_change)")
             .getInt() != 0;
}

void StoryTable::changes_done() {
  connection_.exec("DELETE FROM story_change");
  connection_.exec("DELETE FROM account_change");
}

void StoryTable::owe_score(const std::string& account) {
  SQLite::Statement insert(connection_,
                           "INSERT OR IGNORE INTO account_change (account) VALUES (?)");
  insert.bind(1, account);
  insert.exec();
}

std::vector<std::string> StoryTable::owed_scores() const {
  SQLite::Statement query(connection_, "SELECT account FROM account_change ORDER BY account");
  std::vector<std::string> accounts;
  while (query.executeStep()) accounts.push_back(query.getColumn(0).getString());
  return accounts;
}

}  // namespace tipoff
