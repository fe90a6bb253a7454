-- Where somebody worked before: what they recorded there and had not sent is still theirs to bring, as a proposal.
-- A trigger, because accounts are changed from outside, too.
CREATE TABLE former_place (
    person_id TEXT NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    section   TEXT NOT NULL,
    region    TEXT NOT NULL,
    until     TEXT NOT NULL,
    PRIMARY KEY (person_id, role, section, region)
) WITHOUT ROWID;

CREATE TRIGGER person_moved AFTER UPDATE OF role, section, region ON person
WHEN old.role <> new.role OR old.section <> new.section OR old.region <> new.region
BEGIN
    INSERT OR REPLACE INTO former_place (person_id, role, section, region, until)
    VALUES (old.id, old.role, old.section, old.region, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
