"""The sentence that says who holds a claim: outlets and chain as they are known, then the article's own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.copies.finding.find import is_near_copy
from index.records import Article, Link, Span, Statement
from service.answering.answer import Context
from service.answering.language.names import word_lists
from service.answering.phrases import phrase
from service.answering.relating.held import Held
from service.answering.telling.loaded import holds_loaded
from service.answering.telling.words import join_names, mark_articles, name_outlet, open_sentence, plural, quote

_CLAUSES = 4  # of one claim's text at most; further reports are counted
_OUTLETS = 4  # named in one clause at most
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"\s([a-z][\w-]*)")


@dataclass(slots=True)
class _Clause:
    """Reports that say one thing in one way: each outlet's article with the chains it gives."""

    first: Held
    chains: dict[str, list[tuple[Link, ...]]]
    articles: dict[str, Article]
    verbatim: bool = True


def shown_words(statement: Statement) -> Span:
    """What a sentence of the answer quotes: the content, its hedges, and for all but plain saying the cue too."""
    spans = [statement.content, *(Span(hedge.start, hedge.end) for hedge in statement.hedges)]
    if statement.cue and statement.stance not in (None, "asserts"):
        spans.append(Span(statement.cue.start, statement.cue.end))
    low, high = statement.sentence
    return Span(max(low, min(one.start for one in spans)), min(high, max(one.end for one in spans)))


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
    text = phrase("claim.whole", clauses=open_sentence(phrase("joined").join(said)))
    return phrase("claim.after", before=text, context=context.quote) if context else text


def name_link(link: Link, article: Article) -> str:
    """A source as the article names it, in quotation marks where it is not a name, or takes a side."""
    if not link.named or holds_loaded(link.name):
        return f"“{link.name}”"
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
    return "".join(_WORD.findall(held.words(shown_words(held.statement)).casefold()))


def _chain_key(statement: Statement) -> tuple[str, ...] | None:
    return None if statement.chain is None else _name_links(statement.chain)


def _name_links(chain: Sequence[Link]) -> tuple[str, ...]:
    return tuple(" ".join(link.name.casefold().split()) for link in chain)


def _say_clause(clause: _Clause, first: _Clause, numbers: Mapping[str, int], carried: Mapping[str, str]) -> str:
    articles = list(clause.articles.values())
    statement = clause.first.statement
    who = [name_outlet(one) for one in articles[:_OUTLETS]]
    if len(articles) > _OUTLETS:
        who.append(phrase("outlet.more", count=len(articles) - _OUTLETS))
    source, chains = _part_source(statement, clause.chains[articles[0].id])
    asides = ""
    copies = {carried[one.id] for one in articles if one.id in carried}
    if len(copies) == 1 and all(one.id in carried for one in articles):
        asides += phrase("aside.carries", name=copies.pop())
    if cited := join_names(list(dict.fromkeys(_say_chain(one, articles[0]) for one in chains if one))):
        asides += phrase("aside.citing", chain=cited)
    inferred = articles[-1].masthead.outlet.level == "inferred"
    marks = mark_articles(numbers[one.id] for one in articles)
    names = {"who": join_names(who), "ns": marks}
    if not clause.verbatim and clause is not first:
        return phrase("claim.copies", asides=asides, **names)
    return phrase(
        "claim.clause",
        asides=asides + phrase("aside.end") if asides or inferred else "",
        verb=_say_verb(statement, source, plural(len(articles)), articles[0]),
        words=quote(clause.first.words(shown_words(statement))),
        **names,
    )


def _part_source(
    statement: Statement, chains: Sequence[tuple[Link, ...]]
) -> tuple[Link | None, list[tuple[Link, ...]]]:
    """The one who spoke, where the verb names them, and the rest of the chains."""
    if statement.stance in (None, "asserts") or not statement.chain:
        return None, list(chains)
    return statement.chain[-1], [statement.chain[:-1]]


def _say_chain(chain: Sequence[Link], article: Article) -> str:
    said = name_link(chain[-1], article)
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
