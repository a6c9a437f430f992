"""The words of a question that no table accounts for, with how much each says."""

import re

from service.answering.judging.score import weigh_words
from service.answering.language.names import word_lists
from service.answering.language.predicates import find_predicate
from service.answering.language.stems import HeldStems
from service.answering.language.verbs import verb_pattern
from service.answering.reading import Lexicon
from service.question import Query

# Who goes with a doer that is named is part of the doer: "the United States and its allies".
_COMPANY = re.compile(
    r"\b(?:and|or)\s+(?:its|his|her|their)\s+(?:\w+\s+)?(?:allies|ally|partners?|backers?|supporters?)\b", re.IGNORECASE
)


def question_stems(query: Query, lexicon: Lexicon) -> HeldStems:
    """Finds any stem of the question's words in texts."""
    return HeldStems(lexicon.stems(f"{query.search} {query.topic} {query.objects}"), lexicon)


def rest_weights(query: Query, lexicon: Lexicon) -> dict[str, float]:
    """The stems of a question that are no name, number, time, predicate, or kind of thing asked, with their weights."""
    lists = word_lists()
    text = _COMPANY.sub(" ", query.topic)
    given = (*query.names, *query.premised, *query.times, *query.numbers, *query.counted, *query.asked)
    for part in sorted(given, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", text, flags=re.IGNORECASE)
    for span in sorted(find_predicate(text, query.classes), reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    if query.kind == "yes_no" and query.verb:
        text = verb_pattern(query.verb).sub(" ", text)
    generic = (
        lists["places"] | lists["persons"] | lists["outlets"] | lists["times"] | lists["reporting"] | lists["fillers"]
    )
    kept = [
        word for word in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text) if word.lower() not in generic | lists["stop"]
    ]
    return weigh_words(" ".join(kept), lexicon)
