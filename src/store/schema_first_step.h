// The first step of the schema: feeds, articles, stories, scores, lists and the outbox.
#pragma once

namespace tipoff {

// Times are seconds since 1970, UTC. Hashes are 64 bits, kept as signed integers. Role and
// certainty: store/story_table.cpp.
inline constexpr const char* step_1 = R"sql(
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
)sql";

}  // namespace tipoff
