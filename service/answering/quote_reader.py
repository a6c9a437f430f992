"""The reader without a model: which sentences answer the question, by their words and the record alone."""

from service.answering.fill import fill_answer
from service.answering.group import Finding, group_findings
from service.answering.names import known_forms
from service.answering.reading import Candidates, Draft
from service.answering.score import score_sentences, sentence_texts
from service.answering.support import Judge, order_by_score, question_stems
from service.question import Query, restore_capitals

# Claims shown at most, and how far below the best score one may lie.
MOST_CLAIMS = 6
MARGIN = 0.3
# A sentence below this is too far from the question, whatever its words. Measured with the default embedding model.
# Asking who someone is, or what they said, says too little for it.
FLOOR = 0.9
NEAREST = 3


class QuoteReader:
    """Deterministic: the same question and candidates give the same draft."""

    def read(self, query: Query, candidates: Candidates) -> Draft:
        """Groups of sentences that bear the question out, best first; none where nothing does."""
        query = recognise_names(query, candidates)
        stems = question_stems(query, candidates.lexicon)
        scores = score_sentences(query, candidates, stems)
        order = order_by_score(scores.tolist())
        judge = Judge(query, candidates, stems)
        findings: list[Finding] = []
        least = 0.0 if query.kind == "said" or query.role == "described" else FLOOR
        for n in order:
            if scores[n] < least:
                break
            sentence = candidates.sentences[n]
            support = judge.weigh(sentence)
            filling = fill_answer(query, support) if support else None
            if support and filling:
                findings.append(Finding(sentence, float(scores[n]), support, filling))
                least = max(least, findings[0].score - MARGIN)
        groups = group_findings(findings)[:MOST_CLAIMS]
        nearest = () if groups else tuple(candidates.sentences[n].id for n in order[:NEAREST])
        return Draft(tuple(tuple(one.sentence.id for one in group) for group in groups), nearest)


def recognise_names(query: Query, candidates: Candidates) -> Query:
    """A question without capitals, its names written as the candidates and the alias table write them."""
    if query.cased:
        return query
    from index.attribution.aliases import load_aliases

    titles = (article.masthead.title.text or "" for article in candidates.articles.values())
    forms = known_forms([*sentence_texts(candidates), *titles])
    return restore_capitals(query, {**load_aliases().forms(), **forms})
