// The steps of the schema, and how a database is brought up to the newest.
#include "store/schema.h"

#include <array>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace tipoff {
namespace {

constexpr int application_id = 0x54697066;  // "Tipf": what file(1) and we know our databases by

// Append only: a step that was released once stands on someone's disk.
// Times are seconds since 1970, UTC. Hashes are 64 bits, kept as signed integers. Role and
// certainty: store/story_table.cpp.
constexpr std::array steps = {
    // 1: feeds, articles, stories, scores, lists and the outbox
    R"sql(
      CREATE TABLE feed (
        id   INTEGER PRIMARY KEY,
        url  TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE feed_state (
        feed              INTEGER PRIMARY KEY REFERENCES feed,
        etag              TEXT NOT NULL,
        last_modified     TEXT NOT NULL,
        validators_since  INTEGER NOT NULL,
        next_due          INTEGER NOT NULL,
        last_attempt      INTEGER,
        last_success      INTEGER,
        failures          INTEGER NOT NULL,   -- in a row
        failure           TEXT NOT NULL,
        had_baseline      INTEGER NOT NULL,
        parked            INTEGER NOT NULL,
        moved_to          TEXT NOT NULL,
        moved_seen        INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE held_host (
        host   TEXT PRIMARY KEY,
        until  INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE article (
        id         INTEGER PRIMARY KEY,
        feed       INTEGER NOT NULL REFERENCES feed,
        identity   INTEGER NOT NULL,
        content    INTEGER NOT NULL,
        title      TEXT NOT NULL,
        summary    TEXT NOT NULL,
        link       TEXT NOT NULL,
        published  INTEGER,
        seen_at    INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX article_by_identity ON article (feed, identity);

      CREATE TABLE story (
        id            INTEGER PRIMARY KEY AUTOINCREMENT,
        account       TEXT NOT NULL,
        event         TEXT NOT NULL,
        role          INTEGER,
        certainty     INTEGER NOT NULL,
        standing      INTEGER NOT NULL,
        happened_at   INTEGER NOT NULL,
        seen_at       INTEGER NOT NULL,
        told_at       INTEGER NOT NULL,
        shown_at      INTEGER NOT NULL,
        confidence    REAL NOT NULL,
        rule          TEXT NOT NULL,
        evidence      TEXT NOT NULL,
        title         TEXT NOT NULL,
        url           TEXT NOT NULL,
        sources       INTEGER NOT NULL,
        fingerprints  BLOB NOT NULL       -- 8 bytes each, the lowest first
      ) STRICT;
      CREATE INDEX story_by_account ON story (account, happened_at);
      CREATE INDEX story_by_time ON story (happened_at);

      CREATE TABLE story_feed (
        story  INTEGER NOT NULL REFERENCES story,
        place  INTEGER NOT NULL,
        feed   INTEGER NOT NULL REFERENCES feed,
        PRIMARY KEY (story, place)
      ) STRICT, WITHOUT ROWID;

      -- Keeps title and link itself: an article may be forgotten before its report.
      CREATE TABLE report (
        id           INTEGER PRIMARY KEY,
        story        INTEGER NOT NULL REFERENCES story,
        article      INTEGER NOT NULL,    -- 0: none, told by a person
        feed         INTEGER NOT NULL REFERENCES feed,
        event        TEXT NOT NULL,
        role         INTEGER,
        certainty    INTEGER NOT NULL,
        confidence   REAL NOT NULL,
        rule         TEXT NOT NULL,
        evidence     TEXT NOT NULL,
        title        TEXT NOT NULL,
        url          TEXT NOT NULL,
        published    INTEGER,
        seen_at      INTEGER NOT NULL,
        fingerprint  INTEGER NOT NULL,
        ambiguous    INTEGER NOT NULL,
        alertable    INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX report_by_story ON report (story);
      CREATE UNIQUE INDEX report_once ON report (story, article) WHERE article <> 0;

      -- What publish owes.
      CREATE TABLE story_change (
        id         INTEGER PRIMARY KEY,
        story      INTEGER NOT NULL REFERENCES story,
        previous   INTEGER,
        alertable  INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX story_change_by_story ON story_change (story);

      CREATE TABLE score (
        seller       TEXT NOT NULL,
        account      TEXT NOT NULL,
        score        INTEGER NOT NULL,
        qualified    INTEGER NOT NULL,
        next_change  INTEGER,
        PRIMARY KEY (seller, account)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX score_by_next_change ON score (next_change) WHERE next_change IS NOT NULL;

      -- Two versions have most of their text in common: it is cut into pieces, and a piece is kept once.
      CREATE TABLE list_version (
        id            INTEGER PRIMARY KEY,
        seller        TEXT NOT NULL,
        version       INTEGER NOT NULL,
        generated_at  INTEGER NOT NULL,
        profile_hash  TEXT NOT NULL,
        rules_hash    TEXT NOT NULL,
        UNIQUE (seller, version)
      ) STRICT;
      CREATE INDEX list_version_by_time ON list_version (seller, generated_at);
      CREATE TABLE list_piece (
        id    INTEGER PRIMARY KEY,
        hash  INTEGER NOT NULL,
        text  BLOB NOT NULL       -- a cut may fall within a character
      ) STRICT;
      CREATE INDEX list_piece_by_hash ON list_piece (hash);
      CREATE TABLE list_version_piece (
        list   INTEGER NOT NULL REFERENCES list_version,
        place  INTEGER NOT NULL,
        piece  INTEGER NOT NULL REFERENCES list_piece,
        PRIMARY KEY (list, place)
      ) STRICT, WITHOUT ROWID;

      -- A replaced message's id must not come back: an attempt may still be under way with it. Hence AUTOINCREMENT.
      CREATE TABLE outbox (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        channel      TEXT NOT NULL,
        recipient    TEXT NOT NULL,
        cause        TEXT NOT NULL,
        topic        TEXT NOT NULL,
        message_id   TEXT NOT NULL,
        subject      TEXT NOT NULL,
        body         TEXT NOT NULL,
        attempts     INTEGER NOT NULL,
        created_at   INTEGER NOT NULL,
        next_try     INTEGER NOT NULL,
        state        TEXT NOT NULL CHECK (state IN ('owed', 'delivered', 'dead')),
        last_answer  TEXT NOT NULL,
        UNIQUE (channel, recipient, cause)
      ) STRICT;
      CREATE INDEX outbox_due ON outbox (channel, next_try) WHERE state = 'owed';
      CREATE INDEX outbox_next ON outbox (next_try) WHERE state = 'owed';
      CREATE INDEX outbox_untried ON outbox (channel, recipient, topic) WHERE state = 'owed' AND attempts = 0;

      CREATE TABLE endpoint_off (
        channel    TEXT NOT NULL,
        recipient  TEXT NOT NULL,
        since      INTEGER NOT NULL,
        PRIMARY KEY (channel, recipient)
      ) STRICT, WITHOUT ROWID;
    )sql",
    // 2: what people judge of events, and what else a publish owes
    R"sql(
      CREATE TABLE judgement (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        story        INTEGER NOT NULL REFERENCES story,
        account      TEXT NOT NULL,       -- this one and the next two: as the story stood when it was judged
        rule         TEXT NOT NULL,
        happened_at  INTEGER NOT NULL,
        verdict      INTEGER NOT NULL,    -- store/judgement_table.h
        reason       TEXT NOT NULL,
        made_at      INTEGER NOT NULL,
        made_by      TEXT NOT NULL,
        undone_at    INTEGER,
        undone_by    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX judgement_by_account ON judgement (account, rule);

      -- The story that was judged, and its like.
      CREATE TABLE judged_story (
        story      INTEGER NOT NULL REFERENCES story,
        judgement  INTEGER NOT NULL REFERENCES judgement,
        PRIMARY KEY (story, judgement)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX judged_story_by_judgement ON judged_story (judgement);

      -- Accounts to be scored anew, whatever their stories say.
      CREATE TABLE account_change (
        account  TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX report_by_article ON report (article) WHERE article <> 0;
    )sql",
    // 3: what a feed says of itself, and what a host has been asked of its budget
    R"sql(
      ALTER TABLE feed_state ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;       -- seconds
      ALTER TABLE feed_state ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;  -- fetch/update_hints.h
      ALTER TABLE feed_state ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE feed_state ADD COLUMN gap INTEGER NOT NULL DEFAULT 0;         -- seconds
      ALTER TABLE feed_state ADD COLUMN newest INTEGER NOT NULL DEFAULT 0;

      CREATE TABLE host_pace (
        host         TEXT PRIMARY KEY,
        spent_until  INTEGER NOT NULL     -- milliseconds since 1970
      ) STRICT, WITHOUT ROWID;
    )sql",
    // 4: what each feed brings, which ones fail, and the pages of articles
    R"sql(
      -- New articles by day, those of a feed's first fetch left out; its first day is there with 0.
      CREATE TABLE feed_day (
        feed      INTEGER NOT NULL REFERENCES feed,
        day       INTEGER NOT NULL,       -- days since 1970, UTC
        articles  INTEGER NOT NULL,
        PRIMARY KEY (feed, day)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO feed_day (feed, day, articles)
        SELECT feed, seen_at / 86400, count(*) FROM article GROUP BY 1, 2;
      UPDATE feed_day SET articles = 0
        WHERE day = (SELECT min(day) FROM feed_day AS first WHERE first.feed = feed_day.feed);
      CREATE INDEX report_by_time ON report (seen_at);

      -- What fails, until it answers again.
      CREATE TABLE feed_trouble (
        source   TEXT PRIMARY KEY,        -- a feed's URL, or "search:<host>"
        since    INTEGER NOT NULL,
        told_at  INTEGER
      ) STRICT, WITHOUT ROWID;

      -- Articles whose page is to be read, and what became of it: store/page_table.h.
      CREATE TABLE page (
        article  INTEGER PRIMARY KEY REFERENCES article,
        state    INTEGER NOT NULL,
        tries    INTEGER NOT NULL,
        next_try INTEGER NOT NULL,
        reason   TEXT NOT NULL
      ) STRICT;
      CREATE INDEX page_due ON page (next_try) WHERE state = 0;
    )sql",
    // 5: what hubs send, and the agreements with them
    R"sql(
      -- AUTOINCREMENT: an answer that is still under way must not be taken for another's.
      CREATE TABLE subscription (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        feed         TEXT NOT NULL,      -- its URL as written
        hub          TEXT NOT NULL,
        topic        TEXT NOT NULL,
        callback     TEXT NOT NULL,
        token        TEXT NOT NULL UNIQUE,
        secret       TEXT NOT NULL,
        wanted       INTEGER NOT NULL,
        asked_at     INTEGER,
        awaiting     INTEGER NOT NULL,
        lease_until  INTEGER,
        next_step    INTEGER NOT NULL,
        failures     INTEGER NOT NULL,
        failure      TEXT NOT NULL
      ) STRICT;
      CREATE INDEX subscription_by_feed ON subscription (feed);
      CREATE INDEX subscription_by_step ON subscription (next_step);

      -- Documents that wait for the daemon.
      CREATE TABLE push (
        id            INTEGER PRIMARY KEY AUTOINCREMENT,
        feed          TEXT NOT NULL,
        topic         TEXT NOT NULL,
        content_type  TEXT NOT NULL,
        received_at   INTEGER NOT NULL,
        body          BLOB NOT NULL
      ) STRICT;
    )sql",
    // 6: who is to be told of what and when, mutes, and calls
    R"sql(
      CREATE TABLE notice (
        id          INTEGER PRIMARY KEY,
        channel     TEXT NOT NULL,
        recipient   TEXT NOT NULL,
        cause       TEXT NOT NULL,
        topic       TEXT NOT NULL,
        seller      TEXT NOT NULL,
        account     TEXT NOT NULL,
        story       INTEGER NOT NULL,
        event       TEXT NOT NULL,
        certainty   TEXT NOT NULL,
        previous    TEXT,
        reason      TEXT NOT NULL,
        made_at     INTEGER NOT NULL,
        release_at  INTEGER NOT NULL,
        expires_at  INTEGER,
        together    INTEGER NOT NULL,
        state       TEXT NOT NULL CHECK (state IN ('held', 'told', 'dropped')),
        why         TEXT NOT NULL,
        message     INTEGER NOT NULL,
        UNIQUE (channel, recipient, cause)
      ) STRICT;
      CREATE INDEX notice_held ON notice (release_at) WHERE state = 'held';
      CREATE INDEX notice_topic ON notice (channel, recipient, topic) WHERE state = 'held';
      CREATE INDEX notice_account ON notice (account, channel, recipient, made_at);
      CREATE INDEX notice_story ON notice (story);

      CREATE INDEX outbox_recent ON outbox (channel, recipient, created_at);

      -- What a digest was made for last: it is made once a date, even where nothing is to be told.
      CREATE TABLE digest (
        channel    TEXT NOT NULL,
        recipient  TEXT NOT NULL,
        due_at     INTEGER NOT NULL,
        PRIMARY KEY (channel, recipient)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE mute (
        id       INTEGER PRIMARY KEY AUTOINCREMENT,
        seller   TEXT NOT NULL,
        account  TEXT NOT NULL,
        event    TEXT NOT NULL,
        made_at  INTEGER NOT NULL,
        until    INTEGER NOT NULL,
        note     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE call (
        id       INTEGER PRIMARY KEY AUTOINCREMENT,
        account  TEXT NOT NULL,
        seller   TEXT NOT NULL,
        outcome  TEXT NOT NULL,
        at       INTEGER NOT NULL,
        contact  TEXT NOT NULL,
        due      INTEGER,
        note     TEXT NOT NULL
      ) STRICT;
      CREATE INDEX call_account ON call (account, at);
      CREATE INDEX call_due ON call (due) WHERE due IS NOT NULL;
    )sql",
};

int number(SQLite::Database& connection, const char* query) {
  return connection.execAndGet(query).getInt();
}

}  // namespace

int newest_schema() {
  return static_cast<int>(steps.size());
}

int schema_of(SQLite::Database& connection) {
  const int schema = number(connection, "PRAGMA user_version");
  const int owner = number(connection, "PRAGMA application_id");
  const bool empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
  const bool ours = owner == application_id || (owner == 0 && schema == 0 && empty);
  if (!ours) {
    throw SQLite::Exception("a database of another program: use another store path");
  }
  if (schema > newest_schema()) {
    throw SQLite::Exception("written by a newer Tipoff (schema " + std::to_string(schema) +
                            ", this one knows " + std::to_string(newest_schema()) +
                            "): upgrade Tipoff or use another store path");
  }
  return schema;
}

void migrate(SQLite::Database& connection) {
  while (schema_of(connection) < newest_schema()) {
    SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
    const int done =
        schema_of(connection);  // again, under the lock: another process may have been faster
    if (done >= newest_schema()) return;
    connection.exec(steps[static_cast<std::size_t>(done)]);
    connection.exec("PRAGMA application_id = " + std::to_string(application_id));
    connection.exec("PRAGMA user_version = " + std::to_string(done + 1));
    transaction.commit();
  }
}

}  // namespace tipoff
