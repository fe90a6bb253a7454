-- With which keys people sign their envelopes: one for each profile on a machine, presented in a session of theirs.
-- They are never taken away: what was signed while a key was good is judged by what its author may do today.
CREATE TABLE author_key (
    person_id  TEXT NOT NULL REFERENCES person (id),
    public_key BLOB NOT NULL,
    device     TEXT NOT NULL,
    since      TEXT NOT NULL,
    PRIMARY KEY (person_id, public_key)
) WITHOUT ROWID;
