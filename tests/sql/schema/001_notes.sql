-- SPDX-FileCopyrightText: The Tawasul Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    author TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX notes_by_author ON notes (author);
