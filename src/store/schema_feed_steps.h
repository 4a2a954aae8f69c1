// Steps 2 to 5 of the schema: judgements, what feeds say and bring, pages, hubs.
#pragma once

namespace tipoff {

// What people judge of events, and what else a publish owes.
inline constexpr const char* step_2 = R"sql(
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
)sql";

// What a feed says of itself, and what a host has been asked of its budget.
inline constexpr const char* step_3 = R"sql(
  ALTER TABLE feed_state ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;       -- seconds
  ALTER TABLE feed_state ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;  -- fetch/update_hints.h
  ALTER TABLE feed_state ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE feed_state ADD COLUMN gap INTEGER NOT NULL DEFAULT 0;         -- seconds
  ALTER TABLE feed_state ADD COLUMN newest INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE host_pace (
    host         TEXT PRIMARY KEY,
    spent_until  INTEGER NOT NULL     -- milliseconds since 1970
  ) STRICT, WITHOUT ROWID;
)sql";

// What each feed brings, which ones fail, and the pages of articles.
inline constexpr const char* step_4 = R"sql(
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
)sql";

// What hubs send, and the agreements with them.
inline constexpr const char* step_5 = R"sql(
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
)sql";

}  // namespace tipoff
