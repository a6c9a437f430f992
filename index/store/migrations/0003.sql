-- The stance beside the statement, so that the few denials are found among the many assertions.
ALTER TABLE statements ADD COLUMN stance TEXT;
CREATE INDEX statements_by_stance ON statements (stance);

-- The words of a statement's content, folded, a space before and behind each: one scan finds words in a row.
CREATE TABLE statement_words (
    statement INTEGER PRIMARY KEY REFERENCES statements (pk) ON DELETE CASCADE,
    words TEXT NOT NULL
) STRICT;

-- Whoever is cited, once for each way of writing it. `key` is equal where two are one source through the aliases;
-- `tail` is its last word, by which "Lavrov" finds "Foreign Minister Sergei Lavrov".
CREATE TABLE sources (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,             -- in an article's words
    named INTEGER NOT NULL,         -- 0: "a military source"
    canonical TEXT NOT NULL,
    key TEXT NOT NULL,
    tail TEXT NOT NULL,
    UNIQUE (name, named, key)       -- "Clinton" may be filed under Bill in one article and under Hillary in another
) STRICT;
CREATE INDEX sources_by_key ON sources (key);
CREATE INDEX sources_by_tail ON sources (tail);

CREATE TABLE statement_sources (
    source INTEGER NOT NULL REFERENCES sources (pk),
    statement INTEGER NOT NULL REFERENCES statements (pk) ON DELETE CASCADE,
    article INTEGER NOT NULL,       -- of the statement, so that counting by article needs no other table
    PRIMARY KEY (source, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_sources_by_statement ON statement_sources (statement);

-- Articles that were stored before who says what was read in them. What is put without statements counts as such too.
CREATE TABLE unread (
    article INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE
) STRICT;
INSERT INTO unread SELECT pk FROM articles;
