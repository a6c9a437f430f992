"""The word index: the one file that knows tantivy. A cache of the store, never the truth."""

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.records import Filters
from index.search.vectors import read_stamp, write_file

_FOLDER, _STAMP = "words", "words.json"
# Changes with the fields or the analyzer; an index of another form is made anew.
_FORM = 2
_HEAP = 32_000_000
_TIES = 32
_CHANGING = ("meta.json", ".managed.json")


@dataclass(frozen=True, slots=True)
class WordRow:
    """A passage as the word index takes it; it is found by the words of its article's `title` too."""

    key: int
    text: str
    article_id: str
    outlet_key: str | None
    language: str | None
    day: int | None
    title: str | None = None


class Words:
    """BM25 over the stems of passages. Searches may run side by side; only the holder of the store's lock writes."""

    def __init__(self, folder: Path, bound: Mapping[str, str]) -> None:
        """Open what `folder` holds if its checksums are right and it is bound to the same store; else stand empty."""
        self._folder = folder
        self._bound = dict(bound)
        self._hashes: dict[str, str] = {}
        self.sequence = 0
        self._index: Any = None
        self.reload()

    def reload(self) -> bool:
        """Take up what another process has written since; False where the files are not those that were stamped.

        So it is while another process writes, between its commit and its stamp; else they are damaged.
        """
        stamp = read_stamp(self._folder / _STAMP)
        if stamp is None or stamp.get("form") != _FORM or stamp.get("bound") != self._bound:
            return True
        if self._index is not None and stamp["sequence"] == self.sequence:
            return True
        try:
            hashes = self._hash_files(stamp.get("files", {}) if self._index is not None else {})
            if hashes != stamp.get("files"):
                return False
            index = self._index or self._open()
            index.reload()
        except FileNotFoundError:
            return False  # other files are being put in their place
        except (OSError, ValueError) as error:  # tantivy must write a lock even to read
            raise StoreError(f"the word index in {self._folder / _FOLDER} cannot be opened: {error}") from error
        self._index, self._hashes, self.sequence = index, hashes, int(stamp["sequence"])
        return True

    @property
    def count(self) -> int:
        """Passages held."""
        index = self._index  # another thread may be about to throw it away
        return 0 if index is None else int(index.searcher().num_docs)

    def write(self, add: Sequence[WordRow], remove: Sequence[int], sequence: int) -> None:
        """Take passages out and in and commit, on disk when it returns."""
        try:
            if self._index is None:
                self.clear()
                (self._folder / _FOLDER).mkdir(parents=True)
                self._index = self._open()
            self._commit(add, remove)
            self._index.reload()
            self._hashes, self.sequence = self._hash_files(self._hashes), sequence
            stamp = {"sequence": sequence, "form": _FORM, "bound": self._bound, "files": self._hashes}
            write_file(self._folder / _STAMP, json.dumps(stamp, indent=1).encode())
        except (OSError, ValueError) as error:
            raise StoreError(f"the word index in {self._folder / _FOLDER} cannot be written: {error}") from error

    def clear(self) -> None:
        """Throw the index away; the next write starts an empty one."""
        self._index, self._hashes, self.sequence = None, {}, 0
        try:
            (self._folder / _STAMP).unlink(missing_ok=True)
            if (self._folder / _FOLDER).exists():
                shutil.rmtree(self._folder / _FOLDER)
        except OSError as error:
            raise StoreError(f"the word index in {self._folder / _FOLDER} cannot be removed: {error}") from error

    def search(
        self, query: str, k: int, filters: Filters, outlet_keys: Sequence[str], allowed: NDArray[np.int64] | None = None
    ) -> dict[int, float]:
        """The `k` best passages with their scores, best first, ties by key.

        `outlet_keys` are the folded outlets of `filters`.
        A word counts as often as the query has it. What no field of a passage tells, such as whom it cites, comes as
        `allowed`: only these keys are let through.
        """
        index = self._index
        if index is None or k < 1:
            return {}
        terms = Counter(self.stems(query))
        if not terms:
            return {}
        searcher = index.searcher()
        found = searcher.search(
            _query(index.schema, terms, filters, outlet_keys, allowed), limit=k + _TIES, count=False
        ).hits
        keys = searcher.fast_field_values("key", [address for _, address in found])
        ranked = sorted((-score, key) for (score, _), key in zip(found, keys, strict=True))
        return {key: -score for score, key in ranked[:k]}

    def stems(self, text: str) -> list[str]:
        """Stems of the words of a text, in order, stop words dropped, letters without accents."""
        return list(self._analyzers[1].analyze(text))

    def frequency(self, stem: str) -> int:
        """How many passages hold the stem."""
        index = self._index
        return 0 if index is None else int(index.searcher().doc_freq("text", stem))

    def keys(self) -> list[int]:
        """Every key held, ascending; for checks."""
        import tantivy

        if not self.count:
            return []
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.all_query(), limit=self.count, count=False).hits
        return sorted(searcher.fast_field_values("key", [address for _, address in found]))

    def _commit(self, add: Sequence[WordRow], remove: Sequence[int]) -> None:
        import tantivy

        writer = self._index.writer(_HEAP, 1)
        for key in [*remove, *(row.key for row in add)]:
            writer.delete_documents_by_term("key", key)
        for row in add:
            document = tantivy.Document()
            document.add_integer("key", row.key)
            document.add_text("text", row.text)
            document.add_text("title", row.title or "")
            document.add_text("article", row.article_id)
            document.add_text("outlet", row.outlet_key or "")
            document.add_text("language", row.language or "")
            if row.day is not None:
                document.add_integer("day", row.day)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    @cached_property
    def _analyzers(self) -> tuple[Any, Any]:
        """For passages, and for questions, where stop words fall away."""
        from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

        def build(*more: Any) -> Any:
            builder = TextAnalyzerBuilder(Tokenizer.simple())
            for step in (
                Filter.remove_long(60),
                Filter.lowercase(),
                *more,
                Filter.ascii_fold(),
                Filter.stemmer("english"),
            ):
                builder = builder.filter(step)
            return builder.build()

        return build(), build(Filter.stopword("english"))

    def _open(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("key", stored=False, indexed=True, fast=True)
        for field in ("text", "title"):
            builder.add_text_field(field, tokenizer_name="stems", index_option="freq")
        for field in ("article", "outlet", "language"):
            builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("day", stored=False, indexed=True, fast=True)
        index = tantivy.Index(builder.build(), path=str(self._folder / _FOLDER))
        index.register_tokenizer("stems", self._analyzers[0])
        return index

    def _hash_files(self, known: dict[str, str]) -> dict[str, str]:
        """Sha256 of every file; a segment file never changes, so one already hashed is not read again."""
        hashes: dict[str, str] = {}
        for file in sorted((self._folder / _FOLDER).glob("*")):
            if file.name.endswith(".lock"):
                continue
            if file.name in known and file.name not in _CHANGING:
                hashes[file.name] = known[file.name]
                continue
            with file.open("rb") as opened:
                hashes[file.name] = hashlib.file_digest(opened, "sha256").hexdigest()
        return hashes


def _query(
    schema: Any,
    terms: Mapping[str, int],
    filters: Filters,
    outlet_keys: Sequence[str],
    allowed: NDArray[np.int64] | None,
) -> Any:
    from tantivy import FieldType, Occur, Query

    should = [
        (Occur.Should, Query.boost_query(Query.term_query(schema, field, term, "freq"), times))
        for term, times in terms.items()
        for field in ("text", "title")
    ]
    parts = [(Occur.Must, Query.boolean_query(should))]
    for field, values in (("outlet", outlet_keys), ("article", filters.articles), ("language", filters.languages)):
        if values:
            parts.append((Occur.Must, _unscored(Query.term_set_query(schema, field, list(values)))))
    if allowed is not None:
        parts.append((Occur.Must, _unscored(Query.term_set_query(schema, "key", allowed.tolist()))))
    if filters.day_from or filters.day_to:
        low = filters.day_from.toordinal() if filters.day_from else None
        high = filters.day_to.toordinal() if filters.day_to else None
        days = Query.range_query(schema, "day", FieldType.Integer, low, high)
        parts.append((Occur.Must, _unscored(days)))
    return Query.boolean_query(parts)


def _unscored(query: Any) -> Any:
    from tantivy import Query

    return Query.const_score_query(query, 0.0)
