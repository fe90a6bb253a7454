-- The central register. Times are ISO 8601 UTC text, so that text order is time order.

CREATE TABLE centre (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reference_version (
    rid          INTEGER PRIMARY KEY,
    version      TEXT NOT NULL UNIQUE,
    published_at TEXT NOT NULL,
    body         BLOB NOT NULL
);

CREATE TABLE person (
    id         TEXT PRIMARY KEY,
    username   TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    section    TEXT NOT NULL,
    region     TEXT NOT NULL,
    password   TEXT NOT NULL,
    active     INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each chain of rotated tokens. Only hashes of tokens are kept. previous_hash is the refresh token
-- that was exchanged for the present pair; used says whether one of that pair has come back.
CREATE TABLE session (
    family             TEXT PRIMARY KEY,
    person_id          TEXT NOT NULL REFERENCES person (id),
    device             TEXT NOT NULL,
    access_hash        BLOB NOT NULL UNIQUE,
    access_expires_at  TEXT NOT NULL,
    refresh_hash       BLOB NOT NULL UNIQUE,
    refresh_expires_at TEXT NOT NULL,
    previous_hash      BLOB,
    used               INTEGER NOT NULL DEFAULT 0,
    started_at         TEXT NOT NULL
) WITHOUT ROWID;

-- Refresh tokens that are no longer the present one: one of them coming back means that somebody copied it,
-- unless it is the previous one and its successors never arrived. Kept until it would have ended by itself.
CREATE TABLE spent_refresh (
    hash       BLOB PRIMARY KEY,
    family     TEXT NOT NULL REFERENCES session (family) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX spent_refresh_family ON spent_refresh (family);

-- The body is the case as it travels; the columns beside it are what is asked for.
CREATE TABLE case_record (
    rid        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    number     TEXT NOT NULL UNIQUE,
    version    INTEGER NOT NULL,
    status     TEXT NOT NULL,
    section    TEXT NOT NULL,
    region     TEXT NOT NULL,
    assignee   TEXT,
    updated_at TEXT NOT NULL,
    closed_at  TEXT,
    body       BLOB NOT NULL
);

CREATE TABLE case_attachment (
    sha256   TEXT NOT NULL,
    case_rid INTEGER NOT NULL REFERENCES case_record (rid),
    PRIMARY KEY (sha256, case_rid)
) WITHOUT ROWID;

-- Every act that took effect, for ever, with the answer it got: the same id again gets the same bytes.
CREATE TABLE act (
    id        TEXT PRIMARY KEY,
    case_rid  INTEGER NOT NULL REFERENCES case_record (rid),
    person_id TEXT NOT NULL,
    type      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    body_hash BLOB NOT NULL,
    status    INTEGER NOT NULL,
    answer    BLOB NOT NULL,
    at        TEXT NOT NULL
);

CREATE INDEX act_case ON act (case_rid, version);

-- What changed, for whom: the newest row for each scope and case. kind: 0 case, 1 removed, 2 reference.
CREATE TABLE feed (
    scope    TEXT NOT NULL,
    position INTEGER NOT NULL,
    case_rid INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (scope, position)
) WITHOUT ROWID;

CREATE UNIQUE INDEX feed_case ON feed (scope, case_rid);

CREATE INDEX feed_removed ON feed (at) WHERE kind = 1;
