"""Relations between claims on the wire and in words, with the words of the article that decide."""

from collections.abc import Mapping

from service.answering.answer import Relation, Words
from service.answering.phrases import phrase
from service.answering.relate import Related
from service.answering.relating.held import Held
from service.answering.telling.state import Told
from service.answering.telling.texts import shown_words
from service.answering.telling.words import join_names, open_sentence, quote

_LONGEST = 120  # characters of a claim by which it is called to mind

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
        **{"from": _call(related.first, told.numbers), "to": _call(related.second, told.numbers)},
        words=words,
        **{"in": phrase("relation.in", what=join_names(what)) if what else ""},
    )
    return open_sentence(text)


def _say_difference(difference: str) -> str:
    """What differs, each side in quotation marks: unit: “people” / “civilians”."""
    name, _, sides = difference.partition(": ")
    return f"{name}: {' / '.join(quote(side) for side in sides.split(' / '))}"


def _call(held: Held, numbers: Mapping[str, int]) -> str:
    content = held.words(shown_words(held.statement)).strip("“” ")
    if held.figure and held.figure.text in content and held.filling:
        content = held.figure.text
    elif len(content) > _LONGEST:
        content = content[:_LONGEST].rsplit(None, 1)[0] + " …"
    return phrase("relation.claim", content=content, ns=f"[{numbers[held.article.id]}]")
