-- What a passage's vectors were made from, as a hash: the model, the text and where its sentences lie. Null until it
-- has been worked out for passages that an earlier Byline stored.
ALTER TABLE passages ADD COLUMN hash BLOB;
CREATE INDEX passages_by_hash ON passages (hash);

-- Vectors of passages that were taken out, for when they come back; the oldest fall away.
CREATE TABLE kept_vectors (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    vector BLOB NOT NULL,           -- as in passages
    sentences BLOB NOT NULL         -- as in sentence_vectors
) STRICT;
