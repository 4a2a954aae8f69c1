// Steps of the schema from 6 on: who is to be told of what and when, mutes, and calls.
#pragma once

namespace tipoff {

// Notices, what each recipient heard last, mutes, calls.
inline constexpr const char* step_6 = R"sql(
  -- AUTOINCREMENT: a message's cause may name a notice, and must not come back.
  CREATE TABLE notice (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
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
    message     INTEGER NOT NULL,    -- row of the outbox; 0: none
    UNIQUE (channel, recipient, cause)
  ) STRICT;
  CREATE INDEX notice_held ON notice (channel, release_at) WHERE state = 'held';
  CREATE INDEX notice_account ON notice (account, channel, recipient, made_at);
  CREATE INDEX notice_story ON notice (story);

  ALTER TABLE outbox ADD COLUMN tried_at INTEGER;   -- last; none: never
  CREATE INDEX outbox_recent ON outbox (channel, recipient, created_at);
  DROP INDEX IF EXISTS outbox_untried;
  CREATE INDEX outbox_topic ON outbox (channel, recipient, topic) WHERE state = 'owed';

  -- What comes to a recipient in a rhythm: when the last digest was due (it is made once a date, even
  -- where nothing is to be told), and when the last group was released.
  CREATE TABLE recipient_rhythm (
    channel    TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    digest_at  INTEGER,
    group_at   INTEGER,
    PRIMARY KEY (channel, recipient)
  ) STRICT, WITHOUT ROWID;

  -- Retry-After of a receiver: nothing is sent to it before.
  CREATE TABLE endpoint_hold (
    channel  TEXT NOT NULL,
    host     TEXT NOT NULL,
    since    INTEGER NOT NULL,
    until    INTEGER NOT NULL,
    PRIMARY KEY (channel, host)
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
)sql";

}  // namespace tipoff
