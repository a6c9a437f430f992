-- What an article's title is found by, beside its passages; `hash` as theirs. Articles that were stored before have
-- none until they are put again, or their titles are encoded by `byline rebuild`.
CREATE TABLE title_vectors (
    article INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    vector BLOB NOT NULL            -- as in passages
) STRICT;
CREATE INDEX title_vectors_by_hash ON title_vectors (hash);
