"""Relations between claims on the wire and in words, with the words of the article that decide."""

from collections.abc import Mapping

from service.answering.answer import Relation, Words
from service.answering.phrases import phrase
from service.answering.relate import Related
from service.answering.relating.held import Held
from service.answering.telling.state import Told
from service.answering.telling.texts import name_link, shown_words
from service.answering.telling.words import join_names, open_sentence, quote

_LONGEST = 120  # characters of a claim by which it is called to mind
_CALLED = frozenset({"denies", "admits", "accuses"})

Placed = tuple[int, int, Related]


def show_relation(placed: Placed, numbers: Mapping[str, int]) -> Relation:
    """The relation as it goes over the wire, from the one who disputes."""
    start, end, related = placed
    words = None
    if related.words:
        words = Words(
            citation=numbers[related.first.article.id],
            start=related.words.start,
            end=related.words.end,
            quote=related.first.words(related.words),
        )
    return Relation.model_validate(
        {
            "kind": related.kind,
            "from": f"c{start + 1}",
            "to": f"c{end + 1}",
            "differs_in": related.differs_in,
            "words": words,
        }
    )


def say_relation(placed: Placed, told: Told) -> str:
    """Which claim disputes which, or in what two differ; each called to mind by its own words."""
    _, _, related = placed
    words = ""
    if related.words and related.kind == "disputed":
        mark = f"[{told.numbers[related.first.article.id]}]"
        words = phrase("relation.words", words=quote(related.first.words(related.words)), ns=mark)
    what = [_say_difference(one) for one in related.differs_in]
    text = phrase(
        f"relation.{related.kind}",
        **{"from": _call(related.first, told), "to": _call(related.second, told)},
        words=words,
        **{"in": phrase("relation.in", what=join_names(what)) if what else ""},
    )
    return open_sentence(text)


def _say_difference(difference: str) -> str:
    """What differs, each side in quotation marks: unit: “people” / “civilians”."""
    name, _, sides = difference.partition(": ")
    return f"{name}: {' / '.join(quote(side) for side in sides.split(' / '))}"


def _call(held: Held, told: Told) -> str:
    """A claim by who denies, admits or accuses, where that names no other claim too; else by its own words."""
    mark = f"[{told.numbers[held.article.id]}]"
    stance, chain = held.statement.stance, held.statement.chain
    if stance in _CALLED and chain:
        source = name_link(chain[-1], held.article)
        if sum(_is_by(one, source, stance) for one in told.firsts) < 2:
            return phrase(f"relation.stances.{stance}", source=source, ns=mark)
    content = held.words(shown_words(held.article, held.statement))
    if held.figure and held.figure.text in content and held.filling:
        content = quote(held.figure.text)
    elif len(content) > _LONGEST:
        content = f"{quote(content[:_LONGEST].rsplit(None, 1)[0])} …"
    else:
        content = quote(content)
    return phrase("relation.claim", content=content, ns=mark)


def _is_by(held: Held, source: str, stance: str | None) -> bool:
    chain = held.statement.chain or ()
    return held.statement.stance == stance and any(name_link(link, held.article) == source for link in chain[-1:])
