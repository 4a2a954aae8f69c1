// Opening a store: what is created, what is refused, and what is said then.
#include "store/database.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "fakes/temporary_folder.h"
#include "store/feed_table.h"
#include "store/schema.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

std::string store_in(const fakes::TemporaryFolder& folder) {
  return folder.path() / "tipoff.db";
}

std::string refusal(const std::string& path, OpenFor purpose = OpenFor::writing) {
  try {
    const Database database(path, purpose, 10ms);
  } catch (const SQLite::Exception& failure) {
    return failure.what();
  }
  return "opened";
}

std::string bytes_in(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string pragma(Database& database, const std::string& name) {
  return database.connection().execAndGet("PRAGMA " + name).getString();
}

}  // namespace

TEST_CASE("A store is opened with WAL, full synchronisation and foreign keys", "[store]") {
  const fakes::TemporaryFolder scratch;
  Database database(store_in(scratch));

  CHECK(pragma(database, "journal_mode") == "wal");
  CHECK(pragma(database, "synchronous") == "2");
  CHECK(pragma(database, "foreign_keys") == "1");
  CHECK(pragma(database, "busy_timeout") == "5000");
}

TEST_CASE("The busy time-out is the one given", "[store]") {
  Database database(":memory:", OpenFor::writing, 50ms);
  CHECK(pragma(database, "busy_timeout") == "50");
}

TEST_CASE("What was committed is there after reopening", "[store]") {
  const fakes::TemporaryFolder scratch;
  {
    Database database(store_in(scratch));
    auto transaction = database.begin();
    FeedTable(database).hold_host("wire.example", Time{9h});
    transaction.commit();
  }
  Database database(store_in(scratch));
  CHECK(FeedTable(database).held_hosts(Time{}).at("wire.example") == Time{9h});
}

TEST_CASE("A savepoint rolls back alone", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  auto transaction = database.begin();
  {
    auto kept = database.savepoint();
    feeds.hold_host("kept.example", Time{1h});
    kept.release();
  }
  {
    const auto failed = database.savepoint();
    feeds.hold_host("failed.example", Time{1h});
  }
  {
    auto again = database.savepoint();
    feeds.hold_host("again.example", Time{1h});
    again.release();
  }
  transaction.commit();

  const auto hosts = feeds.held_hosts(Time{});
  CHECK(hosts.contains("kept.example"));
  CHECK(hosts.contains("again.example"));
  CHECK_FALSE(hosts.contains("failed.example"));
}

TEST_CASE("A transaction that is not committed takes its released savepoints with it", "[store]") {
  Database database(":memory:");
  FeedTable feeds(database);
  {
    const auto transaction = database.begin();
    auto part = database.savepoint();
    feeds.hold_host("wire.example", Time{1h});
    part.release();
  }
  CHECK(feeds.held_hosts(Time{}).empty());
}

TEST_CASE("Reading a store that is not there yet says how it comes to be", "[store]") {
  const fakes::TemporaryFolder scratch;
  CHECK(refusal(store_in(scratch), OpenFor::reading) ==
        "no store at " + store_in(scratch) + " yet: start tipoffd, or run tipoffd --once");
  CHECK_FALSE(std::filesystem::exists(store_in(scratch)));
}

TEST_CASE("A store opened for reading can be read and not written", "[store]") {
  const fakes::TemporaryFolder scratch;
  Database writing(store_in(scratch));
  FeedTable(writing).hold_host("wire.example", Time{1h});

  Database reading(store_in(scratch), OpenFor::reading);
  CHECK(FeedTable(reading).held_hosts(Time{}).size() == 1);
  CHECK_THROWS_AS(FeedTable(reading).hold_host("other.example", Time{1h}), SQLite::Exception);
}

TEST_CASE("A file that is no database is refused and left as it is", "[store]") {
  const fakes::TemporaryFolder scratch;
  const std::string notes(5000, 'x');
  std::ofstream(store_in(scratch)) << notes;

  const auto purpose = GENERATE(OpenFor::writing, OpenFor::reading);
  CHECK(refusal(store_in(scratch), purpose) ==
        "cannot use the store " + store_in(scratch) + ": it is no SQLite database");
  CHECK(bytes_in(store_in(scratch)) == notes);
}

TEST_CASE("A folder in place of the store is refused", "[store]") {
  const fakes::TemporaryFolder scratch;
  CHECK_THAT(refusal(scratch.path().string()),
             Catch::StartsWith("cannot use the store " + scratch.path().string()));
}

TEST_CASE("A store in a folder that does not exist is refused with its path", "[store]") {
  const fakes::TemporaryFolder scratch;
  const auto path = (scratch.path() / "missing" / "tipoff.db").string();
  CHECK_THAT(refusal(path), Catch::StartsWith("cannot use the store " + path));
  CHECK_THAT(refusal(path), Catch::Contains("in a folder that exists"));
}

TEST_CASE("A store of a newer Tipoff is refused and left as it is", "[store]") {
  const fakes::TemporaryFolder scratch;
  {
    const Database database(store_in(scratch));
  }
  SQLite::Database(store_in(scratch), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 900");
  const auto before = bytes_in(store_in(scratch));

  const auto purpose = GENERATE(OpenFor::writing, OpenFor::reading);
  CHECK(refusal(store_in(scratch), purpose) ==
        "cannot use the store " + store_in(scratch) +
            ": written by a newer Tipoff (schema 900, this one knows " +
            std::to_string(newest_schema()) + "): upgrade Tipoff or use another store path");
  CHECK(bytes_in(store_in(scratch)) == before);
}

TEST_CASE("A store of an older Tipoff is not read before it is brought up to date", "[store]") {
  const fakes::TemporaryFolder scratch;
  std::ofstream(store_in(scratch)).close();  // an empty file is an empty database: schema 0

  CHECK_THAT(refusal(store_in(scratch), OpenFor::reading),
             Catch::Contains("written by an older Tipoff (schema 0"));
  CHECK(refusal(store_in(scratch), OpenFor::writing) == "opened");
  CHECK(refusal(store_in(scratch), OpenFor::reading) == "opened");
}

TEST_CASE("A store that somebody else is writing to is busy, and the error code says so",
          "[store]") {
  const fakes::TemporaryFolder scratch;
  Database first(store_in(scratch));
  Database second(store_in(scratch), OpenFor::writing, 10ms);
  const auto transaction = first.begin();

  try {
    const auto blocked = second.begin();
    FAIL("two writers at once");
  } catch (const SQLite::Exception& failure) {
    CHECK(failure.getErrorCode() == 5);  // SQLITE_BUSY
  }
}

TEST_CASE("The data version tells that another connection has written", "[store]") {
  const fakes::TemporaryFolder folder;
  const auto path = (folder.path() / "tipoff.db").string();
  Database database(path);
  const auto before = database.data_version();
  database.connection().exec("INSERT INTO feed (url) VALUES ('https://a.example/rss')");
  CHECK(database.data_version() == before);

  Database other(path);
  other.connection().exec("INSERT INTO feed (url) VALUES ('https://b.example/rss')");

  CHECK(database.data_version() != before);
}

}  // namespace tipoff
