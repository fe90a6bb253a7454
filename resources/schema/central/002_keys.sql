-- With what the centre signs its receipts. The newest signs; the older ones stay, since receipts name them and desks
-- believe a newer key only when an older one introduced it.
CREATE TABLE centre_key (
    rid           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    public_key    BLOB NOT NULL,
    seed          BLOB NOT NULL,
    introduced_by TEXT NOT NULL,
    introduction  BLOB NOT NULL,
    created_at    TEXT NOT NULL
);
