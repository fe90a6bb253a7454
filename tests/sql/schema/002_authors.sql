-- SPDX-FileCopyrightText: The Tawasul Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Rebuilds a table that others will refer to, the way SQLite asks for it; a semicolon; in a comment ends nothing.

CREATE TABLE authors (
    name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO authors SELECT DISTINCT author FROM notes;

CREATE TABLE notes_new (
    id INTEGER PRIMARY KEY,
    author TEXT NOT NULL REFERENCES authors (name),
    body TEXT NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO notes_new (id, author, body) SELECT id, author, body FROM notes;

DROP TABLE notes;

ALTER TABLE notes_new RENAME TO notes;

CREATE INDEX notes_by_author ON notes (author);
