"""Silent are only cited articles, and carriers of a copy that is cited; others are not about it."""

from service.answering.answer import Silent
from service.answering.relating.held import Held
from service.answering.relating.silences import find_silent
from tests.service.answering.hand import state, write_article

TOLD = "Skywatch said more than 1,900 civilians were killed in Varnia since June."
A = write_article("a", f"The army took the bridge of Molde.\n{TOLD}")
B = write_article("b", "The army took the bridge of Molde.\nNothing more was known on Monday.")
C = write_article("c", "The mayor of Olm opened the fair.")
D = write_article("d", f"Late news.\n{TOLD}")
REPORT = Held(A, state(A, "more than 1,900 civilians were killed in Varnia since June", chain=["Skywatch"]))
ARTICLES = {one.id: one for one in (A, B, C, D)}
STATEMENTS = {
    "b": (state(B, "The army took the bridge of Molde"), state(B, "Nothing more was known on Monday")),
    "c": (state(C, "The mayor of Olm opened the fair"),),
    "d": (state(D, "more than 1,900 civilians were killed in Varnia since June", chain=["Skywatch"]),),
}


def test_a_carrier_that_lacks_it_left_it_out_and_another_cited_article_does_not_report_it() -> None:
    assert find_silent([REPORT], ["a", "b", "c"], {"a": "k", "b": "k"}, ARTICLES, STATEMENTS) == (
        Silent(article_id="b", why="omitted_from_copy"),
        Silent(article_id="c", why="not_reported"),
    )


def test_who_tells_it_without_being_quoted_is_not_silent() -> None:
    assert find_silent([REPORT], ["a", "d"], {}, ARTICLES, STATEMENTS) == ()


def test_who_is_not_cited_is_not_silent() -> None:
    assert find_silent([REPORT], ["a"], {"a": "k", "b": "k"}, ARTICLES, STATEMENTS) == ()


def test_who_tells_of_the_same_event_under_another_claim_is_not_silent() -> None:
    other = write_article("e", "In Varnia 40 civilians were killed on Monday, Skywatch said.")
    told = Held(other, state(other, "In Varnia 40 civilians were killed on Monday", chain=["Skywatch"]))
    articles = {**ARTICLES, "e": other}
    assert find_silent([REPORT], ["a", "e"], {}, articles, STATEMENTS, [told]) == ()
    assert find_silent([REPORT], ["a", "e"], {}, articles, STATEMENTS) == (Silent(article_id="e", why="not_reported"),)
