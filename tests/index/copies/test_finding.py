"""What makes two texts one: hashed runs of words, fingerprints, and how much of one stands in the other."""

import gzip
import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import read_article
from index.copies.finding.find import (
    CONTAINED,
    Likeness,
    compare_shingles,
    count_changed,
    find_spare,
    is_near_copy,
)
from index.copies.finding.quoted import Quoted
from index.copies.finding.shingles import (
    SHINGLE,
    WINDOW,
    Shingles,
    digest_shingles,
    pick_fingerprints,
    shingle_body,
    shingle_text,
    shingle_words,
)
from index.copies.finding.words import read_words
from index.records import Declared, Line, RawArticle, Span

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT.parent / "shared/data/allsides_articles/corpus.jsonl.gz"
WORDS = ("the", "army", "took", "a", "town", "near", "hills", "and", "said", "so", "today")
PROSE = st.lists(st.sampled_from(WORDS), max_size=80)


def shingle_sample(stem: str) -> Shingles:
    path = next((ROOT / "corpus").glob(f"{stem}_*.txt"))
    article = read_article(RawArticle(stem, str(path), Declared(), text=path.read_text("utf-8")))
    return shingle_body(article.text, article.lines)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor Province", "deir ezzor province"),
        ("“50km away,” he said", "50 km away he said"),
        ("Syria’s colour", "Syria's color"),
        ("the U.S. organised", "the US organized"),
        ("cafe\u0301", "café"),
        ("1,000 of 5%", "1000 of 5 percent"),
    ],
)
def test_spelling_case_and_punctuation_tell_nothing(one: str, other: str) -> None:
    assert [word.key for word in read_words(one)] == [word.key for word in read_words(other)]


@given(st.text())
def test_words_ascend_and_lie_in_the_text(text: str) -> None:
    reached = 0
    for word in read_words(text):
        assert reached <= word.start < word.end <= len(text)
        assert word.key
        reached = word.end


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert shingle_words(["the", "army", "took", "the", "town"]).tolist() == [12731785437368764324]


def test_a_text_of_fewer_than_five_words_is_one_run() -> None:
    assert [len(shingle_text(text)) for text in ("", "One.", "One two three four", "a b c d e", "a b c d e f")] == [
        *(0, 1, 1, 1, 2)
    ]


@settings(deadline=None)
@given(PROSE, PROSE, st.lists(st.integers(0, 10**6), min_size=WINDOW + SHINGLE - 1, max_size=40))
def test_texts_that_share_sixteen_words_in_a_row_share_a_fingerprint(
    before: list[str], after: list[str], shared: list[int]
) -> None:
    common = [f"w{n}" for n in shared]
    one = pick_fingerprints(shingle_words([*before, *common]))
    other = pick_fingerprints(shingle_words([*common, *after]))
    assert len(np.intersect1d(one, other)) > 0


@settings(deadline=None)
@given(PROSE, PROSE)
def test_likeness_is_symmetrical_and_whole_for_a_part(one: list[str], other: list[str]) -> None:
    a, b, both = (shingle_text(" ".join(words)) for words in (one, other, one + other))
    if len(np.unique(a.hashes)) != len(np.unique(b.hashes)):
        assert compare_shingles(a, b) == compare_shingles(b, a)
    if len(one) >= SHINGLE:
        assert compare_shingles(a, both).containment == 1


def test_the_two_samples_that_share_copy_are_one_text_and_no_others_are() -> None:
    samples = [shingle_sample(f"00{n}") for n in range(5)]
    found = [(a, b) for a in range(5) for b in range(a) if compare_shingles(samples[a], samples[b]).is_copy]
    assert found == [(1, 0)]
    assert round(compare_shingles(samples[0], samples[1]).containment, 2) == 0.8


@pytest.mark.parametrize(
    ("likeness", "expected"),
    [
        (Likeness(CONTAINED, 0.5, 0.5), True),
        (Likeness(CONTAINED - 0.01, 0.9, 0.5), False),
        (Likeness(0.8, 0.4, 0.5), False),  # shares a quotation
        (Likeness(0.95, 0.0, 0.5), True),  # all quotation, and whole
        (Likeness(1.0, 1.0, 0.1), False),  # an article in a digest
    ],
)
def test_a_copy_shares_enough_of_both_and_not_only_what_it_quotes(likeness: Likeness, expected: bool) -> None:
    assert likeness.is_copy is expected


