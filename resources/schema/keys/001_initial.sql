-- The centre's keys once more, in a file beside the register: a register that is put back from a backup of before one of
-- them gets it again from here, and desks that believed that key go on believing the receipts.
CREATE TABLE centre_key (
    rid           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    public_key    BLOB NOT NULL,
    seed          BLOB NOT NULL,
    introduced_by TEXT NOT NULL,
    introduction  BLOB NOT NULL,
    created_at    TEXT NOT NULL
);
