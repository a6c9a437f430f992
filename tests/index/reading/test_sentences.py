"""Sentences of body lines."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.sentences import leans, split_runs, split_sentences
from index.records import Label, Line

PROSE = st.text(alphabet=st.sampled_from([*"abcXYZ .,!?…“”\"'‘’\n\r\t—-0123456789é\u0301🙂\u2028\x00"]), max_size=400)


def body_lines(text: str, labels: dict[int, Label] | None = None) -> tuple[Line, ...]:
    found = re.finditer(r"[^\r\n]+", text)
    return tuple(Line(m.start(), m.end(), (labels or {}).get(n, "body"), "") for n, m in enumerate(found))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, body_lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He left. “We will win,” said Ms. Smith. They did.",
            ["He left.", "“We will win,” said Ms. Smith.", "They did."],
        ),
        ("“Stop!” he said. “Really?” asked Mr. Jones.", ["“Stop!” he said.", "“Really?” asked Mr. Jones."]),
        ("They freed the town.Syrian Army units entered.", ["They freed the town.", "Syrian Army units entered."]),
        ("It fell last week.\n“We came,” SANA said.", ["It fell last week.", "“We came,” SANA said."]),
        (
            "The report was published on the same day\nas the vote in the capital. It said so.",
            ["The report was published on the same day\nas the vote in the capital.", "It said so."],
        ),
        ("No full stop at the end", ["No full stop at the end"]),
        ("The U.S. Army said no. The U.N. agreed.", ["The U.S. Army said no.", "The U.N. agreed."]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(PROSE)
def test_spans_ascend_lie_inside_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text, body_lines(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = {at for span in spans for at in range(*span)}
    assert [text[at] for at in range(len(text)) if at not in kept and not text[at].isspace()] == []
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_lines_of_other_labels_are_left_out_and_part_the_runs() -> None:
    text = "One is here. Two is here.\nRead more\nThree is here."
    lines = body_lines(text, {1: "furniture"})
    spans = split_sentences(text, lines)
    assert [text[start:end] for start, end in spans] == ["One is here.", "Two is here.", "Three is here."]
    assert split_runs(spans, lines) == [range(0, 2), range(2, 3)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It said the fighting would go on.", True),
        ("“They crossed into Iraq,” the source added.", True),
        ("“They took parts of it,” the British-based monitoring group said.", True),
        ("According to the agency, 60 people died.", True),
        ("SANA said the fighting would go on.", False),
        ("“They crossed,” a military source told SANA.", False),
        ("The town lies near Palmyra.", False),
    ],
)
def test_a_sentence_leans_when_its_speaker_stands_before_it(sentence: str, expected: bool) -> None:
    assert leans(sentence) is expected
