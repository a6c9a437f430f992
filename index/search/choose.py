"""Which hits are read: no article, text or outlet crowds out what others say, and each outlet named has its say."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from index.records import CopyGroup, Filters, Hit
from index.search.embedding import Floats
from index.search.search import Found, Ranked, Search, fetch_hits
from index.store.reader import View

# How deep words and vectors are searched, and how many articles of one text are read.
DEPTHS = (50, 800, 12_800)
MOST_CARRIERS = 4
# One in so many hits may be of one article, of one text that several articles carry, of one outlet; more only where
# there are too few others.
_ARTICLE, _TEXT, _OUTLET = 5, 3, 2


def choose_passages(view: View, search: Search, query: str, filters: Filters, k: int) -> Found:
    """The `k` passages to be read, best first; where outlets are named, the best of each of them alike.

    Searches deeper, to a bound, while copies of one text crowd out what differs.
    """
    vector = search.embedder.encode_query(query)
    outlets = dict.fromkeys(filters.outlets)
    each = [replace(filters, outlets=(one,)) for one in outlets] if len(outlets) > 1 else [filters]
    found = [fetch_hits(view, _choose(view, search, query, vector, one, k)) for one in each]
    return Found(merge_hits(found, k), vector)


def merge_hits(found: Sequence[Sequence[Hit]], k: int) -> tuple[Hit, ...]:
    """The `k` best of several rankings, and of each at least its share; each passage once, by its better score."""
    if len(found) == 1:
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(found[0][:k], 1))
    best: dict[str, Hit] = {}
    for hit in sorted(chain.from_iterable(found), key=lambda hit: -hit.score):
        best.setdefault(hit.passage.id, hit)
    shares = [hit.passage.id for ranking in found for hit in ranking[: k // len(found)]]
    chosen = set(list(dict.fromkeys([*shares, *best]))[:k])
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate((best[one] for one in best if one in chosen), 1))


def find_spare_carriers(
    articles: Sequence[str], copies: Sequence[CopyGroup], outlets: Mapping[str, str | None]
) -> set[str]:
    """The articles of a text beyond its first few, in the order of `articles`, the first of each outlet before all."""
    rank = {article_id: n for n, article_id in enumerate(articles)}
    spare: set[str] = set()
    for group in copies:
        own = sorted(group.articles, key=rank.__getitem__)
        firsts = list(reversed({outlets.get(one) or one: one for one in reversed(own)}.values()))
        spare.update(list(dict.fromkeys([*firsts, *own]))[MOST_CARRIERS:])
    return spare


def cap_hits(
    hits: Sequence[Ranked], k: int, texts: Mapping[str, str], outlets: Mapping[str, str | None]
) -> list[Ranked]:
    """The `k` first, but few of one article, text or outlet while there are others; in the order given."""
    chosen: list[Ranked] = []
    later: list[Ranked] = []
    held: Counter[tuple[int, str]] = Counter()
    for hit in hits:
        names = (
            (_ARTICLE, hit.article_id),
            (_TEXT, texts.get(hit.article_id)),
            (_OUTLET, outlets.get(hit.article_id)),
        )
        own = [(share, name) for share, name in names if name]
        if len(chosen) < k and all(held[one] < -(-k // one[0]) for one in own):
            held.update(own)
            chosen.append(hit)
        else:
            later.append(hit)
    return sorted([*chosen, *later[: k - len(chosen)]], key=lambda hit: hit.rank)


def _choose(view: View, search: Search, query: str, vector: Floats, filters: Filters, k: int) -> list[Ranked]:
    chosen: list[Ranked] = []
    for depth in DEPTHS:
        hits = search.rank_passages(view, query, vector, filters, 2 * depth, depth)
        articles = list(dict.fromkeys(hit.article_id for hit in hits))
        copies, outlets = view.copies_of(articles), view.outlets_of(articles)
        spare = set() if filters.articles else find_spare_carriers(articles, copies, outlets)
        texts = {one: group.id for group in copies for one in group.articles}
        kept = [hit for hit in hits if hit.article_id not in spare]
        chosen = cap_hits(kept, k, texts, {} if filters.outlets else outlets)
        if len(chosen) == k or not spare or len(hits) < depth:
            break
    return chosen
