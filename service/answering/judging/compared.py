"""Which two articles a question would have compared: those it names, else two copies or the two best on its topic."""

from collections.abc import Sequence

from index.attribution.aliases import load_aliases
from index.store.rows import fold_name
from service.answering.judging.page import Page
from service.answering.judging.score import weigh_words
from service.answering.language.stems import HeldStems
from service.answering.reading import Candidates
from service.question import Query

# Of the weight of the plain words of the topic, the share that an article must hold.
TOPIC_WITHIN = 0.5
PAIR = 2


def choose_compared(
    query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems
) -> tuple[tuple[str, ...], str | None]:
    """Two ids, in the order named or by score, and the one that is asked to have left something out.

    () and None where the question is not one of comparing, or there are no two.
    """
    if query.kind not in ("difference", "left_out") or query.speakers:
        return (), None
    ranked = rank_articles(candidates, scores)
    named = _find_named(query, candidates, ranked)
    on_topic = [one for one in ranked if one in named or is_on_topic(query, one, candidates, stems)]
    pair = list(named[:PAIR])
    if not pair and on_topic:
        pair = on_topic[:1]
    if len(pair) == 1:
        carriers = {one for group in candidates.copies if pair[0] in group.articles for one in group.articles}
        # What one of them leaves out need not stand in it: the other may be off the topic.
        wide = named or query.kind == "left_out"
        others = [one for one in (ranked if wide else on_topic) if one != pair[0]]
        near = [one for one in others if one in carriers] or [one for one in others if one in on_topic]
        pair += (near or (others if query.kind == "left_out" and not named else []))[:1]
    if len(pair) < PAIR:
        return (), None
    if query.kind != "left_out":
        return tuple(pair), None
    lacks = {"first": pair[0], "second": pair[1]}.get(query.ordinal, pair[0] if named else None)
    return tuple(pair), lacks


def rank_articles(candidates: Candidates, scores: Sequence[float]) -> list[str]:
    """The ids of the articles by the score of their best sentence, ties in the order found."""
    best: dict[str, float] = {}
    for sentence, score in zip(candidates.sentences, scores, strict=True):
        best[sentence.article_id] = max(best.get(sentence.article_id, float("-inf")), float(score))
    return sorted(best, key=lambda one: -best[one])


def is_on_topic(query: Query, article_id: str, candidates: Candidates, stems: HeldStems) -> bool:
    """Whether the article holds every name of the question, and of its other words most of their weight."""
    whole = Page(candidates.articles[article_id], candidates.neighbours[article_id]).whole
    aliases = load_aliases()
    if not all(aliases.pattern(name).search(whole) for name in query.names):
        return False
    weights = weigh_words(query.topic, candidates.lexicon)
    held = sum(weights[one] for one in weights.keys() & stems.find(whole))
    return bool(query.names) or held >= TOPIC_WITHIN * sum(weights.values())


def _find_named(query: Query, candidates: Candidates, ranked: Sequence[str]) -> list[str]:
    """The articles that the question names: by id, by title, as the best one of an outlet."""
    found = [one for one in (*query.articles, *query.filters.articles) if one in candidates.articles]
    titles = {one: fold_name(candidates.articles[one].masthead.title.text or "") for one in ranked}
    found += [one for title in query.titles for one in ranked if titles[one] and titles[one] == fold_name(title)]
    for outlet in query.outlets:
        own = (
            one for one in ranked if fold_name(candidates.articles[one].masthead.outlet.name or "") == fold_name(outlet)
        )
        found += [one for one in own if one not in found][:1]
    return list(dict.fromkeys(found))
