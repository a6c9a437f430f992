"""The sentence that says who holds a claim: outlets and chain as they are known, then the article's own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.copies.finding.find import is_near_copy
from index.records import Article, Link, Span, Statement
from service.answering.answer import Context
from service.answering.language.names import find_names, word_lists
from service.answering.phrases import phrase
from service.answering.relating.held import Held
from service.answering.telling.loaded import holds_loaded
from service.answering.telling.words import (
    join_names,
    mark_articles,
    name_outlet,
    open_sentence,
    plural,
    quote,
    quote_name,
    say_published,
    shorten_ids,
)

_CLAUSES = 4  # of one claim's text at most; further reports are counted
_OUTLETS = 4  # named in one clause at most
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"\s([a-z][\w-]*)")
_PRONOUN = re.compile(
    r"[“‘\"']?(?:that\s+)?(?:it|he|she|they|this|these|those)\b(?!\s+(?:is|was|[’']s)\s+(?:un)?clear)", re.I
)


@dataclass(slots=True)
class _Clause:
    """Reports that say one thing in one way: each outlet's article with the chains it gives."""

    first: Held
    chains: dict[str, list[tuple[Link, ...]]]
    articles: dict[str, Article]
    verbatim: bool = True


def shown_words(article: Article, statement: Statement) -> Span:
    """What a sentence of the answer quotes: the content and its hedges, and the cue where it says more than "said".

    The whole sentence where the content says of whom it tells only by a pronoun that is not the speaker. Quotation
    marks whose other half lies outside, and commas at the end, are left out.
    """
    spans = [statement.content, *(Span(hedge.start, hedge.end) for hedge in statement.hedges)]
    cue = statement.cue
    if cue and cue.kind != "neutral" and statement.stance not in (None, "asserts") and not _is_told(article, statement):
        spans.append(Span(cue.start, cue.end))
    low, high = statement.sentence
    shown = Span(max(low, min(one.start for one in spans)), min(high, max(one.end for one in spans)))
    if statement.stance in ("asserts", "accuses") and statement.chain:
        content = article.text[statement.content.start : statement.content.end]
        if _PRONOUN.match(content) and len(find_names(article.text[low : statement.content.start])) > 1:
            shown = statement.sentence
    return _trim(article.text, shown)


def _is_told(article: Article, statement: Statement) -> bool:
    """Whether the sentence of the answer says by itself that somebody accuses, and the cue only leads up to what."""
    cue = statement.cue
    return (
        statement.stance == "accuses"
        and bool(statement.chain)
        and cue is not None
        and article.text[cue.end : statement.content.start].strip(' ,“"') == "that"
    )


def _trim(text: str, span: Span) -> Span:
    low, high = span
    inside = text[low + 1 : high - 1]
    if text[low] == "“" and text[high - 1] == "”" and "“" not in inside and "”" not in inside:
        low, high = low + 1, high - 1  # quotation marks round the whole are ours to set
    open_ = text.count("“", low, high) - text.count("”", low, high)
    while low < high:
        if text[low].isspace() or (text[low] == "“" and open_ > 0):
            open_ -= text[low] == "“"
            low += 1
        elif text[high - 1].isspace() or text[high - 1] in ",;" or (text[high - 1] == "”" and open_ < 0):
            open_ += text[high - 1] == "”"
            high -= 1
        else:
            return Span(low, high)
    return span


def order_reports(reports: Sequence[Held]) -> list[Held]:
    """Reports in the order in which their text names them: those that share a clause together."""
    clauses = _gather(reports)
    keys = [[id(one) for one in held] for _, held in clauses]
    return [one for own in keys for one in reports if id(one) in own]


def say_claim(
    reports: Sequence[Held], numbers: Mapping[str, int], carried: Mapping[str, str], context: Context | None
) -> str:
    """Who says it, through whom, how, and in which words; `carried` names whose copy an article carries."""
    clauses = [clause for clause, _ in _gather(reports)]
    said = [_say_clause(one, clauses[0], numbers, carried) for one in clauses[:_CLAUSES]]
    rest = [key for one in clauses[_CLAUSES:] for key in one.articles]
    if rest:
        said.append(
            phrase("claim.more", count=len(dict.fromkeys(rest)), ns=mark_articles(numbers[key] for key in rest))
        )
    names = [one.article.masthead.outlet.name for one in reports if not _is_inferred(one.article)]
    text = phrase("claim.whole", clauses=open_sentence(phrase("joined").join(said), filter(None, names)))
    return phrase("claim.after", before=text, context=quote(context.quote)) if context else text


