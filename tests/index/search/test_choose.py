"""No article, text or outlet crowds out what the others say, and each outlet that is named has its say."""

from pathlib import Path

import pytest

from index.build import index_articles
from index.records import CopyGroup, Declared, Filters, Hit, Passage, RawArticle
from index.search.choose import cap_hits, choose_passages, find_spare_carriers, merge_hits
from index.search.embedding import Embedder
from index.search.search import Ranked, Search, describe_model
from index.store.writer import Writer

STORM = (
    "The harbour was closed after the storm, the captain of the port told reporters on Monday morning. ",
    "A storm closed the harbour for three days, and fishermen said that they had lost most of their nets. ",
    "After the storm the harbour will stay closed until divers have looked at its walls, an engineer said. ",
    "Ships waited outside the harbour, which the storm had closed, while the ministry counted the damage. ",
    "Because the storm had torn away its lights, the harbour was closed to every ferry, the pilots said. ",
    "The harbour opens again on Friday, a week after it was closed by the worst storm in many years. ",
)
OTHER = "A council far from the sea met on Friday to speak of the price of bread, and of what a loaf had cost it. "


def ranked(articles: str) -> list[Ranked]:
    """One passage for each letter, of the article of that name."""
    return [Ranked(n, one, 1 / (60 + n), n, n, None) for n, one in enumerate(articles, 1)]


def hits(articles: str) -> list[Hit]:
    """The same, fetched."""
    return [
        Hit(Passage(f"{one.article_id}{one.key}", one.article_id, one.key, 0, 1, 0, 0), *one[2:])
        for one in ranked(articles)
    ]


def two_lines(sentence: str) -> str:
    return f"{sentence * 2}\n{sentence}\n"


def ids(found: list[Ranked]) -> str:
    return "".join(one.article_id for one in found)


@pytest.mark.parametrize(
    ("articles", "texts", "outlets", "expected"),
    [
        ("aaaaaabcdefghij", {}, {}, "aabcdefghi"),  # an article has one in five
        ("aaaaaaaaaaabc", {}, {}, "aaaaaaaabc"),  # and more where there are too few others
        ("abcdefabcdefxyzuvw", dict.fromkeys("abcdef", "t"), {}, "abcdxyzuvw"),  # a text one in three
        ("abcdefghijxyzuvw", {}, dict.fromkeys("abcdefghij", "o"), "abcdexyzuv"),  # an outlet one in two
        ("abcdefghijklmnop", {}, dict.fromkeys("abcdefghij", None), "abcdefghij"),  # unnamed outlets are not one
    ],
)
def test_no_article_text_or_outlet_crowds_out_the_others(
    articles: str, texts: dict[str, str], outlets: dict[str, str | None], expected: str
) -> None:
    chosen = cap_hits(ranked(articles), 10, texts, outlets)
    assert ids(chosen) == expected
    assert [hit.rank for hit in chosen] == sorted(hit.rank for hit in chosen)


def test_of_a_text_the_first_carrier_of_each_outlet_comes_before_a_second_of_any() -> None:
    group = [CopyGroup("copy:1", tuple("abcdef"), 6)]
    outlets: dict[str, str | None] = {"a": "o", "b": "o", "c": "o", "d": "p", "e": "q", "f": None}
    assert find_spare_carriers("abcdef", group, outlets) == {"b", "c"}
    assert find_spare_carriers("abcdef", group, {}) == {"e", "f"}


def test_a_passage_found_twice_has_its_better_place() -> None:
    one, other = hits("ab"), hits("xa")
    same = [other[0], Hit(one[0].passage, 0.5, 2, 2, None)]
    merged = merge_hits([one, same], 3)
    assert [(hit.passage.article_id, hit.rank) for hit in merged] == [("a", 1), ("x", 2), ("b", 3)]


def test_each_outlet_that_is_named_is_found_however_much_another_has(tmp_path: Path, embedder: Embedder) -> None:
    raw = [
        RawArticle(f"s{n}", f"s{n}", Declared(outlet=("Port News", "Sea News")[n % 2]), text=two_lines(one))
        for n, one in enumerate(STORM)
    ]
    raw.append(RawArticle("council", "council", Declared(outlet="Inland Post"), text=two_lines(OTHER)))
    with Writer(tmp_path, describe_model(embedder)) as writer:
        assert {one.status for one in index_articles(raw, writer, embedder)} == {"created"}
        Search(tmp_path, embedder).catch_up()
    search = Search(tmp_path, embedder)
    asked = "Why was the harbour closed after the storm?"
    with search.reader.view() as view:
        plain = choose_passages(view, search, asked, Filters(), 3)
        named = choose_passages(view, search, asked, Filters(outlets=("Port News", "Inland Post")), 3)
    assert "council" not in {hit.passage.article_id for hit in plain.hits}
    assert "council" in {hit.passage.article_id for hit in named.hits}
    assert [hit.rank for hit in named.hits] == [1, 2, 3]
