-- One row: the key with which this profile signs the envelopes of its acts. known_in is the centre's epoch in which the
-- centre took note of its public half; an envelope that it does not know would be refused, so none is made before.
CREATE TABLE author_key (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    seed     BLOB NOT NULL,
    made_at  TEXT NOT NULL,
    known_in TEXT
);
