// A row for each notice; its story's certainty is kept by its name.
#include "store/notice_table.h"

#include <string_view>

namespace tipoff {
namespace {

constexpr const char* columns =
    "n.id, n.channel, n.recipient, n.cause, n.topic, n.seller, n.account, n.story, n.event,"
    " n.certainty, n.previous, n.reason, n.made_at, n.release_at, n.expires_at, n.together,"
    " n.state, n.why, n.message";
constexpr int after_columns = 19;

std::string select(std::string_view rest) {
  return "SELECT " + std::string(columns) + " FROM notice n " + std::string(rest);
}

NoticeState state_named(const std::string& name) {
  if (name == name_of(NoticeState::held)) return NoticeState::held;
  return name == name_of(NoticeState::told) ? NoticeState::told : NoticeState::dropped;
}

void take_what_is_told(Notice& notice, SQLite::Statement& row) {
  notice.channel = row.getColumn(1).getString();
  notice.recipient = row.getColumn(2).getString();
  notice.cause = row.getColumn(3).getString();
  notice.topic = row.getColumn(4).getString();
  notice.seller = row.getColumn(5).getString();
  notice.account = row.getColumn(6).getString();
  notice.story = row.getColumn(7).getInt64();
  notice.event = row.getColumn(8).getString();
  notice.certainty = certainty_named(row.getColumn(9).getString()).value_or(Certainty::announced);
  if (!row.getColumn(10).isNull()) notice.previous = certainty_named(row.getColumn(10).getString());
  notice.reason = row.getColumn(11).getString();
}

Notice notice_from(SQLite::Statement& row) {
  Notice notice;
  notice.id = row.getColumn(0).getInt64();
  take_what_is_told(notice, row);
  notice.made_at = time_of(row.getColumn(12));
  notice.release_at = time_of(row.getColumn(13));
  notice.expires_at = optional_time_of(row.getColumn(14));
  notice.together = row.getColumn(15).getInt() != 0;
  notice.state = state_named(row.getColumn(16).getString());
  notice.why = row.getColumn(17).getString();
  notice.message = row.getColumn(18).getInt64();
  return notice;
}

std::vector<Notice> all_of(SQLite::Statement& query) {
  std::vector<Notice> notices;
  while (query.executeStep()) notices.push_back(notice_from(query));
  return notices;
}

std::string text_of(std::string_view text) {
  return std::string(text);
}

void bind_what_is_told(SQLite::Statement& insert, const Notice& notice) {
  insert.bind(1, notice.channel);
  insert.bind(2, notice.recipient);
  insert.bind(3, notice.cause);
  insert.bind(4, notice.topic);
  insert.bind(5, notice.seller);
  insert.bind(6, notice.account);
  insert.bind(7, notice.story);
  insert.bind(8, notice.event);
  insert.bind(9, text_of(name_of(notice.certainty)));
  if (notice.previous)
    insert.bind(10, text_of(name_of(*notice.previous)));
  else
    insert.bind(10);
  insert.bind(11, notice.reason);
}

}  // namespace

NoticeTable::NoticeTable(Database& database)
    : connection_(database.connection()),
      add_(connection_,
           "INSERT OR IGNORE INTO notice (channel, recipient, cause, topic, seller, account, story,"
           "  event, certainty, previous, reason, made_at, release_at, expires_at, together, state,"
           "  why, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(connection_,
              "UPDATE notice SET release_at = ?, state = ?, why = ?, message = ?, reason = ?"
              "  WHERE id = ?"),
      due_(connection_, select("WHERE n.channel = ? AND n.state = 'held' AND n.release_at <= ?"
                               "  ORDER BY n.id")),
      next_release_(connection_,
                    "SELECT min(release_at) FROM notice WHERE channel = ? AND state = 'held'"),
      of_story_(connection_,
                "SELECT " + std::string(columns) +
                    ", o.state, o.attempts, o.topic = n.topic FROM notice n"
                    "  LEFT JOIN outbox o ON o.id = n.message WHERE n.story = ? ORDER BY n.id"),
      of_account_(connection_,
                  select("WHERE n.account = ? AND n.channel = ? AND n.recipient = ?"
                         "  AND n.made_at > ? AND n.state <> 'dropped' ORDER BY n.id")),
      group_open_(connection_,
                  "SELECT release_at FROM notice WHERE channel = ? AND state = 'held'"
                  "  AND recipient = ? AND together ORDER BY release_at LIMIT 1") {}

std::optional<std::int64_t> NoticeTable::add(const Notice& notice) {
  auto insert = add_.run();
  bind_what_is_told(*insert, notice);
  insert->bind(12, seconds_of(notice.made_at));
  insert->bind(13, seconds_of(notice.release_at));
  bind_optional(*insert, 14, notice.expires_at);
  insert->bind(15, notice.together ? 1 : 0);
  insert->bind(16, text_of(name_of(notice.state)));
  insert->bind(17, notice.why);
  insert->bind(18, notice.message);
  if (insert->exec() == 0) return std::nullopt;
  return connection_.getLastInsertRowid();
}

void NoticeTable::update(const Notice& notice) {
  auto update = update_.run();
  update->bind(1, seconds_of(notice.release_at));
  update->bind(2, text_of(name_of(notice.state)));
  update->bind(3, notice.why);
  update->bind(4, notice.message);
  update->bind(5, notice.reason);
  update->bind(6, notice.id);
  update->exec();
}

std::vector<Notice> NoticeTable::due(const std::string& channel, Time now) const {
  auto query = due_.run();
  query->bind(1, channel);
  query->bind(2, seconds_of(now));
  return all_of(*query);
}

std::vector<Notice> NoticeTable::held(const std::string& channel) const {
  SQLite::Statement query(
      connection_, select("WHERE n.channel = ? AND n.state = 'held' ORDER BY n.release_at, n.id"));
  query.bind(1, channel);
  return all_of(query);
}

std::optional<Time> NoticeTable::next_release(const std::string& channel) const {
  auto query = next_release_.run();
  query->bind(1, channel);
  query->executeStep();
  return optional_time_of(query->getColumn(0));
}

std::vector<NoticeOfStory> NoticeTable::of_story(std::int64_t story) const {
  auto query = of_story_.run();
  query->bind(1, story);
  std::vector<NoticeOfStory> notices;
  while (query->executeStep()) {
    NoticeOfStory& found = notices.emplace_back();
    found.notice = notice_from(*query);
    if (query->getColumn(after_columns).isNull()) continue;
    found.message_state = query->getColumn(after_columns).getString();
    found.attempts = query->getColumn(after_columns + 1).getInt();
    found.alone = query->getColumn(after_columns + 2).getInt() != 0;
  }
  return notices;
}

std::vector<Notice> NoticeTable::of_account(const std::string& account, const std::string& channel,
                                            const std::string& recipient, Time since) const {
  auto query = of_account_.run();
  query->bind(1, account);
  query->bind(2, channel);
  query->bind(3, recipient);
  query->bind(4, seconds_of(since));
  return all_of(*query);
}

std::vector<Notice> NoticeTable::dropped_of_account(const std::string& account,
                                                    const std::string& channel,
                                                    const std::string& recipient) const {
  SQLite::Statement query(connection_,
                          select("WHERE n.account = ? AND n.channel = ? AND n.recipient = ?"
                                 "  AND n.state = 'dropped' ORDER BY n.id"));
  query.bind(1, account);
  query.bind(2, channel);
  query.bind(3, recipient);
  return all_of(query);
}

std::optional<Time> NoticeTable::group_open(const std::string& channel,
                                            const std::string& recipient) const {
  auto query = group_open_.run();
  query->bind(1, channel);
  query->bind(2, recipient);
  if (!query->executeStep()) return std::nullopt;
  return time_of(query->getColumn(0));
}

std::vector<Notice> NoticeTable::all() const {
  SQLite::Statement query(connection_, select("ORDER BY n.id"));
  return all_of(query);
}

}  // namespace tipoff
