-- What supervisors see and do. Columns beside the body are what a rule picks by and a load is counted by; ends_at is the
-- earlier of both deadlines.
ALTER TABLE case_record ADD COLUMN sub_service TEXT NOT NULL DEFAULT '';

ALTER TABLE case_record ADD COLUMN ends_at TEXT NOT NULL DEFAULT '';

UPDATE case_record SET
    sub_service = json_extract(CAST(body AS TEXT), '$.sub_service'),
    ends_at = min(json_extract(CAST(body AS TEXT), '$.service_deadline.at'),
                  coalesce(json_extract(CAST(body AS TEXT), '$.statutory_deadline.at'),
                           json_extract(CAST(body AS TEXT), '$.service_deadline.at')));

CREATE INDEX case_open ON case_record (assignee, region, section, ends_at, status)
    WHERE status NOT IN ('completed', 'rejected');

-- By which numbers a case is looked up; they never change.
CREATE TABLE case_identifier (
    identifier TEXT NOT NULL,
    case_rid   INTEGER NOT NULL REFERENCES case_record (rid),
    PRIMARY KEY (identifier, case_rid)
) WITHOUT ROWID;

INSERT OR IGNORE INTO case_identifier (identifier, case_rid)
    SELECT json_extract(CAST(body AS TEXT), '$.beneficiary.identifier'), rid FROM case_record;

INSERT OR IGNORE INTO case_identifier (identifier, case_rid)
    SELECT json_extract(CAST(body AS TEXT), '$.subject.identifier'), rid FROM case_record;

-- Every case stands in the scopes of its supervisors, too. Their cursors are of other scopes from now on and begin
-- anew, so the positions of their officers' rows serve.
INSERT INTO feed (scope, position, case_rid, kind, at)
    SELECT 'section:' || c.section || '/' || c.region, f.position, f.case_rid, 0, f.at
    FROM feed f JOIN case_record c ON c.rid = f.case_rid
    WHERE f.kind = 0 AND (f.scope LIKE 'user:%' OR f.scope LIKE 'unassigned:%');

INSERT INTO feed (scope, position, case_rid, kind, at)
    SELECT 'region:' || c.region, f.position, f.case_rid, 0, f.at
    FROM feed f JOIN case_record c ON c.rid = f.case_rid
    WHERE f.kind = 0 AND (f.scope LIKE 'user:%' OR f.scope LIKE 'unassigned:%');

-- Who is away. Days are those of Riyadh; no last day: until further notice.
CREATE TABLE leave (
    id            TEXT PRIMARY KEY,
    version       INTEGER NOT NULL,
    officer_id    TEXT NOT NULL REFERENCES person (id),
    kind          TEXT NOT NULL,
    first_day     TEXT NOT NULL,
    last_day      TEXT,
    substitute_id TEXT REFERENCES person (id),
    recorded_by   TEXT NOT NULL REFERENCES person (id),
    recorded_at   TEXT NOT NULL,
    ended_at      TEXT
) WITHOUT ROWID;

CREATE INDEX leave_officer ON leave (officer_id, first_day);

-- Every order that moved a case, for ever, with the answer it got: the same id again gets the same bytes.
CREATE TABLE assignment (
    id        TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    answer    BLOB NOT NULL,
    at        TEXT NOT NULL
) WITHOUT ROWID;

-- What it moved, in its order, and whose each case was.
CREATE TABLE assignment_item (
    assignment  TEXT NOT NULL REFERENCES assignment (id),
    ordinal     INTEGER NOT NULL,
    case_rid    INTEGER NOT NULL REFERENCES case_record (rid),
    act_id      TEXT NOT NULL,
    from_person TEXT,
    PRIMARY KEY (assignment, ordinal)
) WITHOUT ROWID;

-- What somebody looked at or changed that no act of a case tells.
CREATE TABLE audit (
    rid       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role      TEXT NOT NULL,
    action    TEXT NOT NULL,
    case_rid  INTEGER,
    detail    TEXT NOT NULL
);

CREATE INDEX audit_case ON audit (case_rid, at) WHERE case_rid IS NOT NULL;

-- How many acts a machine had not sent when it said so last.
CREATE TABLE outbox_report (
    person_id   TEXT NOT NULL REFERENCES person (id),
    device      TEXT NOT NULL,
    unsent      INTEGER NOT NULL,
    oldest_at   TEXT,
    reported_at TEXT NOT NULL,
    PRIMARY KEY (person_id, device)
) WITHOUT ROWID;
