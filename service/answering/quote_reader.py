"""The reader without a model: which statements answer the question, by their words and the record alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.attribution.aliases import load_aliases
from service.answering.answer import Answer
from service.answering.asking.capitals import restore_capitals
from service.answering.filling.forms import group_forms
from service.answering.judging.compared import choose_compared, is_on_topic, rank_articles
from service.answering.judging.estimate import estimate, is_supported
from service.answering.judging.group import Finding, group_findings
from service.answering.judging.judge import Judge
from service.answering.judging.premise import find_contrary
from service.answering.judging.rest import question_stems
from service.answering.judging.score import TYPE, score_sentences, sentence_texts
from service.answering.judging.support import is_estimated, order_by_score
from service.answering.language.names import known_forms
from service.answering.language.stems import HeldStems
from service.answering.reading import Candidates, Draft, Leave
from service.question import Query
from service.requests import Turn

# Claims shown at most, and how far below the best score one may lie.
MOST_CLAIMS = 6
MARGIN = 0.3
# Where the record tells whose words are asked for, or two articles are compared, likeness says less.
WIDE = 1.0
# A sentence below this is too far from the question, whatever its words. Measured with the default embedding model.
# Asking who someone is, what they said, or how articles differ, says too little for it.
FLOOR = 0.9
# The same where only its support decides, and how many such statements are weighed at most.
DOUBTFUL = 0.6
MOST_DOUBTFUL = 6
NEAREST = 3


class QuoteReader:
    """Deterministic: the same question and candidates give the same draft."""

    name = "quotes"

    def restate(self, question: str, history: Sequence[Turn], leave: Leave) -> None:
        """None: what its words alone tell of a question is read before any reader is asked."""

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        """The one draft of `choose`."""
        yield self.choose(query, candidates)

    def choose(self, query: Query, candidates: Candidates) -> Draft:
        """Groups of statements that bear the question out, best first; none where nothing does well enough."""
        stems = question_stems(query, candidates.lexicon)
        scores = score_sentences(query, candidates, stems).tolist()
        compared, lacks = choose_compared(query, candidates, scores, stems)
        groups, support = _choose_groups(query, candidates, scores, stems)
        if groups or compared:
            return Draft(tuple(groups), (), compared, lacks, support if groups else 1.0)
        return replace(_abstain(query, candidates, scores, stems), support=support)

    def word(self, answer: Answer, leave: Leave) -> Answer:
        """The answer as it is composed."""
        return answer


def abstain(query: Query, candidates: Candidates) -> Draft:
    """A draft of no groups, with what is near, and what is told instead of what the question takes for granted."""
    stems = question_stems(query, candidates.lexicon)
    return _abstain(query, candidates, score_sentences(query, candidates, stems).tolist(), stems)


def compare_articles(query: Query, candidates: Candidates) -> tuple[tuple[str, ...], str | None]:
    """Which two articles a question has laid side by side, and which of them may lack something."""
    stems = question_stems(query, candidates.lexicon)
    return choose_compared(query, candidates, score_sentences(query, candidates, stems).tolist(), stems)


def _abstain(query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems) -> Draft:
    contrary = find_contrary(query, candidates, scores, stems)
    order = [candidates.sentences[n].id for n in order_by_score(scores)]
    shown = dict.fromkeys([*([contrary.sentence_id] if contrary else []), *order[:NEAREST]])
    return Draft((), tuple(shown)[:NEAREST], contrary=contrary)


def recognise_names(query: Query, candidates: Candidates) -> Query:
    """A question without capitals, its names written as the candidates and the alias table write them."""
    if query.cased:
        return query
    titles = (article.masthead.title.text or "" for article in candidates.articles.values())
    forms = known_forms([*sentence_texts(candidates), *titles])
    return restore_capitals(query, {**load_aliases().forms(), **forms})


def _choose_groups(
    query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems
) -> tuple[list[tuple[str, ...]], float]:
    """Groups of statement ids, by kind of question, and how well the best of them answers.

    What the record itself answers, the day of an article or the words it uses, is wholly supported.
    """
    if query.kind == "left_out":
        return [], 0.0
    if query.published:
        dated = _choose_dated(query, candidates, scores, stems)
        return [(one,) for one in dated], float(bool(dated))
    if query.kind == "words":
        forms = group_forms(query, candidates, rank_articles(candidates, scores))[:MOST_CLAIMS]
        if forms:
            return [tuple(one.id for one in group) for group in forms], 1.0
    findings = find_statements(query, candidates, scores, stems)
    kept = [one for one in findings if not is_estimated(query) or is_supported(one)]
    groups = [tuple(one.statement.id for one in group) for group in group_findings(kept)[:MOST_CLAIMS]]
    return groups, max((one.support for one in findings), default=0.0)


def find_statements(query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems) -> list[Finding]:
    """The statements of sentences near enough to the question that answer it, best first.

    Those that do not bear it out in full, or are less near, only where none does.
    """
    judge = Judge(query, candidates, stems)
    found: list[Finding] = []
    doubtful: list[Finding] = []
    floor = find_floor(query)
    least = min(floor, DOUBTFUL) if is_estimated(query) else floor
    margin = WIDE if query.speakers or query.kind == "difference" else MARGIN
    for n in order_by_score(scores):
        if scores[n] < least or (scores[n] < floor and len(doubtful) >= MOST_DOUBTFUL):
            break
        sentence = candidates.sentences[n]
        text = candidates.articles[sentence.article_id].text
        for statement, filling in judge.read(sentence):
            borne = judge.borne(sentence)
            content = text[statement.content.start : statement.content.end]
            full = scores[n] >= floor and (borne is None or borne.full)
            finding = Finding(statement, scores[n], filling, content, borne, full)
            if full:
                found.append(finding)
                least = max(floor, found[0].score - margin)
            elif not found and len(doubtful) < MOST_DOUBTFUL:
                doubtful.append(finding)
    return estimate(query, candidates, found or doubtful)


def find_floor(query: Query) -> float:
    """How near a sentence must be: less where the record or the words of the event tie it to the question anyway.

    Where no type of answer is expected, none can lift a sentence, and the floor is as much lower; but only where the
    sentence must tell what happened, and the question names who did it, to whom, or where.
    """
    if query.speakers or query.role == "described" or query.kind == "difference":
        return 0.0
    tells = query.classes or (query.kind == "yes_no" and query.verb)
    tied = tells and (query.agents or query.patients or query.placed)
    return FLOOR - TYPE if tied and query.expected == "any" else FLOOR


def _choose_dated(query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems) -> list[str]:
    """Of each dated article on the topic, the statement that is nearest to it; best article first."""
    judge = Judge(query, candidates, stems)
    chosen: dict[str, str | None] = {}
    least = max(scores, default=0.0) - MARGIN
    for n in order_by_score(scores):
        sentence = candidates.sentences[n]
        if scores[n] < least:
            break
        if sentence.article_id not in chosen:
            found = judge.read(sentence)
            meant = query.filters.articles or is_on_topic(query, sentence.article_id, candidates, stems)
            chosen[sentence.article_id] = found[0][0].id if found and meant else None
    return [one for one in chosen.values() if one][:MOST_CLAIMS]
