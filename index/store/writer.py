"""The one connection that writes: articles in, articles out, each in a transaction that is on disk when it returns."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from uuid import uuid4

import numpy as np

from index.copies.finding.shingles import Shingles, shingle_body
from index.errors import MismatchError, UnknownIdError
from index.records import Article, Passage, Span, Statement
from index.store import rows
from index.store.connect import connect_writer, lock_store, name_faults
from index.store.copies import fill_copies, join_copies, leave_copies
from index.store.encoded import (
    TitleVector,
    Vectors,
    add_titles,
    drop_vectors,
    fill_hashes,
    find_vectors,
    insert_passages,
    insert_title,
    keep_vectors,
)
from index.store.statements import StatementRow, delete_statements, dump_statements, insert_statements

Status = Literal["created", "updated", "unchanged"]
# An outlet's line is page furniture once this many of its articles carry it.
RECURS = 3


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be stored. `vectors` float32 `(p, d)`; `sentence_vectors[i]` int8 for `passages[i]`.

    `received` is the hash of what came in; `body_keys` are hashes of its body lines. `filed` has, for each name in a
    chain, the name by which that source is filed; without one it is filed as it is written. `hashes` are those of
    `passages`, `statement_rows` those of `statements`, `shingles` the article's; without them they are worked out when
    it is stored, or later. `title_vector` is the title's, with its hash.
    """

    article: Article
    received: str
    sentences: tuple[Span, ...]
    passages: tuple[Passage, ...]
    vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]]
    sentence_vectors: tuple[np.ndarray[tuple[int, int], np.dtype[np.int8]], ...]
    body_keys: frozenset[int] = frozenset()
    statements: tuple[Statement, ...] = ()
    filed: Mapping[str, str] = field(default_factory=dict)
    hashes: tuple[bytes, ...] = ()
    statement_rows: tuple[StatementRow, ...] | None = None
    shingles: Shingles | None = None
    title_vector: TitleVector | None = None


