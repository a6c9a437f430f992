"""Reads the store; one short-lived view for each question, so that an answer rests on one state of it."""

import json
import sqlite3
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import UnknownIdError
from index.records import Article, CopyGroup, Filters, Passage, Sentence, Statement, passage_id
from index.store import rows
from index.store.connect import connect_reader, name_faults
from index.store.copies import copies_of, list_carriers, list_faults
from index.store.filtering import article_conditions, passage_condition
from index.store.held import HeldArticle, Kept, fetch_article, name_damage
from index.store.sources import SourceCount, count_sources, find_sources, list_cited, list_sources
from index.store.statements import Wanted, find_statements, list_unread
from index.store.values import AddedRow, Counts, OutletCount, Placed, Summary

_JOINED = "passages AS p JOIN articles AS a ON a.pk = p.article"
_PASSAGE = 'p.pk, a.id, a.version, p.n, p.start, p."end", p.first, p.last'


class StoreReader:
    """Opens views of the store in `folder`; itself holds nothing open and may be shared between threads.

    What views read is kept for those after them until the store changes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept = Kept(None)

    @contextmanager
    def view(self) -> Iterator["View"]:
        """A view of one state of the store; StoreError where there is none."""
        connection = connect_reader(self.folder)
        try:
            with name_faults(self.folder):
                connection.execute("BEGIN")
                meta = dict(connection.execute("SELECT key, value FROM meta"))  # SQLite fixes the state at this read
                state = tuple(meta.get(key) for key in ("store", "sequence", "state"))
                kept = self._kept
                if kept.state != state:
                    kept = self._kept = Kept(state)
                yield View(connection, kept, meta)
        finally:
            connection.close()


class View:
    """One state of the store. Ids that are not there raise UnknownIdError."""

    def __init__(self, connection: sqlite3.Connection, kept: Kept, meta: Mapping[str, str]) -> None:
        self._connection = connection
        self._kept = kept
        self._meta = meta

    def meta(self) -> Mapping[str, str]:
        """Everything the store says of itself."""
        return self._meta

    @property
    def state(self) -> Hashable:
        """Equal for two views where nothing was written between them."""
        return self._kept.state

    def sequence(self) -> int:
        """The number of the last transaction that changed articles; 0 in a new store."""
        return int(self._meta["sequence"])

    def counts(self, filters: Filters | None = None) -> Counts:
        """What is stored, or what of it a filter lets through; a date filter lets nothing undated through."""
        return self._count(filters) if filters else self._kept.once("counts", lambda: self._count(Filters()))

    def _count(self, filters: Filters) -> Counts:
        where, values = article_conditions(self._connection, filters)
        holds, more = passage_condition(self._connection, filters)
        select = (
            "SELECT count(*), count(DISTINCT outlet_key), count(*) - count(outlet_key), count(*) - count(day),"
            f" coalesce(sum((SELECT count(*) FROM passages AS p WHERE article = a.pk AND {holds})), 0)"
            f" FROM articles AS a {where}"
        )
        return Counts(*self._connection.execute(select, (*more, *values)).fetchone())

    def article(self, article_id: str) -> Article:
        """The whole article."""
        return self.held(article_id).article

    def held(self, article_id: str) -> HeldArticle:
        """The article with its sentences and statements, each decoded at its first use."""
        return self._kept.article(article_id, self._fetch)

    def articles(self, after: str | None, limit: int) -> list[Summary]:
        """Up to `limit` articles by ascending id, after the id `after`."""
        select = (
            "SELECT id, version, outlet, level, title, published, url, language,"
            " (SELECT count(*) FROM passages WHERE article = articles.pk)"
            " FROM articles WHERE id > ? ORDER BY id LIMIT ?"
        )
        return [Summary(*row) for row in self._connection.execute(select, (after or "", limit))]

    def outlets(self) -> list[OutletCount]:
        """Named outlets, most articles first, then by name."""
        return list(self._kept.once("outlets", self._count_outlets))

    def _count_outlets(self) -> list[OutletCount]:
        select = (
            "SELECT min(outlet), count(*), group_concat(DISTINCT level) FROM articles"
            " WHERE outlet_key IS NOT NULL GROUP BY outlet_key ORDER BY 2 DESC, 1"
        )
        return [
            OutletCount(name, n, tuple(sorted(levels.split(","))))
            for name, n, levels in self._connection.execute(select)
        ]

    def sentences(self, article_id: str) -> tuple[Sentence, ...]:
        """All sentences of an article's body, in order."""
        return tuple(self.held(article_id).sentences)

    def passage(self, wanted: str) -> Passage:
        """The passage of this id, which names a version: one that has been replaced is unknown."""
        article_id, _, rest = wanted.partition("~")
        number = rest.rpartition("~p")[2]
        if number.isascii() and number.isdigit() and len(number) < 10:
            select = f"SELECT {_PASSAGE} FROM {_JOINED} WHERE a.id = ? AND p.n = ?"
            row = self._connection.execute(select, (article_id, int(number))).fetchone()
            if row is not None and _passage(row).id == wanted:
                return _passage(row)
        raise UnknownIdError("passage", wanted, "a passage id names one version of its article and goes with it")

    def passages(self, keys: Sequence[int]) -> dict[int, Passage]:
        """Passages by their row number; those that are gone are left out."""
        marks = ",".join("?" * len(keys))
        select = f"SELECT {_PASSAGE} FROM {_JOINED} WHERE p.pk IN ({marks})"
        return {row[0]: _passage(row) for row in self._connection.execute(select, list(keys))}

    def placed(self, keys: Sequence[int]) -> dict[int, Placed]:
        """Where passages stand, by their row number, and since when; those that are gone are left out."""
        select = (
            "SELECT p.pk, a.id, a.day FROM passages AS p INDEXED BY passages_placed JOIN articles AS a INDEXED BY"
            " articles_placed ON a.pk = p.article WHERE p.pk IN (SELECT value FROM json_each(?))"
        )
        return {
            key: (article_id, day) for key, article_id, day in self._connection.execute(select, (json.dumps(keys),))
        }

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article, in order."""
        select = f"SELECT {_PASSAGE} FROM {_JOINED} WHERE a.id = ? ORDER BY p.n"
        return tuple(_passage(row) for row in self._connection.execute(select, (article_id,)))

    def sentence_vectors(self, passages: Sequence[Passage]) -> list[NDArray[np.int8]]:
        """Int8 `(sentences, d)` for each passage, row `i` for its sentence `first + i`."""
        wanted = ",".join(["(?, ?, ?)"] * len(passages))
        select = (
            f"WITH wanted (at, id, n) AS (VALUES {wanted}) SELECT at, vectors FROM wanted CROSS JOIN articles AS a"
            " ON a.id = wanted.id CROSS JOIN passages AS p ON p.article = a.pk AND p.n = wanted.n"
            " CROSS JOIN sentence_vectors ON passage = p.pk"
        )
        values = [value for at, one in enumerate(passages) for value in (at, one.article_id, one.n)]
        stored = dict(self._connection.execute(select, values)) if passages else {}
        found = []
        for at, passage in enumerate(passages):
            try:
                found.append(np.frombuffer(stored[at], np.int8).reshape(passage.last - passage.first + 1, -1))
            except (ValueError, LookupError) as error:
                raise name_damage(passage.article_id, error) from error
        return found

    def allowed(self, filters: Filters) -> NDArray[np.int64]:
        """Row numbers of the passages that the filters let through, ascending."""
        where, values = article_conditions(self._connection, filters)
        holds, more = passage_condition(self._connection, filters)
        select = (
            f"SELECT p.pk FROM articles AS a JOIN passages AS p ON p.article = a.pk AND {holds} {where} ORDER BY p.pk"
        )
        return np.array([row[0] for row in self._connection.execute(select, (*more, *values))], np.int64)

    def statements_of(self, article_ids: Sequence[str]) -> dict[str, tuple[Statement, ...]]:
        """All statements of each article, in order; one for each sentence, bare, where none have been read."""
        return {one: tuple(self.held(one).statements) for one in article_ids}

    def copies_of(self, article_ids: Sequence[str]) -> tuple[CopyGroup, ...]:
        """The texts that stand in more than one article, of those that `article_ids` carry, in their order."""
        return copies_of(self._connection, article_ids)

    def outlets_of(self, article_ids: Sequence[str]) -> dict[str, str | None]:
        """The folded name of each article's outlet; None where it is not known."""
        select = "SELECT id, outlet_key FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(select, (json.dumps(article_ids),)))

    def carriers(self, article_id: str, limit: int) -> tuple[str, ...]:
        """Ids of up to `limit` other articles whose text is this one's, those stored first; ascending."""
        return list_carriers(self._connection, article_id, limit)

    def statement(self, wanted: str) -> Statement:
        """The statement of this id, which names a version: one that has been replaced is unknown."""
        with suppress(UnknownIdError):
            for one in self.held(wanted.partition("~")[0]).statements:
                if one.id == wanted:
                    return one
        raise UnknownIdError("statement", wanted, "a statement id names one version of its article and goes with it")

    def statements(self, wanted: Wanted, after: int, limit: int) -> list[tuple[int, Statement]]:
        """Up to `limit` statements that were read, in the order stored, after the row number `after`, with theirs."""
        return find_statements(self._connection, wanted, after, limit)

    def sources(self, after: tuple[int, str] | None, limit: int) -> list[SourceCount]:
        """Up to `limit` named sources, most statements first, then by key, after that count and key."""
        counted = self._kept.once("sources", lambda: count_sources(self._connection))
        return list_sources(self._connection, counted, after, limit)

    def cited(self, article_id: str) -> set[tuple[int, str, bool]]:
        """Each source filed for an article: number of the statement, name, whether it is named; for checks."""
        return list_cited(self._connection, article_id)

    def unread(self) -> list[str]:
        """Ids of the articles whose statements have not been read, ascending: an earlier Byline stored them."""
        return list_unread(self._connection)

    def untitled(self) -> dict[str, str]:
        """Titles without a vector, by their articles' ids, ascending: an earlier Byline stored them."""
        select = (
            "SELECT id, title FROM articles WHERE title <> '' AND pk NOT IN (SELECT article FROM title_vectors)"
            " ORDER BY id"
        )
        return dict(self._connection.execute(select))

    def unknown_sources(self, names: Sequence[str]) -> tuple[str, ...]:
        """Those of the names, as they are filed, that no statement cites."""
        return tuple(name for name in names if not find_sources(self._connection, name))

    def unknown_outlets(self, names: Sequence[str]) -> tuple[str, ...]:
        """Those of the names that no article carries as its outlet."""
        query = "SELECT 1 FROM articles WHERE outlet_key = ?"
        return tuple(n for n in names if not self._connection.execute(query, (rows.fold_name(n),)).fetchone())

    def added_since(self, seq: int, size: int = 2048) -> Iterator[list[AddedRow]]:
        """Passages written after transaction `seq`, with what a cache of them needs, in batches by row number."""
        select = (
            'SELECT p.pk, p.start, p."end", p.vector, a.pk, a.id, a.outlet_key, a.language, a.day, a.title,'
            " t.vector FROM passages AS p INDEXED BY passages_by_seq JOIN articles AS a ON a.pk = p.article"
            " LEFT JOIN title_vectors AS t ON t.article = p.article WHERE p.seq > ? ORDER BY p.seq, p.pk"
        )
        cursor = self._connection.execute(select, (seq,))
        text: tuple[int, str] = (-1, "")
        while batch := cursor.fetchmany(size):
            added = []
            for key, start, end, vector, article, *columns in batch:
                if text[0] != article:
                    found = self._connection.execute("SELECT text FROM articles WHERE pk = ?", (article,)).fetchone()
                    text = (article, found[0])
                added.append(AddedRow(key, text[1][start:end], vector, *columns))
            yield added

    def removed_since(self, seq: int) -> list[int]:
        """Row numbers of the passages taken out after transaction `seq`."""
        return [row[0] for row in self._connection.execute("SELECT passage FROM removals WHERE seq > ?", (seq,))]

    def faults(self) -> list[str]:
        """What SQLite's own checks find wrong, and what is wrong with the groups of copies; empty when all is well."""
        found = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key: {row}" for row in self._connection.execute("PRAGMA foreign_key_check")]
        return found + list(list_faults(self._connection))

    def _fetch(self, article_id: str) -> HeldArticle:
        found = fetch_article(self._connection, article_id)
        if found is None:
            raise UnknownIdError("article", article_id, "GET /v1/articles lists them")
        return found

    def article_ids(self) -> Iterator[str]:
        """Every id, ascending."""
        return (row[0] for row in self._connection.execute("SELECT id FROM articles ORDER BY id"))


def _passage(row: tuple[int, str, str, int, int, int, int, int]) -> Passage:
    _, article_id, version, n, start, end, first, last = row
    return Passage(passage_id(article_id, version, n), article_id, n, start, end, first, last)
