-- Who recorded a leave stays who they are; who changed or ended it last is said beside it.
ALTER TABLE leave ADD COLUMN changed_by TEXT REFERENCES person (id);

ALTER TABLE leave ADD COLUMN changed_at TEXT;

-- Who is away from a day on: most leaves were over long ago.
CREATE INDEX leave_last ON leave (last_day);

CREATE INDEX leave_substitute ON leave (substitute_id) WHERE substitute_id IS NOT NULL;

-- Two machines may have one name: a profile is known by what it made up for itself ('profile:…'), and by its name
-- ('name:…') only while it says nothing else.
ALTER TABLE outbox_report RENAME TO outbox_report_by_name;

CREATE TABLE outbox_report (
    person_id   TEXT NOT NULL REFERENCES person (id),
    machine     TEXT NOT NULL,
    device      TEXT NOT NULL,
    unsent      INTEGER NOT NULL,
    oldest_at   TEXT,
    reported_at TEXT NOT NULL,
    PRIMARY KEY (person_id, machine)
) WITHOUT ROWID;

INSERT INTO outbox_report (person_id, machine, device, unsent, oldest_at, reported_at)
    SELECT person_id, 'name:' || device, device, unsent, oldest_at, reported_at
    FROM outbox_report_by_name WHERE device <> '';

DROP TABLE outbox_report_by_name;

-- Searches answer with the last changed first; what else they ask for stands in the index, so that no case is looked
-- at that is not answered with.
CREATE INDEX case_of_section ON case_record (region, section, updated_at DESC, rid, status, sub_service, assignee);

CREATE INDEX case_of_region ON case_record (region, updated_at DESC, rid, status, section, sub_service, assignee);

CREATE INDEX case_of_officer ON case_record (assignee, updated_at DESC, rid, status, region, section, sub_service);

CREATE INDEX case_by_change ON case_record (updated_at DESC, rid, status, section, sub_service);
