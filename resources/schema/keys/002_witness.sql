-- What else is remembered beside the register, and whose register it is: one that is put back from a backup is known by
-- this, and gets again what it lacks.

-- The reference data that was published, under the numbers that the register gave it: their order is that of publication.
CREATE TABLE reference_version (
    centre       TEXT NOT NULL,
    number       INTEGER NOT NULL,
    version      TEXT NOT NULL,
    published_at TEXT NOT NULL,
    body         BLOB NOT NULL,
    PRIMARY KEY (centre, number),
    UNIQUE (centre, version)
);

-- The epochs in their order, and up to which position the feed had come in each.
CREATE TABLE centre_epoch (
    rid      INTEGER PRIMARY KEY,
    centre   TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL
);
