-- The desk's own memory. Times are ISO 8601 UTC text of one length, so that text order is time order; cases,
-- actors and errors are JSON as they travel.

-- What an officer did, as it was done: never changed.
CREATE TABLE act (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    case_id      TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    recorded_at  TEXT NOT NULL,
    actor        BLOB NOT NULL,
    body         BLOB NOT NULL,
    base         BLOB NOT NULL
);

CREATE INDEX act_case ON act (case_id, sequence);

CREATE TRIGGER act_is_final BEFORE UPDATE ON act
BEGIN
    SELECT RAISE(ABORT, 'an act is never changed');
END;

-- Where each act stands on its way; one row for one act.
CREATE TABLE outbox (
    act_id       TEXT PRIMARY KEY REFERENCES act (id),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'settled', 'parked', 'closed')),
    tries        INTEGER NOT NULL DEFAULT 0,
    last_try_at  TEXT,
    next_try_at  TEXT,
    recall_until TEXT,
    error        BLOB,
    park_reason  TEXT CHECK (park_reason IN ('conflict', 'refused')),
    theirs       BLOB,
    receipt      BLOB,
    ended_at     TEXT,
    closed_as    TEXT CHECK (closed_as IN ('recalled', 'theirs', 'anew')),
    successor    TEXT REFERENCES act (id),
    CHECK ((state = 'parked') = (park_reason IS NOT NULL)),
    CHECK ((state = 'settled') = (receipt IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_as IS NOT NULL)),
    CHECK ((state IN ('settled', 'closed')) = (ended_at IS NOT NULL))
) WITHOUT ROWID;

CREATE INDEX outbox_unsettled ON outbox (act_id) WHERE state IN ('waiting', 'sending', 'parked');

CREATE TABLE draft (
    case_id  TEXT PRIMARY KEY,
    content  BLOB NOT NULL,
    saved_at TEXT NOT NULL
) WITHOUT ROWID;

-- One row: whose profile this is, for signing in when the centre cannot be asked.
CREATE TABLE identity (
    only         INTEGER PRIMARY KEY CHECK (only = 1),
    username     TEXT NOT NULL,
    verifier     TEXT NOT NULL,
    officer      BLOB NOT NULL,
    centre       TEXT NOT NULL,
    training     INTEGER NOT NULL,
    confirmed_at TEXT NOT NULL
);

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    what     TEXT NOT NULL,
    case_id  TEXT NOT NULL,
    act_id   TEXT,
    detail   TEXT NOT NULL
);
