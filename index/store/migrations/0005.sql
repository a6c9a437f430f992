-- In which statements a word stands, so that words are found without passing all statements; the words are those of
-- `statement_words`, from which it can be made anew.
CREATE VIRTUAL TABLE statement_terms USING fts5 (
    words, content = 'statement_words', content_rowid = 'statement', tokenize = 'ascii', detail = none, columnsize = 0
);
INSERT INTO statement_terms (statement_terms) VALUES ('rebuild');

-- Whose replaced version a kept vector is of, so that it goes with its article. Of those kept before nobody knows.
DELETE FROM kept_vectors;
ALTER TABLE kept_vectors ADD COLUMN article TEXT NOT NULL DEFAULT '';
CREATE INDEX kept_vectors_by_article ON kept_vectors (article);
