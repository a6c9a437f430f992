"""Whether a question's words for a speaker mean a source of the record; through aliases, never by likeness alone."""

import re
from collections.abc import Sequence

from index.attribution.aliases import Aliases
from index.records import Article, Statement
from index.store.rows import fold_name

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that", "some", "one", "another"})
# Those who speak for what stands before them or after "of" ("the Pentagon spokesman", "the United Nations’ office").
_ORGANS = frozenset(
    ["agency", "agencies", "news", "newspaper", "office", "ministry", "department", "government", "administration",
     "army", "military", "police", "group", "television", "tv", "channel", "network", "broadcaster", "radio", "website",
     "spokesman", "spokeswoman", "spokesperson", "spokespeople", "officials", "official", "team", "service", "bureau",
     "council", "commission", "committee", "magazine", "organization", "organisation", "statement"]
)  # fmt: skip
_OWNING = re.compile(r"^(?:[’']s|[’'])(?!\w)")
_BEHIND = re.compile(r"\b(?:of|for|to|from|against|on|by)\s+(?:the\s+)?$", re.IGNORECASE)


def holds_source(statement: Statement, asked: Sequence[str], aliases: Aliases) -> bool:
    """Whether one of the sources asked for is a link of the statement's chain."""
    return any(is_source(link.name, one, aliases) for link in statement.chain or () for one in asked)


def holds_speaker(statement: Statement, asked: Sequence[str], aliases: Aliases) -> bool:
    """Whether one of those asked for is the one who spoke, the innermost link of the chain."""
    return bool(statement.chain) and any(
        is_source(link.name, one, aliases) for link in (statement.chain or ())[-1:] for one in asked
    )


def speaks(
    statement: Statement, article: Article, asked: Sequence[str], aliases: Aliases, *, passed_on: bool = False
) -> bool:
    """Whether the statement is one of those asked for: a link of its chain, or the outlet in its own voice.

    With `passed_on` also all that an article of the outlet says in anybody's words. Without, words of which it is not
    known whose they are are nobody's.
    """
    outlet = article.masthead.outlet.name
    if passed_on and outlet is not None and any(is_outlet(outlet, one) for one in asked):
        return True
    if statement.chain is None:
        return False
    if not statement.chain:
        return outlet is not None and any(is_outlet(outlet, one) for one in asked)
    return holds_source(statement, asked, aliases)


def is_outlet(name: str, asked: str) -> bool:
    """Whether an outlet's name is the one asked for, but for its article and case."""
    return fold_name(_bare(name)) == fold_name(_bare(asked))


def is_source(name: str, asked: str, aliases: Aliases) -> bool:
    """Whether `name`, as a chain has it, is who is asked for.

    The same by the table; the asked name inside a longer one that is its organ ("SANA news agency"), its title or
    its description ("state agency SANA"); or a part of a longer asked name ("Trump" of "Donald Trump"). Somebody
    else's adviser, critic or coalition is not the one whose name is in theirs.
    """
    own, wanted = _bare(name), _bare(asked)
    if not own or not wanted:
        return False
    if own.casefold() == wanted.casefold() or aliases.canonical(own) == aliases.canonical(wanted):
        return True
    return any(_is_whole(own, *found.span()) for found in aliases.pattern(wanted).finditer(own)) or _is_part(
        own, wanted, aliases
    )


def _is_whole(name: str, low: int, high: int) -> bool:
    """Whether what stands at `[low, high)` of a name is whom the whole of it means."""
    after, before = name[high:], name[:low]
    if after.startswith("-"):
        return False
    words = [word.casefold() for word in _WORD.findall(after)]
    if _BEHIND.search(before) and not {word.casefold() for word in _WORD.findall(before)} & _ORGANS:
        return False
    if not words:
        return True
    return words[-1].removesuffix("’s").removesuffix("'s") in _ORGANS or bool(
        _OWNING.match(after) and not after.strip("’'s ")
    )


def _is_part(name: str, asked: str, aliases: Aliases) -> bool:
    """Whether a short name is the last word of the asked one, or its only word that names, as after first mention."""
    own, wanted = _WORD.findall(name), _WORD.findall(asked)
    if not own or len(own) >= len(wanted) or not {one.casefold() for one in own} <= {one.casefold() for one in wanted}:
        return False
    if own[-1].casefold() == wanted[-1].casefold():
        return True
    return own[0][0].isupper() and not aliases.knows(name) and own[0] != wanted[0]


def _bare(name: str) -> str:
    """Without determiners and a closing possessive."""
    words = name.strip(" ,.\"“”'").split()
    while len(words) > 1 and words[0].casefold() in _DETERMINERS:
        words = words[1:]
    whole = " ".join(words)
    return whole[:-2] if whole.endswith(("’s", "'s")) else whole
