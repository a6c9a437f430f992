"""Articles as questions read them: each part decoded at its first use, and kept while the store does not change."""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast, overload

from index.errors import DamagedError
from index.records import Article, Sentence, Statement, passage_id, sentence_id, statement_id
from index.store import rows
from index.store.connect import Connection

T = TypeVar("T")

# Characters of articles kept; decoded, an article takes some twenty times its text.
MOST = 1_500_000


class Lazy(Sequence[T]):
    """Values in order, each made at its first use."""

    def __init__(self, size: int, make: Callable[[int], T]) -> None:
        self._made: list[T | None] = [None] * size
        self._make = make

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        found = self._made[at]
        if found is None:
            found = self._made[at] = self._make(range(len(self))[at])
        return found


class Statements(Lazy[Statement]):
    """An article's statements, in order; `numbers` are those of their sentences, -1 for a heading."""

    def __init__(self, numbers: Sequence[int], make: Callable[[int], Statement]) -> None:
        super().__init__(len(numbers), make)
        self._numbers = numbers

    def of_sentence(self, n: int) -> list[Statement]:
        """Those of sentence `n`, in order."""
        return [self[at] for at in self._places.get(n, ())]

    def find(self, wanted: str) -> Statement | None:
        """The body's statement of this id, which tells its sentence; None where there is none."""
        n = wanted.rpartition("~s")[2].partition(".")[0]
        own = self.of_sentence(int(n)) if n.isascii() and n.isdigit() else ()
        return next((one for one in own if one.id == wanted), None)

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = defaultdict(list)
        for at, number in enumerate(self._numbers):
            places[number].append(at)
        return places


def hold_statements(statements: Sequence[Statement]) -> Statements:
    """Statements that are at hand."""
    return Statements([one.n for one in statements], statements.__getitem__)


class HeldArticle:
    """An article with its sentences and statements; DamagedError where a part cannot be read back."""

    def __init__(self, row: Sequence[Any], passages: Sequence[Any], statements: Sequence[Any]) -> None:
        """Columns of `HELD`; number, first and last sentence of its passages; sentence and body of its statements."""
        self._row = row
        self._passages = passages
        self._statements = statements
        self._id: str = row[1]
        self._version: str = row[2]
        self.size = len(row[-1])

    @cached_property
    def article(self) -> Article:
        """The whole article."""
        return self._read_back(lambda: read_article(self._row))

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """All sentences of its body, in order; each belongs to the first passage that holds it."""
        bounds = self._read_back(lambda: rows.load_bounds(self._row[8]))
        holder: dict[int, str] = {}
        for n, first, last in self._passages:
            passage = passage_id(self._id, self._version, n)
            for sentence in range(first, last + 1):
                holder.setdefault(sentence, passage)
        if not holder.keys() >= set(range(len(bounds))):
            raise name_damage(self._id, KeyError())

        def make(n: int) -> Sentence:
            start, end = bounds[n]
            return Sentence(sentence_id(self._id, self._version, n), self._id, n, start, end, holder[n])

        return Lazy(len(bounds), make)

    @cached_property
    def statements(self) -> Statements:
        """All its statements, in order; one for each sentence, of which nothing is known, where none were read."""
        if not self._statements:
            return self._bare()
        prefix = rows.statement_prefix(self._id, self._version)
        numbers, bodies = zip(*self._statements, strict=True)
        return Statements(
            numbers, lambda at: self._read_back(lambda: rows.load_statement(bodies[at], self._id, prefix))
        )

    def _bare(self) -> Statements:
        spans = self._read_back(lambda: rows.load_spans(self._row[8]))

        def make(n: int) -> Statement:
            return Statement(statement_id(self._id, self._version, n, 1), self._id, n, spans[n], spans[n])

        return Statements(range(len(spans)), make)

    def _read_back(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except (ValueError, TypeError, LookupError) as error:
            raise name_damage(self._id, error) from error


HELD = "pk, id, version, path, url, language, masthead, lines, sentences, text"


def fetch_article(connection: Connection, article_id: str) -> HeldArticle | None:
    """The article; None where there is none."""
    row = connection.execute(f"SELECT {HELD} FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    passages = "SELECT n, first, last FROM passages WHERE article = ? ORDER BY n"
    statements = "SELECT sentence, body FROM statements WHERE article = ? ORDER BY n"
    return HeldArticle(row, *(connection.execute(select, (row[0],)).fetchall() for select in (passages, statements)))


class Kept:
    """What views of one state of the store have read, for views of the same state. Safe to share between threads."""

    def __init__(self, state: Hashable) -> None:
        self.state = state
        self._lock = threading.Lock()
        self._articles: OrderedDict[str, HeldArticle] = OrderedDict()
        self._size = 0
        self._values: dict[Hashable, object] = {}

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, read only the first time; the keys are few."""
        if key not in self._values:
            self._values[key] = read()
        return cast(T, self._values[key])

    def article(self, article_id: str, fetch: Callable[[str], HeldArticle]) -> HeldArticle:
        """The article, fetched unless it is kept; those asked for least lately give way."""
        with self._lock:
            if (held := self._articles.get(article_id)) is not None:
                self._articles.move_to_end(article_id)
                return held
        held = fetch(article_id)
        with self._lock:
            if article_id not in self._articles:
                self._articles[article_id] = held
                self._size += held.size
            while self._size > MOST:
                self._size -= self._articles.popitem(last=False)[1].size
        return held


def read_article(row: Sequence[Any]) -> Article:
    """An article from its columns, as `HELD` has them."""
    _, article_id, version, path, url, language, masthead, lines, _, text = row
    return Article(article_id, version, text, rows.load_lines(lines), rows.load_masthead(masthead), url, language, path)


def name_damage(article_id: str, error: Exception) -> DamagedError:
    """What is said of an article that cannot be read back."""
    what = f"article {article_id} cannot be read back from the store ({type(error).__name__})"
    return DamagedError(f"{what}; restore the store from a copy, or delete the article and put it again")
