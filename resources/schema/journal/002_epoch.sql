-- A centre that was restored from a backup begins a new epoch. What it acknowledged before it may have forgotten,
-- so settled acts keep their payload for a while, and are sent again.

-- One row: the epoch in which the settled acts were acknowledged.
CREATE TABLE centre_epoch (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    epoch TEXT NOT NULL
);

-- What the centre of an earlier epoch signed, of an act that was sent again.
ALTER TABLE outbox ADD COLUMN former_receipt BLOB;

CREATE INDEX outbox_settled ON outbox (ended_at) WHERE state = 'settled';

DROP TRIGGER act_is_final;

-- A settled act may lose its payload (body and base become empty), and nothing else.
CREATE TRIGGER act_is_final BEFORE UPDATE ON act
WHEN NEW.sequence IS NOT OLD.sequence OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
    OR NEW.base_version IS NOT OLD.base_version OR NEW.recorded_at IS NOT OLD.recorded_at
    OR NEW.actor IS NOT OLD.actor OR NEW.body IS NOT x'' OR NEW.base IS NOT x''
    OR NOT EXISTS (SELECT 1 FROM outbox WHERE act_id = OLD.id AND state = 'settled')
BEGIN
    SELECT RAISE(ABORT, 'an act is never changed');
END;
