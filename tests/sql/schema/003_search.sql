-- SPDX-FileCopyrightText: The Tawasul Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE VIRTUAL TABLE search USING fts5 (body, content = 'notes', content_rowid = 'id');

CREATE TRIGGER notes_changed AFTER UPDATE OF body ON notes BEGIN
    UPDATE notes SET changes = changes + 1 WHERE id = new.id;

    INSERT INTO search (search, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO search (rowid, body) VALUES (new.id, new.body);
END;

INSERT INTO search (search) VALUES ('rebuild');
