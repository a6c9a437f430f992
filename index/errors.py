"""The errors of index time; service/errors.py draws the whole tree and gives each an HTTP status.

BylineError
├── ReadError          a file or an article cannot be read (path, place, reason)
├── StoreError         the data folder cannot be used
│   ├── LockedError    another process is writing
│   ├── DamagedError   the store fails its own checks
│   └── MismatchError  the index was made by another model, precision or schema
├── EmbedderError      the embedding model is missing, changed or unusable
└── UnknownIdError     no article, passage or statement has this id
"""


class BylineError(Exception):
    """Anything that Byline itself reports; the message says what was wrong, the value, and what would be right."""


class ReadError(BylineError):
    """A file, or one article in it, that cannot be read; the others go on. `field` is the one at fault, if one is."""

    def __init__(self, path: str, reason: str, place: str | None = None, field: str | None = None) -> None:
        self.path = path
        self.field = field
        self.place = place
        self.reason = reason
        super().__init__(f"{path}{f' ({place})' if place else ''}: {reason}")


class StoreError(BylineError):
    """The data folder cannot be used as it is."""


class LockedError(StoreError):
    """Another process writes to the same data folder; trying again later helps."""


class DamagedError(StoreError):
    """The store itself, not a cache of it, fails its checks."""


class MismatchError(StoreError):
    """The index was made with another model, precision or schema than the one asked for."""


class EmbedderError(BylineError):
    """The embedding model is missing, is not the pinned one, or cannot be run."""


class UnknownIdError(BylineError):
    """No article, passage or statement has the id that was given."""

    def __init__(self, kind: str, value: str, hint: str = "") -> None:
        self.kind = kind
        self.value = value
        super().__init__(f"no {kind} has the id {value!r}{f'; {hint}' if hint else ''}")
