"""Which stored articles are one text: kept with the articles, in the transaction that writes them."""

import json
import logging
from collections.abc import Iterator, Sequence

import numpy as np

from index.copies.finding.find import compare_shingles, count_changed, find_spare
from index.copies.finding.shingles import RULES, Hashes, Shingles, digest_shingles, pick_fingerprints, shingle_body
from index.copies.finding.words import read_words
from index.errors import UnknownIdError
from index.records import CopyGroup
from index.store import rows
from index.store.connect import Connection

# Words that open more texts than this are stock words, and no ground to compare two texts.
COMMON = 32
# Texts compared in full for one that comes in, those that share most fingerprints first.
COMPARED = 8
# Of the fingerprints of the shorter text: with fewer in common, two texts are not compared in full.
SHARED = 0.3
_FILLED = 200  # articles to a transaction of `fill_copies`
_TOLD = 2000  # articles of `fill_copies`, after which it says how far it is; a smaller store is done in seconds
_LOG = logging.getLogger("byline")


def join_copies(connection: Connection, article: int, shingles: Shingles) -> None:
    """Put a stored article (its row number) into the group of the text it carries, or into one of its own."""
    if len(shingles):
        _join(connection, article, shingles)


def leave_copies(connection: Connection, article: int) -> None:
    """Take an article out of its group before it is deleted; what was a copy only of it is judged anew."""
    row = connection.execute('SELECT "group", digest FROM copies WHERE article = ?', (article,)).fetchone()
    if row is None:
        return
    group, digest = row
    connection.execute("DELETE FROM copies WHERE article = ?", (article,))
    anchor = connection.execute("SELECT anchor FROM copy_groups WHERE pk = ?", (group,)).fetchone()[0]
    if anchor != article:
        return
    # The last to come is the heir: articles are mostly deleted or put again in the order they came, and each change
    # of anchor may have other texts of the group compared again.
    same = 'SELECT max(article) FROM copies WHERE digest = ? AND "group" = ?'
    heir = connection.execute(same, (digest, group)).fetchone()[0]
    if heir is not None:
        connection.execute("UPDATE copy_groups SET anchor = ? WHERE pk = ?", (heir, group))
        return
    old = _load(connection, article)
    _strike_fingerprints(connection, group, old)
    heir = connection.execute('SELECT max(article) FROM copies WHERE "group" = ?', (group,)).fetchone()[0]
    if heir is None:
        connection.execute("DELETE FROM copy_groups WHERE pk = ?", (group,))
    else:
        _inherit(connection, group, old, heir)


def copies_of(connection: Connection, article_ids: Sequence[str]) -> tuple[CopyGroup, ...]:
    """The groups of two articles or more that hold any of `article_ids`, in the order of their first mention."""
    select = (
        'SELECT a.id, c."group" FROM articles AS a LEFT JOIN copies AS c ON c.article = a.pk'
        " WHERE a.id IN (SELECT value FROM json_each(?))"
    )
    groups: dict[str, int | None] = dict(connection.execute(select, (json.dumps(article_ids),)))
    asked: dict[int, list[str]] = {}
    for article_id in dict.fromkeys(article_ids):
        if article_id not in groups:
            raise UnknownIdError("article", article_id)
        if (group := groups[article_id]) is not None:
            asked.setdefault(group, []).append(article_id)
    count = 'SELECT "group", count(*) FROM copies WHERE "group" IN (SELECT value FROM json_each(?)) GROUP BY "group"'
    sizes = dict(connection.execute(count, (json.dumps(list(asked)),)))
    return tuple(CopyGroup(f"copy:{one}", tuple(own), sizes[one]) for one, own in asked.items() if sizes[one] > 1)


def list_carriers(connection: Connection, article_id: str, limit: int) -> tuple[str, ...]:
    """Up to `limit` other articles of the text that this one carries, those stored first, ascending."""
    select = (
        'SELECT o.article FROM articles AS own JOIN copies AS c ON c.article = own.pk JOIN copies AS o ON o."group" ='
        ' c."group" AND o.article <> own.pk WHERE own.id = ? ORDER BY o.article LIMIT ?'
    )
    named = f"SELECT id FROM articles WHERE pk IN ({select}) ORDER BY id"
    return tuple(row[0] for row in connection.execute(named, (article_id, limit)))


def list_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the groups, in words; nothing where all is well."""
    ungrouped = "SELECT id, text, lines FROM articles WHERE pk NOT IN (SELECT article FROM copies) ORDER BY id"
    for article_id, text, lines in connection.execute(ungrouped):
        spans = ((line.start, line.end) for line in rows.load_lines(lines) if line.label == "body")
        if any(True for span in spans for _ in read_words(text, *span)):
            yield f"article {article_id}: it is not among the texts that copies are looked for in"
    bare = (
        "SELECT a.id FROM copies AS c JOIN articles AS a ON a.pk = c.article"
        ' LEFT JOIN copy_groups AS g ON g.pk = c."group"'
        ' LEFT JOIN copies AS first ON first.article = g.anchor AND first."group" = g.pk WHERE first.article IS NULL'
        " ORDER BY a.id"
    )
    for (article_id,) in connection.execute(bare):
        yield f"article {article_id}: the text that it is filed under as a copy is not there"
    empty = 'SELECT pk FROM copy_groups WHERE pk NOT IN (SELECT "group" FROM copies) ORDER BY pk'
    for (group,) in connection.execute(empty):
        yield f"copy group {group}: no article carries it"


def fill_copies(connection: Connection) -> None:
    """Group the articles of a store that was written without groups, or with groups by older rules.

    Works in short transactions; what is interrupted goes on where it stopped. Where it takes long it says so.
    """
    row = connection.execute("SELECT value FROM meta WHERE key = 'copies'").fetchone()
    if row is None or int(row[0]) != RULES:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("fingerprints", "copies", "copy_groups"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('copies', ?), ('copies_filled', '0')", (RULES,))
        connection.execute("COMMIT")
    count = "SELECT count(*) FROM articles WHERE pk > (SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?)"
    left = connection.execute(count, ("copies_filled",)).fetchone()[0]
    done = 0
    while batch := _fill_some(connection):
        if done // _TOLD < (done + batch) // _TOLD or (not done and left > _TOLD):
            _LOG.warning("copies are looked for in what is stored, once: %s of %s articles", done + batch, left)
        done += batch


def _fill_some(connection: Connection) -> int:
    """Group some articles that stand in none; how many."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'copies_filled'").fetchone()
    if row is None:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    select = "SELECT pk, text, lines FROM articles WHERE pk > ? ORDER BY pk LIMIT ?"
    batch = connection.execute(select, (int(row[0]), _FILLED)).fetchall()
    for pk, text, lines in batch:
        join_copies(connection, pk, shingle_body(text, rows.load_lines(lines)))
    if batch:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'copies_filled'", (batch[-1][0],))
    else:
        connection.execute("DELETE FROM meta WHERE key = 'copies_filled'")
    connection.execute("COMMIT")
    return len(batch)


