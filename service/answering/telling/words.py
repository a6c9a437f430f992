"""Small turns of phrase that several sentences of an answer share."""

from collections.abc import Iterable, Sequence

from index.records import Article
from service.answering.phrases import phrase, spell_count
from service.answering.telling.loaded import mark_loaded
from service.labels import outlet_label


def join_names(names: Sequence[str]) -> str:
    """The names as a list in a sentence: A; A and B; A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + phrase("and") + names[-1]


def plural(count: int) -> str:
    """The key of the phrase for one or for several."""
    return "one" if count == 1 else "several"


def open_sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def count_word(count: int) -> str:
    """A count as it opens a sentence."""
    return open_sentence(spell_count(count))


def mark_articles(numbers: Iterable[int]) -> str:
    """The numbers of articles as marks, each once: [1][2]."""
    return "".join(f"[{n}]" for n in dict.fromkeys(numbers))


def quote(words: str) -> str:
    """The words in quotation marks, which are not doubled where they have their own round the whole."""
    inner = words[1:-1]
    whole = words[:1] == "“" and words[-1:] == "”" and "“" not in inner and "”" not in inner
    return words if whole else f"“{words}”"


def name_outlet(article: Article) -> str:
    """Who published, within a sentence: a name, a probable one as such, or that there is none."""
    outlet = article.masthead.outlet
    if outlet.name is None:
        return phrase("outlet.unnamed", id=article.id)
    label = outlet_label(article.id, outlet)
    return phrase("outlet.inferred", label=label) if outlet.level == "inferred" else mark_loaded(label)