def say_dated(held: Held, numbers: Mapping[str, int]) -> str:
    """When an article says it was published; with the words that stand for its being on the topic."""
    article = held.article
    return phrase(
        "claim.dated",
        who=open_sentence(
            name_outlet(article, shorten_ids(numbers)),
            [article.masthead.outlet.name] if article.masthead.outlet.name and not _is_inferred(article) else (),
        )
        + (phrase("aside.end") if _is_inferred(article) else ""),
        date=say_published(article.masthead.published),
        words=quote(_shown(held)),
        n=mark_articles([numbers[article.id]]),
    )


def name_link(link: Link, article: Article) -> str:
    """A source as the article names it, in quotation marks where it is not a name, or takes a side."""
    if not link.named or holds_loaded(link.name):
        return quote_name(link.name)
    stands = link.carried_from or Span(link.start, link.end)
    led = article.text[max(0, stands.start - 4) : stands.start].lower() == "the "
    return f"the {link.name}" if led and not _goes_on(article.text, stands.end) else link.name


def _goes_on(text: str, end: int) -> bool:
    """Whether a noun follows that belongs to the name ("the Hashed Al-Shaabi paramilitary alliance")."""
    found = _NEXT.match(text, end)
    lists = word_lists()
    ends = lists["stop"] | lists["reporting"] | lists["past"] | lists["after_subject"]
    return found is not None and found[1] not in ends and not found[1].endswith("ed")


def _gather(reports: Sequence[Held]) -> list[tuple[_Clause, list[Held]]]:
    found: list[tuple[_Clause, list[Held]]] = []
    for held in reports:
        same = next((pair for pair in found if _is_said_alike(pair[0].first, held)), None)
        if same is None or not _fits(same[0], same[1], held):
            verbatim = not any(_is_retold(clause.first, held) for clause, _ in found)
            same = (_Clause(held, {}, {}, verbatim), [])
            found.append(same)
        clause, own = same
        clause.articles[held.article.id] = held.article
        clause.chains.setdefault(held.article.id, []).append(held.statement.chain or ())
        own.append(held)
    parted = [pair for one in found for pair in _part(*one)]
    return [pair for pair in parted if pair[0].verbatim] + [pair for pair in parted if not pair[0].verbatim]


def _part(clause: _Clause, own: list[Held]) -> list[tuple[_Clause, list[Held]]]:
    """The clause; or one for each article, where not all of them give the same chains."""
    given = [{_name_links(chain) for chain in chains} for chains in clause.chains.values()]
    if all(one == given[0] for one in given):
        return [(clause, own)]
    parts = []
    for key, chains in clause.chains.items():
        reports = [one for one in own if one.article.id == key]
        parts.append((_Clause(reports[0], {key: chains}, {key: clause.articles[key]}, clause.verbatim), reports))
    return parts


def _fits(clause: _Clause, own: Sequence[Held], held: Held) -> bool:
    """Whether one more report leaves a clause in which every article gives the same chains."""
    names = [_chain_key(held.statement)]
    given = [_chain_key(one.statement) for one in own if one.article.id == own[0].article.id]
    if held.article.id == own[0].article.id:
        return len(clause.articles) == 1 and held.statement.stance == "asserts"
    return names[0] in given


def _is_said_alike(one: Held, other: Held) -> bool:
    return _manner(one) == _manner(other) and _folded(one) == _folded(other)


def _is_retold(one: Held, other: Held) -> bool:
    """Whether the other is a near copy that changes neither figure, hedge nor manner of saying it."""
    if one.article.id == other.article.id or _manner(one) != _manner(other):
        return False
    if _chain_key(one.statement) != _chain_key(other.statement):
        return False
    marks = [
        (sorted(h.text.casefold() for h in x.statement.hedges), sorted(f.value for f in x.statement.figures))
        for x in (one, other)
    ]
    return marks[0] == marks[1] and is_near_copy(one.content, other.content)


