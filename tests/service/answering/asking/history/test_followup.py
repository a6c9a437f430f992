"""Follow-up questions on their own feet, over what can be asked of the samples."""

import pytest

from service.answering.asking.history.followup import stand_alone

OUTLETS = ["Emirates Voice", "RT"]
KILLED = "How many people were killed in Albu Kamal?"
SAID = "What did SANA say about Albu Kamal?"
BOMBED = "Did the US-led coalition bomb the hospital in Raqqa?"
ENTERED = "When did Syrian troops enter Albu Kamal?"
HAPPENED = "What happened in al-Sukhnah?"
SATURDAY = "How many civilians were killed in Raqqa city on Saturday?"
DENIED = "Did Russia deny that the US-led coalition did bomb the hospital in Raqqa?"


@pytest.mark.parametrize(
    ("before", "asked", "alone"),
    [
        (KILLED, "And in Raqqa?", "How many people were killed in Raqqa?"),
        (KILLED, "And according to SANA?", "According to SANA, how many people were killed in Albu Kamal?"),
        ("How many people were killed in Syria?", "How many in 2017?", "How many people were killed in Syria in 2017?"),
        ("How many people died in Syria in 2016?", "And in 2017?", "How many people died in Syria in 2017?"),
        (SATURDAY, "And on Sunday?", "How many civilians were killed in Raqqa city on Sunday?"),
        (SATURDAY, "How many women?", "How many women were killed in Raqqa city on Saturday?"),
        (SATURDAY, "When?", "When were civilians killed in Raqqa city?"),
        (SAID, "And what did RT say?", "What did RT say about Albu Kamal?"),
        (SAID, "What about AFP?", "What did AFP say about Albu Kamal?"),
        (SAID, "And RT?", "What did RT say about Albu Kamal?"),
        (SAID, "And about Raqqa?", "What did SANA say about Raqqa?"),
        (ENTERED, "Where does it lie?", "Where does Albu Kamal lie?"),
        (ENTERED, "Who reported that?", "Who reported that Syrian troops did enter Albu Kamal?"),
        (ENTERED, "Were civilians killed there?", "Were civilians killed in Albu Kamal?"),
        (BOMBED, "When was that?", "When did the US-led coalition bomb the hospital in Raqqa?"),
        (BOMBED, "Who confirmed it?", "Who confirmed that the US-led coalition did bomb the hospital in Raqqa?"),
        (BOMBED, "Did Russia deny it?", DENIED),
        (
            "Did Hashed Al-Shaabi forces enter Syria?",
            "Did they deny that?",
            "Did Hashed Al-Shaabi forces deny that Hashed Al-Shaabi forces did enter Syria?",
        ),
        (HAPPENED, "When was that?", "When did it happen in al-Sukhnah?"),
        (HAPPENED, "Who said so?", "Who said what happened in al-Sukhnah?"),
        (HAPPENED, "And in Hajin?", "What happened in Hajin?"),
        (HAPPENED, "How far is it from Palmyra?", "How far is al-Sukhnah from Palmyra?"),
        (HAPPENED, "What did SANA say?", "What did SANA say about what happened in al-Sukhnah?"),
        (
            "How many civilians did the Syrian army kill in Hama Province?",
            "When was that?",
            "When did the Syrian army kill civilians in Hama Province?",
        ),
        ("Who captured Al-Qaim?", "When was that?", "When was Al-Qaim captured?"),
        ("Who was killed in Raqqa?", "How many?", "How many people were killed in Raqqa?"),
        ("Were civilians killed in Raqqa?", "How many?", "How many civilians were killed in Raqqa?"),
        ("Was Al-Qaim captured?", "By whom?", "By whom was Al-Qaim captured?"),
        ("Which leader of ISIS is dead?", "Who said that?", "Who said that a leader of ISIS is dead?"),
        (
            "What did the Syrian Observatory for Human Rights say?",
            "What did they say about Raqqa?",
            "What did the Syrian Observatory for Human Rights say about Raqqa?",
        ),
        (
            "What did Airwars say about the coalition's claim?",
            "And what did Damascus say about it?",
            "What did Damascus say about the coalition's claim?",
        ),
        ("How far is al-Sukhnah from Palmyra?", "Who liberated it?", "Who liberated al-Sukhnah?"),
        (
            "According to SANA, how many people were killed in Hajin?",
            "What about Airwars?",
            "According to Airwars, how many people were killed in Hajin?",
        ),
    ],
)  # fmt: skip
def test_a_follow_up_takes_over_what_it_lacks(before: str, asked: str, alone: str) -> None:
    assert stand_alone(asked, [before], OUTLETS) == alone


@pytest.mark.parametrize(
    "asked",
    [
        "Who won the election in Iran?",
        "What did Benjamin Netanyahu say about al-Sukhnah?",
        "Is there a report on Palmyra?",
        "Did Hezbollah lose its leader in Lebanon?",
        "How do the two reports on al-Sukhnah differ?",
        "When was the report on al-Mughir published?",
        "Thanks. Who accused the US-led coalition of attacking a hospital?",
        "And who accused the US-led coalition of attacking a hospital?",
        "Is it true that Hezbollah captured Al-Qaim?",
        "What did the coalition say about its strikes?",
        "What did they say?",
        "",
    ],
)
def test_a_question_of_its_own_and_one_that_nothing_resolves_stay_as_they_are(asked: str) -> None:
    assert stand_alone(asked, [KILLED], OUTLETS) == asked


def test_whoever_an_earlier_question_asks_for_is_not_known() -> None:
    before = "Who accused the US-led coalition of attacking a hospital in Raqqa?"
    assert stand_alone("What did they say?", [before], OUTLETS) == "What did they say?"


def test_a_follow_up_of_a_follow_up_leans_on_what_that_one_means() -> None:
    asked = [SAID, "And what did RT say?", "And about Raqqa?"]
    assert stand_alone("What about AFP?", asked, OUTLETS) == "What did AFP say about Raqqa?"
    assert stand_alone("And in Raqqa?", [HAPPENED, KILLED], OUTLETS) == "How many people were killed in Raqqa?"


def test_without_earlier_questions_nothing_is_added() -> None:
    assert stand_alone("When was that?", [], OUTLETS) == "When was that?"


@pytest.mark.parametrize("text", ["a" * 4000, "it " * 1300, "A " * 2000, "and " * 1000, "how many " * 440, "?" * 4000])
def test_any_text_may_come_before_and_after(text: str) -> None:
    assert stand_alone("When was that?", [text], OUTLETS)
    assert stand_alone(text, [KILLED], OUTLETS)
