-- One row: what the officer leaves for the next sign-in of this account, in UTF-8.
CREATE TABLE handover (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    content  BLOB NOT NULL,
    saved_at TEXT NOT NULL
);
