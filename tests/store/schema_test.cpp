// Migrations: from nothing to the newest, once.
#include "store/schema.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "catch.h"

namespace tipoff {
namespace {

SQLite::Database empty_database() {
  return {":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

}  // namespace

TEST_CASE("An empty database has schema 0 and is brought up to the newest", "[store]") {
  auto connection = empty_database();
  CHECK(schema_of(connection) == 0);

  migrate(connection);

  CHECK(schema_of(connection) == newest_schema());
  CHECK(connection.execAndGet("PRAGMA user_version").getInt() == newest_schema());
  CHECK(connection.execAndGet("PRAGMA application_id").getInt() == 0x54697066);
  CHECK(connection.tableExists("outbox"));
}

TEST_CASE("A database that is up to date stays as it is", "[store]") {
  auto connection = empty_database();
  migrate(connection);
  connection.exec("INSERT INTO feed (url) VALUES ('https://wire.example/rss')");

  migrate(connection);

  CHECK(connection.execAndGet("SELECT count(*) FROM feed").getInt() == 1);
}

TEST_CASE("Every table is strict", "[store]") {
  auto connection = empty_database();
  migrate(connection);
  SQLite::Statement query(connection,
                          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
                          "  AND name NOT LIKE 'sqlite_%'");
  CHECK_FALSE(query.executeStep());
}

TEST_CASE("A database of another program is refused and left as it is", "[store]") {
  auto connection = empty_database();
  SECTION("that has tables of its own") {
    connection.exec("CREATE TABLE recipes (name TEXT)");
  }
  SECTION("that is marked as somebody else's") {
    connection.exec("PRAGMA application_id = 7");
  }

  CHECK_THROWS_WITH(migrate(connection), "a database of another program: use another store path");

  CHECK(connection.execAndGet("PRAGMA user_version").getInt() == 0);
  CHECK_FALSE(connection.tableExists("feed"));
}

TEST_CASE("A newer schema is refused with both numbers", "[store]") {
  auto connection = empty_database();
  migrate(connection);
  connection.exec("PRAGMA user_version = 77");

  CHECK_THROWS_WITH(migrate(connection), "written by a newer Tipoff (schema 77, this one knows " +
                                             std::to_string(newest_schema()) +
                                             "): upgrade Tipoff or use another store path");
  CHECK(connection.execAndGet("PRAGMA user_version").getInt() == 77);
}

TEST_CASE("A store of the first schema keeps its stories and counts its articles", "[store]") {
  auto connection = empty_database();
  migrate(connection);
  connection.exec(
      "DROP TABLE judged_story; DROP TABLE judgement; DROP TABLE account_change;"
      "DROP INDEX report_by_article;"
      "ALTER TABLE feed_state DROP COLUMN floor; ALTER TABLE feed_state DROP COLUMN skip_hours;"
      "ALTER TABLE feed_state DROP COLUMN skip_days; ALTER TABLE feed_state DROP COLUMN gap;"
      "ALTER TABLE feed_state DROP COLUMN newest; DROP TABLE host_pace;"
      "DROP TABLE feed_day; DROP INDEX report_by_time; DROP TABLE feed_trouble; DROP TABLE page;"
      "DROP TABLE subscription; DROP TABLE push; DROP TABLE notice; DROP TABLE recipient_rhythm;"
      "DROP TABLE endpoint_hold; DROP TABLE mute; DROP TABLE call; DROP INDEX outbox_recent;"
      "DROP INDEX outbox_topic; ALTER TABLE outbox DROP COLUMN tried_at;"
      "INSERT INTO feed (url) VALUES ('https://wire.example/rss');"
      "INSERT INTO article (feed, identity, content, title, summary, link, seen_at) VALUES"
      "  (1, 1, 1, 't', 's', 'l', 86400), (1, 2, 1, 't', 's', 'l', 172800);"
      "PRAGMA user_version = 1;"
      "INSERT INTO story (account, event, certainty, standing, happened_at, seen_at, told_at, "
      "shown_at,"
      "  confidence, rule, evidence, title, url, sources, fingerprints)"
      "  VALUES ('quarzwerk', 'merger', 1, 0, 1, 1, 1, 1, 0.5, 'r', 'e', 't', 'u', 1, x'')");

  migrate(connection);

  CHECK(schema_of(connection) == newest_schema());
  CHECK(connection.tableExists("judgement"));
  CHECK(connection.execAndGet("SELECT account FROM story").getString() == "quarzwerk");
  CHECK(connection.execAndGet("SELECT articles FROM feed_day WHERE day = 1").getInt() == 0);
  CHECK(connection.execAndGet("SELECT articles FROM feed_day WHERE day = 2").getInt() == 1);
  CHECK(connection.tableExists("notice"));
}

}  // namespace tipoff
