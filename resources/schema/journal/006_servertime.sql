-- One row: the time that the centre told last, and what the wall clock of this machine showed then.
CREATE TABLE server_time (
    only      INTEGER PRIMARY KEY CHECK (only = 1),
    server_at TEXT NOT NULL,
    wall_at   TEXT NOT NULL
);
