-- What an order touches as one text, a line for each, instead of a row for each: an order of a thousand cases is written
-- in one go, and what waits is compared in memory.
CREATE TABLE supervision_touches (
    sequence INTEGER PRIMARY KEY REFERENCES supervision_order (sequence),
    touched  BLOB NOT NULL
);

INSERT INTO supervision_touches (sequence, touched)
SELECT sequence, CAST(group_concat(touched, char(10)) AS BLOB) FROM supervision_touch GROUP BY sequence;

DROP TABLE supervision_touch;