class Writer:
    """Holds the lock on the data folder from construction to `close`; LockedError if another holds it."""

    def __init__(self, folder: Path, model: Mapping[str, str], wait: float = 0) -> None:
        """`model` describes the embedder (name, fingerprint, dimension, precision); a new store is bound to it.

        Who holds the lock is waited for up to `wait` seconds.
        """
        self._folder = folder
        self._lock = lock_store(folder, wait)
        self._lock.__enter__()
        try:
            self._connection = connect_writer(folder)
            with name_faults(folder):
                self._bind(folder, model)
                fill_copies(self._connection)
                fill_hashes(self._connection, self._meta())
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Checkpoint, close and give the lock back."""
        self._connection.close()
        self._lock.__exit__(None, None, None)

    def received(self, article_id: str) -> str | None:
        """The hash of what came in for the article, or None if it is not stored."""
        row = self._connection.execute("SELECT received FROM articles WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else str(row[0])

    def recurring(self, outlet: str | None, lines: Collection[int], ahead: Sequence[Prepared] = ()) -> frozenset[int]:
        """Those of the lines, by their hashes, that recur in the bodies of the outlet's articles.

        Articles that are `ahead`, read but not stored yet, count as if they were stored.
        """
        if outlet is None:
            return frozenset()
        key = rows.fold_name(outlet)
        own = [one.body_keys for one in ahead if rows.fold_name(one.article.masthead.outlet.name or "") == key]
        coming = Counter(line for keys in own for line in keys)
        replaced = json.dumps([one.article.id for one in ahead])
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM body_lines AS b JOIN articles ON pk = article WHERE b.outlet_key = ?"
            " AND line = ? AND id NOT IN (SELECT value FROM json_each(?)) LIMIT ?)"
        )

        def count(line: int) -> int:
            row = self._connection.execute(query, (key, line, replaced, RECURS)).fetchone()
            return coming[line] + int(row[0])

        return frozenset(line for line in lines if count(line) >= RECURS)

    def vectors_of(self, hashes: Iterable[bytes]) -> dict[bytes, Vectors]:
        """The vectors of passages by their hashes, those that are held: float32 `(d,)`, int8 `(sentences, d)`."""
        return find_vectors(self._connection, hashes, int(self._meta()["dimension"]))

    def put(self, prepared: Sequence[Prepared]) -> list[Status]:
        """Store articles in one transaction, each replacing the one of its id; the old text is kept as a version."""
        with self._transaction():
            seq = self._advance()
            return [self._put(one, seq) for one in prepared]

    def put_statements(self, read: Iterable[tuple[Article, Sequence[Statement], Mapping[str, str]]]) -> None:
        """Store anew, in one transaction, what was read in articles that are stored; with each the filed names."""
        with self._transaction():
            self._advance()
            for article, statements, filed in read:
                held = self._connection.execute(
                    "SELECT pk, version FROM articles WHERE id = ?", (article.id,)
                ).fetchone()
                if held is None or held[1] != article.version:
                    raise UnknownIdError("article", article.id, f"in the version {article.version[:8]}")
                delete_statements(self._connection, held[0])
                insert_statements(self._connection, held[0], dump_statements(article, statements), filed)

    def put_titles(self, titles: Mapping[str, TitleVector]) -> None:
        """Store, in one transaction, the vectors of titles that are stored without, by their articles' ids."""
        with self._transaction():
            add_titles(self._connection, titles, self._advance())

    def delete(self, article_ids: Sequence[str]) -> None:
        """Take articles out in one transaction, with their versions and all vectors; UnknownIdError leaves them all."""
        with self._transaction():
            seq = self._advance()
            for article_id in article_ids:
                if not self._remove(article_id, seq):
                    raise UnknownIdError("article", article_id)
                self._connection.execute("DELETE FROM versions WHERE id = ?", (article_id,))
                drop_vectors(self._connection, article_id)

    def file_ids(self) -> dict[str, str]:
        """Ids that are taken, with the file that holds each; "" where an article came without a file."""
        held = {row[0]: "" for row in self._connection.execute("SELECT id FROM articles WHERE path IS NULL")}
        return held | dict(self._connection.execute("SELECT id, path FROM files"))

    def meet_files(self, ids: Mapping[str, str]) -> None:
        """Note the id of each file by its path; a file already met keeps its own."""
        with self._transaction():
            rows = [(path, file_id) for path, file_id in ids.items()]
            self._connection.executemany("INSERT OR IGNORE INTO files VALUES (?, ?, '', 0)", rows)

    def read_before(self, path: str, stamp: str) -> int | None:
        """How many articles the file held when it was read to its end as it is; None if it was not."""
        query = "SELECT articles FROM files WHERE path = ? AND stamp = ?"
        row = self._connection.execute(query, (path, stamp)).fetchone()
        return None if row is None else int(row[0])

    def stamp_file(self, path: str, stamp: str, articles: int) -> None:
        """Note that the file, as it is, has been read to its end without a fault."""
        with self._transaction():
            update = "UPDATE files SET stamp = ?, articles = ? WHERE path = ?"
            self._connection.execute(update, (stamp, articles, path))

    def rebind(self, model: Mapping[str, str]) -> None:
        """Bind the store to another model; the caller then puts every article again."""
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(model.items()))

    def _bind(self, folder: Path, model: Mapping[str, str]) -> None:
        self._connection.execute("INSERT OR IGNORE INTO meta VALUES ('sequence', '0'), ('store', ?)", (uuid4().hex,))
        for key, value in model.items():
            self._connection.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (key, value))
        check_model(self._meta(), model, folder)

    def _meta(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT key, value FROM meta"))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with name_faults(self._folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk may have ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def _advance(self) -> int:
        """The number of this transaction, which changes articles, and so what the caches must hold.

        With it goes a name that no other has: from an older copy of the store the same numbers are counted again.
        """
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", (uuid4().hex,))
        update = "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'sequence' RETURNING value"
        return int(self._connection.execute(update).fetchone()[0])

    def _put(self, one: Prepared, seq: int) -> Status:
        article = one.article
        old = self._connection.execute("SELECT version FROM articles WHERE id = ?", (article.id,)).fetchone()
        if old is not None:
            if old[0] != article.version:  # equal where only what is read in it has changed
                self._keep_version(article.id, seq)
                keep_vectors(self._connection, article.id)
            self._remove(article.id, seq)
        pk = self._insert_article(one, seq)
        statements = dump_statements(article, one.statements) if one.statement_rows is None else one.statement_rows
        insert_statements(self._connection, pk, statements, one.filed)
        shingles = shingle_body(article.text, article.lines) if one.shingles is None else one.shingles
        join_copies(self._connection, pk, shingles)
        vectors = one.vectors, one.sentence_vectors, one.hashes
        insert_passages(self._connection, pk, seq, one.passages, *vectors)
        if one.title_vector is not None:
            insert_title(self._connection, pk, one.title_vector)
        return "created" if old is None else "updated"

    def _insert_article(self, one: Prepared, seq: int) -> int:
        article, masthead = one.article, one.article.masthead
        outlet = masthead.outlet.name
        row = {
            "id": article.id,
            "version": article.version,
            "received": one.received,
            "seq": seq,
            "path": article.path,
            "url": article.url,
            "language": article.language,
            "outlet": outlet,
            "outlet_key": rows.fold_name(outlet) if outlet else None,
            "level": masthead.outlet.level,
            "title": masthead.title.text,
            "published": rows.published_text(masthead.published),
            "day": masthead.published.day.toordinal() if masthead.published.day else None,
            "masthead": rows.dump_masthead(masthead),
            "lines": rows.dump_lines(article.lines),
            "sentences": rows.dump_spans(one.sentences),
            "text": article.text,
        }
        names = ", ".join(row)
        values = ", ".join(f":{name}" for name in row)
        inserted = self._connection.execute(f"INSERT INTO articles ({names}) VALUES ({values})", row)
        pk = int(inserted.lastrowid or 0)
        if outlet:
            keys = [(row["outlet_key"], key, pk) for key in one.body_keys]
            self._connection.executemany("INSERT OR IGNORE INTO body_lines VALUES (?, ?, ?)", keys)
        return pk

    def _keep_version(self, article_id: str, seq: int) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO versions SELECT id, version, ?, masthead, text FROM articles WHERE id = ?",
            (seq, article_id),
        )

    def _remove(self, article_id: str, seq: int) -> bool:
        found = self._connection.execute("SELECT pk FROM articles WHERE id = ?", (article_id,)).fetchone()
        if found is None:
            return False
        self._connection.execute("INSERT INTO removals SELECT ?, pk FROM passages WHERE article = ?", (seq, found[0]))
        delete_statements(self._connection, found[0])
        leave_copies(self._connection, found[0])
        self._connection.execute("DELETE FROM articles WHERE pk = ?", found)
        return True


def check_model(found: Mapping[str, str], wanted: Mapping[str, str], folder: Path) -> None:
    """MismatchError where the store in `folder` is bound to another embedder than `wanted`."""
    for key, value in wanted.items():
        if found.get(key, value) != value:
            message = (
                f"the index in {folder} was made with {key} {found[key]} ({found.get('embedder')}), not {value}: "
                f"set BYLINE_EMBEDDER={found.get('embedder')}, or encode it anew with: byline rebuild --data {folder}"
            )
            raise MismatchError(message)