def _join(connection: Connection, article: int, shingles: Shingles) -> None:
    digest = digest_shingles(shingles)
    same = connection.execute('SELECT "group", spare FROM copies WHERE digest = ? LIMIT 1', (digest,)).fetchone()
    found = same or _find_group(connection, shingles)
    if found is None:
        group = int(connection.execute("INSERT INTO copy_groups VALUES (NULL, ?, 0)", (article,)).lastrowid or 0)
        _post_fingerprints(connection, group, shingles)
        found = group, 0
    insert = 'INSERT INTO copies (article, "group", digest, spare) VALUES (?, ?, ?, ?)'
    connection.execute(insert, (article, found[0], digest, found[1]))


def _find_group(connection: Connection, shingles: Shingles) -> tuple[int, int] | None:
    """The group whose anchor the text is most a copy of, the oldest of equals; and by how much that may change."""
    fingerprints = _signed(pick_fingerprints(shingles.hashes))
    select = (
        'SELECT "group", count(*) FROM json_each(?) CROSS JOIN fingerprints ON hash = value WHERE'
        ' (SELECT count(*) FROM (SELECT 1 FROM fingerprints WHERE hash = value LIMIT ?)) <= ? GROUP BY "group"'
    )
    shared = dict(connection.execute(select, (json.dumps(fingerprints), COMMON + 1, COMMON)))
    found: list[tuple[float, int, int]] = []
    for group, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:COMPARED]:
        select = "SELECT anchor, fingerprints FROM copy_groups WHERE pk = ?"
        anchor, size = connection.execute(select, (group,)).fetchone()
        if count < SHARED * min(size, len(fingerprints)):
            continue
        text = _load(connection, anchor)
        likeness = compare_shingles(shingles, text)
        if likeness.is_copy:
            found.append((-likeness.containment, group, find_spare(shingles, text)))
    return min(found)[1:] if found else None


def _inherit(connection: Connection, group: int, old: Shingles, heir: int) -> None:
    """Make `heir` the group's anchor; those that are no copies of it find, or found, other groups.

    Only those are compared with it that, by what they have in common with the old one, might be none.
    """
    anchor = _load(connection, heir)
    changed = count_changed(old, anchor)
    connection.execute("UPDATE copy_groups SET anchor = ? WHERE pk = ?", (heir, group))
    _post_fingerprints(connection, group, anchor)
    doubtful = 'SELECT min(article), digest FROM copies WHERE "group" = ? AND spare < ? GROUP BY digest ORDER BY 1'
    compared = connection.execute(doubtful, (group, changed)).fetchall()
    connection.execute(
        'UPDATE copies SET spare = spare - ? WHERE "group" = ? AND spare >= ?', (changed, group, changed)
    )
    out: list[int] = []
    for article, digest in compared:
        text = _load(connection, article)
        if compare_shingles(anchor, text).is_copy:
            again = 'UPDATE copies SET spare = ? WHERE "group" = ? AND digest = ?'
            connection.execute(again, (find_spare(text, anchor), group, digest))
        else:
            leaving = 'DELETE FROM copies WHERE "group" = ? AND digest = ? RETURNING article'
            out += [row[0] for row in connection.execute(leaving, (group, digest)).fetchall()]
    for article in sorted(out):
        _join(connection, article, _load(connection, article))


def _load(connection: Connection, article: int) -> Shingles:
    text, lines = connection.execute("SELECT text, lines FROM articles WHERE pk = ?", (article,)).fetchone()
    return shingle_body(text, rows.load_lines(lines))


def _post_fingerprints(connection: Connection, group: int, shingles: Shingles) -> None:
    posted = [(value, group) for value in _signed(pick_fingerprints(shingles.hashes))]
    connection.executemany("INSERT OR IGNORE INTO fingerprints VALUES (?, ?)", posted)
    connection.execute("UPDATE copy_groups SET fingerprints = ? WHERE pk = ?", (len(posted), group))


def _strike_fingerprints(connection: Connection, group: int, shingles: Shingles) -> None:
    posted = [(value, group) for value in _signed(pick_fingerprints(shingles.hashes))]
    connection.executemany('DELETE FROM fingerprints WHERE hash = ? AND "group" = ?', posted)


def _signed(hashes: Hashes) -> list[int]:
    """As SQLite keeps them."""
    signed: list[int] = hashes.astype(np.uint64).view(np.int64).tolist()
    return signed
