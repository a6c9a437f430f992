"""Answers as they are told: each kind of question by its own opening, and silence that other articles do not touch."""

import re
from pathlib import Path

import pytest

from index.search.embedding import Embedder
from service.answering.answer import Answer
from service.answering.phrases import phrase
from service.answering.telling.loaded import holds_loaded
from service.render.terminal import render_terminal
from tests.questions.asking import Ask, open_answers, read_samples

DEFINITE = ("Yes", "No,", "It is true", "It is false")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    return open_answers(read_samples(), tmp_path_factory.mktemp("told"), embedder)


@pytest.fixture(scope="module")
def ask_among_others(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    others = {f"other{n}": write_other(n) for n in range(10)}
    return open_answers({**read_samples(), **others}, tmp_path_factory.mktemp("others"), embedder)


def write_other(n: int) -> str:
    """An article on another war."""
    return (
        f"Clashes on the river Danu, day {n + 1}\n\n"
        f"At least {n + 12} civilians were killed on the river Danu in Tarsk on Monday, the Tarsk Red Cross said.\n\n"
        f"The Varnian army denied shelling the hospital of Tarsk, and said {n + 3} of its soldiers were wounded.\n\n"
        "More than 9,000 people have been killed since the war between Varnia and Tarsk began in June 1994.\n"
    )


@pytest.mark.parametrize(
    ("question", "kind", "opening"),
    [
        (
            "How many people has the US-led coalition killed in Iraq and Syria?",
            "figures",
            "Two figures are given, and one",
        ),
        ("Did the US-led coalition bomb the hospital in Raqqa?", "yes_no", "Stated as an accusation, and denied"),
        ("Did Hashed Al-Shaabi forces enter Syria?", "yes_no", "Denied in the articles found"),
        ("When did Syrian troops enter Albu Kamal?", "when", "One time is given: on Wednesday. The day is not known"),
        ("Who accused the US-led coalition of attacking a hospital in Raqqa?", "who", "One answer is given: Damascus."),
        ("How do the two reports on al-Sukhnah differ?", "difference", "The two articles [1][2] are one text, with"),
        (
            "Is the attack on the hospital in Raqqa confirmed independently?",
            "confirmed",
            "It is both stated and denied",
        ),
        ("Which words do the outlets use for the Islamic State?", "what", "Four words are used for it: “ISIS”"),
        ("Who won the chess olympiad in Chennai?", "none", "No answer was found."),
    ],
)
def test_each_kind_of_question_opens_in_its_own_way(question: str, kind: str, opening: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.direct.kind == kind
    assert answer.answer.startswith(opening)
    assert not any(answer.direct.text.startswith(word) for word in DEFINITE)


@pytest.mark.parametrize(
    "question",
    [
        "How many civilians does Airwars say have been killed in US-led military operations?",
        "How many civilians were killed in Raqqa city on Saturday?",
        "Did the US-led coalition bomb the hospital in Raqqa?",
        "What happened in al-Sukhnah?",
    ],
)
def test_no_list_of_the_silent_grows_by_articles_on_another_war(question: str, ask: Ask, ask_among_others: Ask) -> None:
    silent = [silences(ask(question)), silences(ask_among_others(question))]
    assert silent[0] == silent[1]
    assert not any(key.startswith("other") for key in silent[1])


def silences(answer: Answer) -> set[str]:
    return {one.article_id for claim in answer.claims for one in claim.silent}


def test_what_one_carrier_left_out_is_told_and_compared(ask: Ask) -> None:
    answer = ask("How many civilians does Airwars say have been killed in US-led military operations?")
    assert [(one.article_id, one.why) for one in answer.claims[0].silent] == [
        ("001_5ee169950b61c847", "omitted_from_copy")
    ]
    differ = ask("How do the two reports on al-Sukhnah differ?")
    assert any(change.kind == "hedge_removed" for change in differ.comparisons[0].changes)


def test_the_dispute_is_shown_with_its_deciding_words(ask: Ask) -> None:
    answer = ask("How many people has the US-led coalition killed in Iraq and Syria?")
    (relation,) = [one for one in answer.relations if one.kind == "disputed"]
    assert relation.words is not None
    assert relation.words.quote == "has contradicted this claim"
    assert relation.differs_in == ("unit: civilians / people",)
    assert answer.claims[0].counts.origins == 1
    assert answer.copies[0].from_ is not None
    assert answer.copies[0].from_.name == "RT"


def test_the_day_of_publication_is_readable_and_its_value_is_iso(ask: Ask) -> None:
    answer = ask("When was the report on al-Mughir published?")
    assert answer.direct.value == ("2016-03-13T13:24:06",)
    assert answer.direct.text == "One time is given: 13 March 2016, 13:24:06, no time zone given."
    assert "dates its article 13 March 2016, 13:24:06, no time zone given" in answer.claims[0].text


def test_which_report_leaves_something_out_is_answered_by_the_report(ask: Ask) -> None:
    answer = ask("Which of the two reports on al-Sukhnah leaves out what Airwars says?")
    assert answer.direct.value == ("unnamed outlet (001_5ee169950b61c847)",)
    assert answer.answer.startswith("An unnamed outlet (001_5ee169950b61c847) [1] leaves out one paragraph, which held")
    assert answer.citations[0].article_id == "001_5ee169950b61c847"


def test_what_held_figures_and_sources_is_told_first_and_the_rest_is_counted(ask: Ask) -> None:
    answer = ask("How do the two reports on al-Sukhnah differ?")
    assert answer.answer.index("more than 4,350") < answer.answer.index("A quotation altered")
    assert "Six more changes: byline compare 000_ac1450379629caac 001_5ee169950b61c847." in answer.answer


def test_two_texts_are_not_said_to_have_left_out_of_one_another(ask: Ask) -> None:
    answer = ask("How do the reports differ on the last stronghold of ISIS?")
    if any(one.is_copy for one in answer.comparisons):
        pytest.skip("two carriers of one text were chosen")
    assert "left out" not in answer.answer


def test_killed_and_killed_or_injured_are_told_apart_in_the_direct_line(ask: Ask) -> None:
    answer = ask(
        "How many civilians did the United States and its allies kill in the province of Deir ez-Zor this week?"
    )
    assert answer.direct.text == (
        "Two figures are given, and they are not of the same: more than 60 (killed); more than 60 (killed or injured)."
    )
    assert [one.kind for one in answer.relations] == ["differs"]


def test_words_are_not_related(ask: Ask) -> None:
    assert ask("Which words do the outlets use for the Islamic State?").relations == ()


def test_a_dispute_is_told_by_who_denies_and_who_accuses(ask: Ask) -> None:
    text = ask("Did the US-led coalition bomb the hospital in Raqqa?").answer
    assert re.search(r"The denial by the US-led coalition \[\d\] disputes the accusation by Damascus \[\d\]", text)


def test_what_is_denied_rests_on_who_states_it(ask: Ask) -> None:
    answer = ask("Is it independently confirmed that the hospital in Raqqa was bombed?")
    assert answer.direct.text == "It is both stated and denied; it is stated on one origin (Damascus)."


def test_this_claim_is_shown_with_the_claim_it_means(ask: Ask) -> None:
    answer = ask("What does Airwars say?")
    (denial,) = [claim for claim in answer.claims if claim.agreement == "denied"]
    assert denial.reports[0].context is not None
    assert "624 people" in denial.reports[0].context.quote


def test_sources_without_names_are_not_said_to_be_one(
    tmp_path_factory: pytest.TempPathFactory, embedder: Embedder
) -> None:
    texts = {
        "a": "War\n\nThe Varnian army has captured the town of Molde after a siege of two weeks, officials said.\n",
        "b": "River news\n\nAfter two weeks, the Varnian army captured the town of Molde, a resident said.\n",
    }
    answer = open_answers(texts, tmp_path_factory.mktemp("unnamed"), embedder)(
        "Is the capture of Molde by the Varnian army confirmed independently?"
    )
    (claim,) = answer.claims
    assert (claim.agreement, claim.counts.articles) == ("same_origin", 2)
    assert "it is not shown that they rest on different sources" in answer.direct.text
    assert "one origin" not in render_terminal(answer, width=100, colour=False)
    assert "independence not shown" in render_terminal(answer, width=100, colour=False)


def test_no_phrase_of_ours_takes_a_side() -> None:
    text = (Path(phrase.__code__.co_filename).parent / "phrases.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if holds_loaded(line)] == []
