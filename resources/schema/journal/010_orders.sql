-- What a supervisor ordered: cases given to others, a leave, the end of one. The bytes that are sent are made once and
-- never change; they lose themselves like those of acts, long after they were answered. foreseen is what the desk expected,
-- for the screens.
CREATE TABLE supervision_order (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL CHECK (kind IN ('assignment', 'leave', 'leave_end')),
    subject     TEXT NOT NULL,
    if_match    INTEGER,
    undoes      TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    body        BLOB NOT NULL,
    foreseen    BLOB NOT NULL,
    state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'answered', 'refused', 'withdrawn')),
    tries       INTEGER NOT NULL DEFAULT 0,
    last_try_at TEXT,
    next_try_at TEXT,
    error       BLOB,
    answer      BLOB,
    ended_at    TEXT,
    CHECK ((state = 'answered') = (answer IS NOT NULL)),
    CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CHECK (state <> 'withdrawn' OR tries = 0)
);

CREATE INDEX supervision_order_waiting ON supervision_order (sequence) WHERE state = 'waiting';
