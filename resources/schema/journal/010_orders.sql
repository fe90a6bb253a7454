-- What a supervisor ordered: cases given to others, a leave, the end of one. The bytes that are sent are made once and
-- never change; they lose themselves like those of acts, long after they were answered. foreseen is what the desk expected,
-- for the screens. rests_on: the order whose answer says under which version this one goes. set_aside: it rests with a person, and
-- holds nothing back. doubted: answered, and the centre was restored since, so that its effect may be gone.
CREATE TABLE supervision_order (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL CHECK (kind IN ('assignment', 'leave', 'leave_end')),
    subject     TEXT NOT NULL,
    if_match    INTEGER,
    undoes      TEXT NOT NULL,
    rests_on    TEXT NOT NULL DEFAULT '',
    recorded_at TEXT NOT NULL,
    body        BLOB NOT NULL,
    foreseen    BLOB NOT NULL,
    state       TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'answered', 'refused', 'withdrawn', 'set_aside')),
    tries       INTEGER NOT NULL DEFAULT 0,
    last_try_at TEXT,
    next_try_at TEXT,
    error       BLOB,
    answer      BLOB,
    ended_at    TEXT,
    doubted     INTEGER NOT NULL DEFAULT 0,
    CHECK ((state = 'answered') = (answer IS NOT NULL)),
    CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CHECK (state <> 'withdrawn' OR tries = 0)
);

CREATE INDEX supervision_order_waiting ON supervision_order (sequence) WHERE state = 'waiting';

CREATE INDEX supervision_order_open ON supervision_order (state) WHERE state IN ('waiting', 'set_aside');

CREATE INDEX supervision_order_undoes ON supervision_order (undoes) WHERE undoes <> '';

-- What an order touches: cases, people, orders, leaves. Of two that touch the same thing the earlier goes first.
CREATE TABLE supervision_touch (
    sequence INTEGER NOT NULL REFERENCES supervision_order (sequence),
    touched  TEXT NOT NULL,
    PRIMARY KEY (touched, sequence)
) WITHOUT ROWID;

CREATE INDEX supervision_touch_of ON supervision_touch (sequence);

-- One row once the centre was told of unsent acts: in which of its epochs it was told last that there are none; null: it may
-- remember some.
CREATE TABLE outbox_told (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    zero_in TEXT
);
