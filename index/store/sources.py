"""Whom the statements of the store cite, by name; that two names are one source is decided before they come here."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.store import rows
from index.store.connect import Connection

# A condition on statement_sources; takes the row numbers of sources as a JSON array.
SOURCES = "source IN (SELECT value FROM json_each(?))"
# "The Bank of England" is not England.
_JOINING = frozenset({"of", "in", "for", "from", "at", "to", "and", "or", "on", "the", "&"})


@dataclass(frozen=True, slots=True)
class SourceForm:
    """One way in which articles write a source's name."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A named source: how many statements of how many articles cite it, by how many named outlets.

    `unnamed` counts those of the articles whose outlet is not known. `forms` begin with the most frequent.
    """

    key: str
    name: str
    forms: tuple[SourceForm, ...]
    statements: int
    articles: int
    outlets: int
    unnamed: int


def meet_source(connection: Connection, name: str, named: bool, filed: str) -> int:
    """The row number of a source as it is written; `filed` is the name by which it is filed."""
    key = rows.fold_name(filed)
    select = "SELECT pk, canonical FROM sources WHERE name = ? AND named = ? AND key = ?"
    held = connection.execute(select, (name, named, key)).fetchone()
    if held is None:
        insert = "INSERT INTO sources (name, named, canonical, key, tail) VALUES (?, ?, ?, ?, ?)"
        values = (name, named, filed, key, key.rpartition(" ")[2])
        return int(connection.execute(insert, values).lastrowid or 0)
    if held[1] != filed:
        connection.execute("UPDATE sources SET canonical = ? WHERE pk = ?", (filed, held[0]))
    return int(held[0])


def find_sources(connection: Connection, filed: str) -> list[int]:
    """Row numbers of the sources that are filed under a name, or under a longer one that ends with it.

    So "Lavrov" finds "Foreign Minister Sergei Lavrov"; but no name is found behind a preposition, nor a source
    that is not named by a part of its words.
    """
    key = rows.fold_name(filed)
    select = "SELECT pk, key FROM sources WHERE key = ? UNION SELECT pk, key FROM sources WHERE tail = ? AND named"
    found = connection.execute(select, (key, key.rpartition(" ")[2]))
    return [pk for pk, other in found if other == key or _ends_with(other, key)]


def count_sources(connection: Connection) -> list[tuple[str, int, int]]:
    """The key of every named source, most statements first, then by key; how many statements of how many articles."""
    select = (
        "SELECT so.key, count(DISTINCT ss.statement) AS n, count(DISTINCT ss.article)"
        " FROM sources AS so JOIN statement_sources AS ss ON ss.source = so.pk WHERE so.named GROUP BY so.key"
        " ORDER BY n DESC, so.key"
    )
    return connection.execute(select).fetchall()


def list_sources(
    connection: Connection, counted: Sequence[tuple[str, int, int]], after: tuple[int, str] | None, limit: int
) -> list[SourceCount]:
    """Up to `limit` of the sources that `count_sources` has counted, after the one of that count and key."""
    start = bisect_right(counted, (-after[0], after[1]), key=lambda row: (-row[1], row[0])) if after else 0
    return [_describe(connection, *row) for row in counted[start : start + limit]]


def list_cited(connection: Connection, article_id: str) -> set[tuple[int, str, bool]]:
    """Each source that is filed for an article: the number of its statement, its name, and whether it is named."""
    select = (
        "SELECT s.n, so.name, so.named FROM articles AS a JOIN statements AS s ON s.article = a.pk"
        " JOIN statement_sources AS ss ON ss.statement = s.pk JOIN sources AS so ON so.pk = ss.source WHERE a.id = ?"
    )
    return {(n, name, bool(named)) for n, name, named in connection.execute(select, (article_id,))}


def _describe(connection: Connection, key: str, statements: int, articles: int) -> SourceCount:
    forms = connection.execute(
        "SELECT so.name, so.canonical, count(*) FROM sources AS so JOIN statement_sources AS ss ON ss.source = so.pk"
        " WHERE so.key = ? AND so.named GROUP BY so.pk ORDER BY 3 DESC, 1",
        (key,),
    ).fetchall()
    outlets, unnamed = connection.execute(
        "SELECT count(DISTINCT outlet_key), count(*) - count(outlet_key) FROM articles WHERE pk IN"
        " (SELECT article FROM statement_sources WHERE source IN (SELECT pk FROM sources WHERE key = ? AND named))",
        (key,),
    ).fetchone()
    written = tuple(SourceForm(name, count) for name, _, count in forms)
    return SourceCount(key, forms[0][1], written, statements, articles, outlets, unnamed)


def _ends_with(key: str, wanted: str) -> bool:
    before = key.removesuffix(f" {wanted}")
    return before != key and before.rpartition(" ")[2] not in _JOINING
