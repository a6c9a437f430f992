"""The statements of what was found as a model is shown them, numbered, and fitted to what it reads at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.records import Article, Sentence, Statement
from prompts.excerpts import Excerpt
from service.answering.reading import Candidates

# Of a passage beside the words of its statements, in characters: its heading and number, and each statement's.
_HEADING, _NUMBER = 20, 9


@dataclass(frozen=True, slots=True)
class Offer:
    """Passages as excerpts; `ids` are those of their statements by number ("3.2"); `unread` passages did not fit."""

    excerpts: tuple[Excerpt, ...]
    ids: Mapping[str, str]
    unread: int


def offer_statements(candidates: Candidates, most: int) -> Offer:
    """The passages in `most` characters, in their order; where not all fit, each origin's best come before any's next.

    Who published stands nowhere in it: that is no reason to choose a statement.
    """
    passages = list(_read_passages(candidates))
    chosen = _fit(candidates, passages, most)
    excerpts = tuple(passage.excerpt for passage in chosen)
    numbered = {f"{n}.{m}": one for n, own in enumerate(chosen, 1) for m, one in enumerate(own.ids, 1)}
    return Offer(excerpts, numbered, len(passages) - len(chosen))


@dataclass(frozen=True, slots=True)
class _Passage:
    article_id: str
    excerpt: Excerpt
    ids: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.excerpt.heading) + _HEADING + sum(len(one) + _NUMBER for one in self.excerpt.statements)


def _read_passages(candidates: Candidates) -> Iterator[_Passage]:
    """The passages found, best first, each with the statements of its sentences."""
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    for one in candidates.sentences:
        sentences[one.passage_id].append(one)
    for own in sentences.values():
        article = candidates.articles[own[0].article_id]
        of_article = candidates.statements[article.id]
        lines = [(one.id, text) for s in own for one, text in _show(article, of_article.of_sentence(s.n))]
        yield _Passage(
            article.id, Excerpt(_head(article), [text for _, text in lines]), tuple(identity for identity, _ in lines)
        )


def _show(article: Article, statements: Sequence[Statement]) -> Iterator[tuple[Statement, str]]:
    """A statement that has its sentence for itself is shown as that; of several, each by whom, how and what it says."""
    for one in statements:
        if len(statements) == 1:
            yield one, article.text[slice(*one.sentence)]
            continue
        whom = [link.name for link in one.chain or ()]
        cue = [one.cue.text] if one.cue else []
        told = " ".join([" < ".join(whom), *cue]).strip()
        content = article.text[slice(*one.content)]
        yield one, f"{told}: {content}" if told else content


def _head(article: Article) -> str:
    day = article.masthead.published.day
    return " ".join(part for part in (article.masthead.title.text, f"({day})" if day else "") if part)


def _fit(candidates: Candidates, passages: Sequence[_Passage], most: int) -> list[_Passage]:
    """As many as fit, in their order; taken in turns by origin, one that is too long is passed over."""
    groups = {key: group.id for group in candidates.copies for key in group.articles}
    turns: dict[str, int] = defaultdict(int)
    order: list[tuple[int, int]] = []
    for n, one in enumerate(passages):
        origin = groups.get(one.article_id, one.article_id)
        order.append((turns[origin], n))
        turns[origin] += 1
    kept: list[int] = []
    left = most
    for _, n in sorted(order):
        if passages[n].size <= left:
            left -= passages[n].size
            kept.append(n)
    return [passages[n] for n in sorted(kept)]
