-- The centre's keys that this profile believes; a later one was introduced by an earlier one.
CREATE TABLE centre_key (
    rid           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    public_key    BLOB NOT NULL,
    introduced_by TEXT NOT NULL,
    introduction  BLOB NOT NULL,
    known_since   TEXT NOT NULL
);