def _manner(held: Held) -> tuple[object, ...]:
    statement = held.statement
    return (statement.stance, statement.voice, statement.cue.kind if statement.cue else None)


def _folded(held: Held) -> str:
    return "".join(_WORD.findall(_shown(held).casefold()))


def _shown(held: Held) -> str:
    return held.words(shown_words(held.article, held.statement))


def _is_inferred(article: Article) -> bool:
    return article.masthead.outlet.level == "inferred"


def _chain_key(statement: Statement) -> tuple[str, ...] | None:
    return None if statement.chain is None else _name_links(statement.chain)


def _name_links(chain: Sequence[Link]) -> tuple[str, ...]:
    return tuple(" ".join(link.name.casefold().split()) for link in chain)


def _say_clause(clause: _Clause, first: _Clause, numbers: Mapping[str, int], carried: Mapping[str, str]) -> str:
    articles = list(clause.articles.values())
    statement = clause.first.statement
    short = shorten_ids(numbers)
    who = [name_outlet(one, short) for one in articles[:_OUTLETS]]
    if len(articles) > _OUTLETS:
        who.append(phrase("outlet.more", count=len(articles) - _OUTLETS))
    source, chains = _part_source(statement, clause.chains[articles[0].id])
    marks = mark_articles(numbers[one.id] for one in articles)
    names = {"who": join_names(who), "asides": _say_asides(articles, chains, carried), "ns": marks}
    number = plural(len(articles))
    if not clause.verbatim and clause is not first:
        return phrase("claim.copies", verb=phrase(f"verb.copies.{number}"), **names)
    verb = _say_verb(statement, source, number, articles[0])
    return phrase("claim.clause", verb=verb, words=quote(_shown(clause.first)), **names)


def _say_asides(articles: Sequence[Article], chains: Sequence[tuple[Link, ...]], carried: Mapping[str, str]) -> str:
    """Whose copy the articles carry and whom they cite, said once of all of them."""
    parts = []
    copies = {carried.get(one.id) for one in articles}
    if len(copies) == 1 and (whose := copies.pop()):
        parts.append(phrase("aside.carries", name=whose))
    if cited := _say_chains(list({_name_links(one): one for one in chains if one}.values()), articles[0]):
        parts.append(phrase("aside.citing", chain=cited))
    if not parts:
        return phrase("aside.end") if _is_inferred(articles[-1]) else ""
    of = phrase(f"aside.of.{'two' if len(articles) == 2 else plural(len(articles))}")
    return phrase("aside.whole", parts=of + phrase("and").join(parts))


def _say_chains(chains: Sequence[tuple[Link, ...]], article: Article) -> str:
    """The chains as a list; those that part only at who spoke share what leads there."""
    if len(chains) > 1 and len({_name_links(one[:-1]) for one in chains}) == 1:
        inner = join_names([name_link(one[-1], article) for one in chains])
        return _say_chain(chains[0], article, inner)
    return join_names([_say_chain(one, article) for one in chains])


def _part_source(
    statement: Statement, chains: Sequence[tuple[Link, ...]]
) -> tuple[Link | None, list[tuple[Link, ...]]]:
    """The one who spoke, where the verb names them, and the rest of the chains."""
    if statement.stance in (None, "asserts") or not statement.chain:
        return None, list(chains)
    return statement.chain[-1], [statement.chain[:-1]]


def _say_chain(chain: Sequence[Link], article: Article, inner: str = "") -> str:
    said = inner or name_link(chain[-1], article)
    for link in reversed(chain[:-1]):
        said = phrase("aside.link", outer=name_link(link, article), inner=said)
    return said


def _say_verb(statement: Statement, source: Link | None, number: str, article: Article) -> str:
    if statement.chain is None:
        return phrase(f"verb.contains.{number}")
    if statement.stance in (None, "asserts"):
        return phrase(f"verb.asserts.{number}")
    if source is None:
        return phrase(f"verb.own.{statement.stance}.{number}")
    return phrase(f"verb.cited.{statement.stance}.{number}", source=name_link(source, article))
