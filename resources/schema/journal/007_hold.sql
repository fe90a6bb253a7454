-- A person keeps a waiting act back, and lets it go again: since when. It stays waiting, and stops its lane.
ALTER TABLE outbox ADD COLUMN held_at TEXT CHECK (held_at IS NULL OR state = 'waiting');