def test_only_words_in_quotation_marks_are_quoted() -> None:
    text = 'He said “one two” and "three" of the \'90s; ‘four don’t five’ it’s “open\nand after'
    spans = Quoted(text, [Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))]).spans
    assert [text[span.start : span.end] for span in spans] == ["“one two”", '"three"', "‘four don’t five’", "“open"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The army entered the town of al-Sukhnah on Sunday, SANA said.",
            "The army entered the town of al-Sukhnah",
            True,
        ),
        ("The army entered the town of al-Sukhnah on Sunday.", "Rebels left the town of Hajin on Friday night.", False),
        ("", "", False),
    ],
)
def test_sentences_are_near_copies_when_half_of_the_shorter_is_in_the_other(
    one: str, other: str, expected: bool
) -> None:
    assert is_near_copy(one, other) is expected


def test_equal_texts_have_one_digest() -> None:
    texts = ["The Army took Deir Ezzor.", "the army — took Deir Ezzor", "The army took Deir Ezzor twice."]
    digests = [digest_shingles(shingle_text(text)) for text in texts]
    assert (digests[0] == digests[1], digests[0] == digests[2]) == (True, False)


@pytest.mark.parametrize(
    "unit", ["a", "a ", "a.b.", "\u0301", "e\u0301", "1,", "“", "‘", '"', "‘a ", "\0", "\r\n", "\u2028", "中"]
)
def test_hostile_text_is_shingled_in_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    shingles = shingle_body(text, [Line(0, len(text), "body", "")])
    pick_fingerprints(shingles.hashes)
    assert time.process_time() - started < 6


def test_a_lone_surrogate_is_no_fault() -> None:
    assert len(shingle_text("\ud800 one \udfff two")) == 1


@pytest.mark.skipif(not ARTICLES.exists(), reason="shared/data/allsides_articles is not here")
def test_wire_copies_of_two_outlets_are_found_and_articles_that_quote_the_same_are_not() -> None:
    # AP in the Washington Times, Reuters in the Guardian; then an interview, a tweet and an op-ed quoted by another.
    copies = [("Hxh0WbJz33iyQVv5", "DkQ4OrtC0OITk2R2"), ("Vwtbo94QbhCojfdb", "SU71oJG2tNQT60RV")]
    others = [("GdWnMXRW9p9EID3w", "61fjaqYYbibV1jWT"), ("1CmyaBZm2f5PwJ8n", "G4rXSeYA7N5zFJEX")]
    others += [("7hxENDQ1YNEGWil0", "2StLmifm2nsSFlJB"), ("0LZiZgAY2dzyug5Z", "sRx8kit9GjmvXjWh")]
    wanted = {one for pair in copies + others for one in pair}
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        texts = {row["id"]: shingle_text(row["text"]) for row in rows if row["id"] in wanted}
    assert [compare_shingles(texts[a], texts[b]).is_copy for a, b in copies] == [True, True]
    assert [compare_shingles(texts[a], texts[b]).is_copy for a, b in others] == [False] * 4


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.integers(0, 60), max_size=60),
    st.lists(st.integers(0, 60), max_size=60),
    st.lists(st.tuples(st.integers(0, 80), st.booleans()), max_size=30),
    st.integers(0, 60),
)
def test_a_text_that_changes_no_more_than_is_spare_keeps_its_copies(
    own: list[int], first: list[int], more: list[tuple[int, bool]], kept: int
) -> None:
    def shingles(values: list[int], quoted: list[bool]) -> Shingles:
        return Shingles(np.array(values, np.uint64), np.array(quoted, np.bool_))

    one = shingles(own, [value % 7 == 0 for value in own])
    before = shingles(first, [value % 5 == 0 for value in first])
    after = shingles(
        [*first[:kept], *(value for value, _ in more)],
        [*(value % 5 == 0 for value in first[:kept]), *(quoted for _, quoted in more)],
    )
    if compare_shingles(one, before).is_copy and count_changed(before, after) <= find_spare(one, before):
        assert compare_shingles(one, after).is_copy
