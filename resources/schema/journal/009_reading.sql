-- How an attachment was read, by its hash, so that it opens as it was left: the page, from 0; how many there are; one
-- at a time or under each other; quarter turns to the right of all pages, and as JSON of single ones; and as JSON
-- which document each range of pages shows.
CREATE TABLE reading (
    sha256     TEXT PRIMARY KEY,
    page       INTEGER NOT NULL CHECK (page >= 0),
    pages      INTEGER NOT NULL CHECK (pages >= 0),
    continuous INTEGER NOT NULL CHECK (continuous IN (0, 1)),
    turn       INTEGER NOT NULL CHECK (turn BETWEEN 0 AND 3),
    turns      BLOB NOT NULL,
    labels     BLOB NOT NULL,
    read_at    TEXT NOT NULL
) WITHOUT ROWID;
