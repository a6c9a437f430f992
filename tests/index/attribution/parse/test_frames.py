"""What cues take in a tree: the lexicon's clauses and the table's other constructions, joined."""

from pathlib import Path

from index.attribution.parse import frames
from index.attribution.parse.frames import load_frames


def test_a_verb_of_the_lexicon_takes_a_clause_in_every_form() -> None:
    loaded = load_frames()
    assert {form: "T" in loaded[form, "verb"].takes for form in ("say", "says", "said", "saying")} == dict.fromkeys(
        ("say", "says", "said", "saying"), True
    )
    assert loaded["said", "verb"].speech


def test_class_and_stance_are_the_lexicons_where_it_has_the_verb() -> None:
    denied = load_frames()["denied", "verb"]
    assert (denied.kind, denied.stance, denied.takes) == ("denying", "denies", frozenset("TN"))


def test_a_word_that_is_noun_and_verb_has_a_frame_for_each() -> None:
    loaded = load_frames()
    assert "T" in loaded["claims", "noun"].takes
    assert "I" in loaded["claims", "verb"].takes
    assert loaded["refers", "verb"].after == {"to"}


def test_no_row_stands_twice() -> None:
    table = Path(frames.__file__).with_name("frames.tsv").read_text(encoding="utf-8")
    rows = [tuple(line.split("\t")[:2]) for line in table.splitlines() if not line.startswith("#")]
    assert len(rows) == len(set(rows))
    assert rows == sorted(rows, key=lambda row: (("verb", "noun", "adj").index(row[1]), row[0]))
