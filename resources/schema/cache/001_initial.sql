-- The centre's truth on this desk, and what list and search need of it. Everything here can be fetched again.

CREATE TABLE mark (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reference_version (
    rid     INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    body    BLOB NOT NULL
);

-- One case as the centre has it. The body is its own JSON; the columns in front of it are what a row of the
-- list shows, so that a list never decodes a body; deadline_ms is the earlier deadline, since the epoch. `round` counts rebuilds: what a rebuild did not bring goes.
CREATE TABLE case_row (
    rid                INTEGER PRIMARY KEY,
    id                 TEXT NOT NULL UNIQUE,
    number             TEXT NOT NULL,
    version            INTEGER NOT NULL,
    status             TEXT NOT NULL,
    section            TEXT NOT NULL,
    sub_service        TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deadline_ms        INTEGER NOT NULL,
    flags              INTEGER NOT NULL,
    service_day        TEXT NOT NULL,
    service_at         TEXT NOT NULL,
    statutory_day      TEXT NOT NULL,
    statutory_at       TEXT NOT NULL,
    statutory_rule     TEXT NOT NULL,
    assignee_id        TEXT NOT NULL,
    assignee_name      TEXT NOT NULL,
    beneficiary_name   TEXT NOT NULL,
    subject_name       TEXT NOT NULL,
    subject_identifier TEXT NOT NULL,
    round              INTEGER NOT NULL,
    search_hash        INTEGER NOT NULL,
    body               BLOB NOT NULL
);

-- Covers all that the worklist reads at start.
CREATE INDEX case_list ON case_row (deadline_ms, status, section, flags);

CREATE INDEX case_closed ON case_row (updated_at) WHERE status IN ('completed', 'rejected');

CREATE TABLE case_attachment (
    rid    INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (rid, sha256)
) WITHOUT ROWID;

-- Derived from the journal and made anew at every start: marks of cases with acts or a draft, and the case
-- with its acts folded over it where that differs from the truth.
CREATE TABLE pending (
    rid   INTEGER PRIMARY KEY,
    flags INTEGER NOT NULL,
    shown BLOB
);

-- Folded text (models/arabic/fold.h). head: numbers and names; body: the description.
CREATE TABLE search (
    rid  INTEGER PRIMARY KEY,
    head TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE VIRTUAL TABLE words USING fts5(
    head, body, content='search', content_rowid='rid', tokenize='unicode61', prefix='2 3');

CREATE VIRTUAL TABLE fragments USING fts5(
    head, content='search', content_rowid='rid', tokenize='trigram');
