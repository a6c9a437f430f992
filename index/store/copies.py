"""Which stored articles are one text: kept with the articles, in the transaction that writes them."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.copies.finding.find import compare_shingles
from index.copies.finding.shingles import RULES, Hashes, Shingles, digest_shingles, pick_fingerprints, shingle_body
from index.errors import UnknownIdError
from index.records import CopyGroup, Line
from index.store import rows
from index.store.connect import Connection

# Words that open more texts than this are stock words, and no ground to compare two texts.
COMMON = 32
# Texts compared in full for one that comes in, those that share most fingerprints first.
COMPARED = 8
# Of the fingerprints of the shorter text: with fewer in common, two texts are not compared in full.
SHARED = 0.3
_FILLED = 200  # articles to a transaction of `fill_copies`


def join_copies(connection: Connection, article: int, text: str, lines: Sequence[Line]) -> None:
    """Put a stored article (its row number) into the group of the text it carries, or into one of its own."""
    shingles = shingle_body(text, lines)
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
    # of anchor has every other text of the group compared again.
    same = 'SELECT max(article) FROM copies WHERE digest = ? AND "group" = ?'
    heir = connection.execute(same, (digest, group)).fetchone()[0]
    if heir is not None:
        connection.execute("UPDATE copy_groups SET anchor = ? WHERE pk = ?", (heir, group))
        return
    _strike_fingerprints(connection, group, _load(connection, article))
    heir = connection.execute('SELECT max(article) FROM copies WHERE "group" = ?', (group,)).fetchone()[0]
    if heir is None:
        connection.execute("DELETE FROM copy_groups WHERE pk = ?", (group,))
    else:
        _inherit(connection, group, heir)


def copies_of(connection: Connection, article_ids: Sequence[str]) -> tuple[CopyGroup, ...]:
    """The groups of two articles or more that hold any of `article_ids`, in the order of their first mention."""
    asked: dict[int, list[str]] = {}
    select = 'SELECT a.pk, c."group" FROM articles AS a LEFT JOIN copies AS c ON c.article = a.pk WHERE a.id = ?'
    for article_id in dict.fromkeys(article_ids):
        row = connection.execute(select, (article_id,)).fetchone()
        if row is None:
            raise UnknownIdError("article", article_id)
        if row[1] is not None:
            asked.setdefault(row[1], []).append(article_id)
    found = []
    for group, members in asked.items():
        size = connection.execute('SELECT count(*) FROM copies WHERE "group" = ?', (group,)).fetchone()[0]
        if size > 1:
            found.append(CopyGroup(f"copy:{group}", tuple(members), size))
    return tuple(found)


def fill_copies(connection: Connection) -> None:
    """Group the articles of a store that was written without groups, or with groups by older rules.

    Works in short transactions; what is interrupted goes on where it stopped.
    """
    row = connection.execute("SELECT value FROM meta WHERE key = 'copies'").fetchone()
    if row is None or int(row[0]) != RULES:
        connection.execute("BEGIN IMMEDIATE")
        for table in ("fingerprints", "copies", "copy_groups"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('copies', ?), ('copies_filled', '0')", (RULES,))
        connection.execute("COMMIT")
    while _fill_some(connection):
        pass


def _fill_some(connection: Connection) -> bool:
    """Group some articles that stand in none; whether there were any."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'copies_filled'").fetchone()
    if row is None:
        return False
    connection.execute("BEGIN IMMEDIATE")
    select = "SELECT pk, text, lines FROM articles WHERE pk > ? ORDER BY pk LIMIT ?"
    batch = connection.execute(select, (int(row[0]), _FILLED)).fetchall()
    for pk, text, lines in batch:
        join_copies(connection, pk, text, rows.load_lines(lines))
    if batch:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'copies_filled'", (batch[-1][0],))
    else:
        connection.execute("DELETE FROM meta WHERE key = 'copies_filled'")
    connection.execute("COMMIT")
    return bool(batch)


def _join(connection: Connection, article: int, shingles: Shingles) -> None:
    digest = digest_shingles(shingles)
    group = _find_group(connection, shingles, digest)
    if group is None:
        group = int(connection.execute("INSERT INTO copy_groups VALUES (NULL, ?, 0)", (article,)).lastrowid or 0)
        _post_fingerprints(connection, group, shingles)
    connection.execute("INSERT INTO copies VALUES (?, ?, ?)", (article, group, digest))


def _find_group(connection: Connection, shingles: Shingles, digest: int) -> int | None:
    """The group whose anchor the text is most a copy of, the oldest of equals."""
    same = connection.execute('SELECT "group" FROM copies WHERE digest = ? LIMIT 1', (digest,)).fetchone()
    if same is not None:
        return int(same[0])
    fingerprints = _signed(pick_fingerprints(shingles.hashes))
    shared: Counter[int] = Counter()
    for value in fingerprints:
        select = 'SELECT "group" FROM fingerprints WHERE hash = ? LIMIT ?'
        holders = connection.execute(select, (value, COMMON + 1)).fetchall()
        if len(holders) <= COMMON:
            shared.update(holder for (holder,) in holders)
    found: list[tuple[float, int]] = []
    for group, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:COMPARED]:
        select = "SELECT anchor, fingerprints FROM copy_groups WHERE pk = ?"
        anchor, size = connection.execute(select, (group,)).fetchone()
        if count < SHARED * min(size, len(fingerprints)):
            continue
        likeness = compare_shingles(shingles, _load(connection, anchor))
        if likeness.is_copy:
            found.append((-likeness.containment, group))
    return min(found)[1] if found else None


def _inherit(connection: Connection, group: int, heir: int) -> None:
    """Make `heir` the group's anchor; those that are no copies of it find, or found, other groups."""
    anchor = _load(connection, heir)
    connection.execute("UPDATE copy_groups SET anchor = ? WHERE pk = ?", (heir, group))
    _post_fingerprints(connection, group, anchor)
    select = 'SELECT min(article), digest FROM copies WHERE "group" = ? AND article != ? GROUP BY digest ORDER BY 1'
    strangers = []
    for article, digest in connection.execute(select, (group, heir)).fetchall():
        if not compare_shingles(anchor, _load(connection, article)).is_copy:
            strangers.append(digest)
    members = 'DELETE FROM copies WHERE "group" = ? AND digest = ? RETURNING article'
    out = [row[0] for digest in strangers for row in connection.execute(members, (group, digest)).fetchall()]
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
