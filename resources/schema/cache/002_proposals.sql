-- What became of the account's own proposals: the line of the feed for each case, whose number is all that is here of
-- it. `round` as in case_row.
CREATE TABLE own_proposals (
    case_id TEXT PRIMARY KEY,
    round   INTEGER NOT NULL,
    body    BLOB NOT NULL
) WITHOUT ROWID;
