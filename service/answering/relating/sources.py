"""Which two names of sources are one voice, by the table of aliases and owners; guesses nothing from spelling."""

import re
from functools import lru_cache

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.store.rows import fold_name
from service.answering.language.names import word_lists

# What an agency is called beside its name ("Syria's official SANA news agency").
_BESIDE = frozenset(
    [
        "news",
        "agency",
        "agencies",
        "television",
        "tv",
        "channel",
        "network",
        "newspaper",
        "daily",
        "radio",
        "station",
        "website",
        "outlet",
        "magazine",
        "broadcaster",
        "group",
        "media",
    ]
)
_OWNING = re.compile(r"(?:[’']s|s[’'])$")


@lru_cache(maxsize=4096)
def voice_of(name: str) -> str:
    """The key of whose voice a name is: equal for two names only where the table says so, or they are spelt alike.

    A country that owns ("Syria's SANA"), titles and what an agency is called beside its name are left out where a
    name is left without them.
    """
    aliases = load_aliases()
    shorter = _shorten(file_source(name, aliases))
    known = (aliases.owner(one) for one in shorter if aliases.knows(one) or aliases.owner(one) != one)
    return fold_name(next(known, shorter[-1]))


def _shorten(name: str) -> list[str]:
    """The name as it is filed, then with less and less beside it; the last is the barest."""
    words = name.split()
    found = [name]
    leading = word_lists()["titles"] | {"the"}
    while len(words) > 1 and (words[0].lower() in leading or _OWNING.search(words[0]) or _is_described(words)):
        words = words[1:]
        found.append(" ".join(words))
    while len(words) > 1 and words[-1].lower() in _BESIDE:
        words = words[:-1]
        found.append(" ".join(words))
    return found


def _is_described(words: list[str]) -> bool:
    """Whether a small word leads up to a name: "official SANA"."""
    return words[0].islower() and any(not word.islower() for word in words[1:])
