-- Texts that stand in more than one article. Every article with words in its body is in one group; the others of the
-- group are copies of its `anchor`, by exact comparison of word 5-grams.
CREATE TABLE copy_groups (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    anchor INTEGER NOT NULL,        -- an article's pk
    fingerprints INTEGER NOT NULL   -- how many of them the anchor's text has
) STRICT;

CREATE TABLE copies (
    article INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    "group" INTEGER NOT NULL,
    digest INTEGER NOT NULL,        -- hash of the whole folded body
    -- By how much the group's anchor may change before this article has to be compared with it anew; 0 is always right.
    spare INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX copies_by_group ON copies ("group", article);
CREATE INDEX copies_by_digest ON copies (digest);

-- By which a group is found: some 5-grams of its anchor's text, so that a text is kept once however often it is copied.
CREATE TABLE fingerprints (
    hash INTEGER NOT NULL,
    "group" INTEGER NOT NULL,
    PRIMARY KEY (hash, "group")
) STRICT, WITHOUT ROWID;
