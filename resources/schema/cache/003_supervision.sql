-- What a supervisor's desk knows of the cases of a section or region: of each no more than its header. Where a value is
-- missing stands an empty text, but for the day of closing.

-- The days are those of Riyadh, counted from 1970-01-01, so that boards group by numbers; deadline_ms and end_day are of
-- the earlier deadline. turn: 0 the officer's, 1 the beneficiary's, 2 closed. marks: bits, 1 urgent, 2 humanitarian, 4 of
-- a kind not known here. `round` as in case_row.
CREATE TABLE header (
    rid            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    number         TEXT NOT NULL,
    version        INTEGER NOT NULL,
    status         TEXT NOT NULL,
    section        TEXT NOT NULL,
    sub_service    TEXT NOT NULL,
    region         TEXT NOT NULL,
    submitted_at   TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    service_day    TEXT NOT NULL,
    service_at     TEXT NOT NULL,
    statutory_day  TEXT NOT NULL,
    statutory_at   TEXT NOT NULL,
    statutory_rule TEXT NOT NULL,
    assignee_id    TEXT NOT NULL,
    assignee_name  TEXT NOT NULL,
    resubmitted_at TEXT NOT NULL,
    closed_at      TEXT NOT NULL,
    marks          INTEGER NOT NULL,
    open_proposals INTEGER NOT NULL,
    turn           INTEGER NOT NULL,
    deadline_ms    INTEGER NOT NULL,
    end_day        INTEGER NOT NULL,
    submitted_day  INTEGER NOT NULL,
    closed_day     INTEGER,
    round          INTEGER NOT NULL
);

-- Covers what a board counts of each officer, in the order in which it groups.
CREATE INDEX header_board ON header (assignee_id, turn, end_day, deadline_ms) WHERE turn < 2;

CREATE INDEX header_urgent ON header (deadline_ms, number, id) WHERE turn < 2;

CREATE INDEX header_arrival ON header (submitted_day, turn);

CREATE INDEX header_closing ON header (closed_day) WHERE closed_day IS NOT NULL;

CREATE INDEX header_answered ON header (resubmitted_at) WHERE resubmitted_at <> '';

CREATE INDEX header_forgotten ON header (updated_at) WHERE turn = 2;

-- One row: those whom the supervisor sees to, as the centre told of them last.
CREATE TABLE staff (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    body       BLOB NOT NULL,
    fetched_at TEXT NOT NULL
);

-- A profile that holds no case may be a supervisor's whose cursor passed over every header. It asks from the beginning; an
-- officer without work has little to ask for.
INSERT OR REPLACE INTO mark (key, value)
SELECT column1, column2 FROM (VALUES ('cursor', ''), ('complete_at', ''), ('filling', '1'))
WHERE NOT EXISTS (SELECT 1 FROM case_row) AND EXISTS (SELECT 1 FROM mark WHERE key = 'cursor' AND value <> '');
