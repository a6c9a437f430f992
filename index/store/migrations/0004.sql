-- By how much the anchor of its group may change before an article has to be compared with it anew; 0 is always right.
ALTER TABLE copies ADD COLUMN spare INTEGER NOT NULL DEFAULT 0;
