-- Which outcomes of the account's own proposals the officer has looked at. The outcomes themselves are the centre's to
-- tell, again and again; that somebody saw them is known only here.
CREATE TABLE proposal_seen (
    act_id TEXT PRIMARY KEY,
    state  TEXT NOT NULL,
    at     TEXT NOT NULL
) WITHOUT ROWID;
