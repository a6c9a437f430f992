-- What the index is and where it stands: sequence, model, fingerprint, dimension, precision.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,          -- hash of what was read
    received TEXT NOT NULL,         -- hash of what came in, so that the same article is not read again
    seq INTEGER NOT NULL,           -- the transaction that wrote it
    path TEXT,
    url TEXT,
    language TEXT,
    outlet TEXT,                    -- null: not known; never a guess
    outlet_key TEXT,                -- folded, for filters
    level TEXT NOT NULL,
    title TEXT,
    published TEXT,                 -- ISO 8601, as far as known
    day INTEGER,                    -- the day of `published` as a proleptic ordinal
    masthead TEXT NOT NULL,         -- JSON
    lines TEXT NOT NULL,            -- JSON: [[start, end, label, reason], ...]
    sentences BLOB NOT NULL,        -- int32 little-endian (n, 2): start, end
    text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_outlet ON articles (outlet_key);
CREATE INDEX articles_by_day ON articles (day);
CREATE INDEX articles_by_path ON articles (path);

-- What an article said before it was replaced.
CREATE TABLE versions (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    seq INTEGER NOT NULL,           -- the transaction that replaced it
    masthead TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id, version, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE passages (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    first INTEGER NOT NULL,         -- sentences, inclusive
    last INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    vector BLOB NOT NULL,           -- float32 little-endian (d,), unit length
    UNIQUE (article, n)
) STRICT;
CREATE INDEX passages_by_seq ON passages (seq);

CREATE TABLE sentence_vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (pk) ON DELETE CASCADE,
    vectors BLOB NOT NULL           -- int8 (last - first + 1, d), unit length times 127
) STRICT;

-- Who says what in a sentence, once it has been read; `body` is the statement as JSON.
CREATE TABLE statements (
    pk INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (article, n)
) STRICT;

-- Passages taken out, for the caches that still hold them. Two integers each, never dropped: so a cache of any age,
-- whoever holds it, can be caught up.
CREATE TABLE removals (
    seq INTEGER NOT NULL,
    passage INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX removals_by_seq ON removals (seq);

-- Files met, each with the id it gives its article or articles; `stamp` (size, time, what was declared) is empty
-- until the file has been read to its end without a fault, so that a stopped run starts where it stopped.
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Body lines by outlet: one that recurs over an outlet's pages is page furniture.
CREATE TABLE body_lines (
    outlet_key TEXT NOT NULL,
    line INTEGER NOT NULL,          -- hash of the folded line
    article INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    PRIMARY KEY (outlet_key, line, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX body_lines_by_article ON body_lines (article);
