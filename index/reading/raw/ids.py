"""Ids of articles: made from file names, numbered where they collide, checked where given; opens no files."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from index.errors import ReadError

ENDINGS = (".txt", ".text", ".htm", ".html", ".xhtml", ".jsonl", ".ndjson", ".json")
ID_RULE = "an id is 1 to 200 of the characters A-Z a-z 0-9 _ : . - and does not begin with a dot"

_ID = re.compile(r"[A-Za-z0-9_:-][A-Za-z0-9_.:-]{0,199}")
_MAX_ID = 200
_MAX_FILE_ID = 170  # leaves room behind a file's id for the number of a collision and of an item
_OTHER = re.compile(r"[^A-Za-z0-9_.-]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MAX_NAME = 4096


def check_id(value: str, *, path: str = "id", place: str | None = None) -> str:
    """Return the id as it is, or raise ReadError with the rule that it breaks."""
    if not _ID.fullmatch(value):
        raise ReadError(path, f"the id {value[:80]!a} cannot be used: {ID_RULE}", place)
    return value


def article_id(name: str) -> str:
    """Fold a file's name, without its folders and endings, into an id; folding that again gives itself.

    Accents are dropped; whatever else an id cannot hold becomes a hyphen. Where letters or digits are lost that
    way (other scripts) or the name is long, a hash of the name keeps different names apart. A colon never comes
    of it: that stands only between a file's id and the number of an item in it.
    """
    base = name[-_MAX_NAME:].rpartition("/")[2]
    plain = "".join(c for c in unicodedata.normalize("NFKD", base) if not unicodedata.combining(c))
    folded = _strip_endings(_OTHER.sub("-", plain))
    lost = any(_LETTER_OR_DIGIT.search(run) for run in _OTHER.findall(plain))
    if folded and not lost and len(folded) <= _MAX_FILE_ID:
        return folded
    digest = hashlib.sha256(base.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{folded[: _MAX_FILE_ID - 11] or 'article'}-{digest}"


def _strip_endings(name: str) -> str:
    """Take endings of known kinds, dots and hyphens off the ends until none is left."""
    while True:
        shorter = name.strip(".-")
        lower = shorter.lower()
        ending = next((e for e in (".gz", *ENDINGS) if lower.endswith(e)), "")
        shorter = shorter[: len(shorter) - len(ending)]
        if shorter == name:
            return name
        name = shorter


def item_id(file_id: str, number: int) -> str:
    """Name the item of that number (a line of JSON Lines, an item of an array) in a file; no file has such an id."""
    return f"{file_id}:{number}"


def number_collisions(wanted: Iterable[tuple[str, str]], taken: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give each path its own id: from pairs (wanted id, path), and `taken`, which path holds which id already.

    A path that holds an id keeps it. Of others that want one id, the first in order of paths gets it if it is
    free, the rest get it with the first free number from 2 on (`x`, `x-2`). The order of the pairs is of no
    consequence. An id that no file holds (an article put over HTTP) is taken by the path "".
    """
    held = dict(taken or {})
    pairs = sorted(set(wanted), key=lambda pair: (pair[1], pair[0]))
    kept: dict[str, str] = {}
    for identifier, path in sorted(held.items(), key=lambda item: (len(item[0]), item[0])):
        kept.setdefault(path, identifier)
    given: dict[str, str] = {}
    waiting: list[tuple[str, str]] = []
    for identifier, path in pairs:
        if path in given:
            continue
        if held.get(identifier) == path or (path not in kept and identifier not in held):
            given[path] = identifier
        elif path in kept:
            given[path] = kept[path]
        else:
            waiting.append((identifier, path))
            continue
        held[given[path]] = path
    next_number: dict[str, int] = {}
    for identifier, path in waiting:
        if path in given:
            continue
        number = next_number.get(identifier, 2)
        while (candidate := _numbered(identifier, number)) in held:
            number += 1
        next_number[identifier] = number + 1
        given[path] = candidate
        held[candidate] = path
    return given


def _numbered(identifier: str, number: int) -> str:
    suffix = f"-{number}"
    return identifier[: _MAX_ID - len(suffix)] + suffix
