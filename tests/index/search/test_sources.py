"""A search confined to whom passages cite: inside both searches, so that what ranks low among all is found."""

import pytest

from index.build import index_articles
from index.records import Declared, Filters, RawArticle
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer

GOATS = "Goats of {n} sold\n\nThe goat market of town {n} opened, and goats were sold at the goat market all day.\n"
ROAD = "Road closed\n\nThe road to the market was closed for repairs, the Kommersant newspaper reported.\n"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Search:
    """Sixty articles on goats, more than a search goes deep, and one that cites somebody on a road."""
    folder = tmp_path_factory.mktemp("goats")
    raw = [
        RawArticle(f"a{n}", "", Declared(outlet="Post", language="en"), text=GOATS.format(n=f"X{n}")) for n in range(60)
    ]
    raw.append(RawArticle("road", "", Declared(outlet="Post", language="en"), text=ROAD))
    with Writer(folder, describe_model(embedder)) as writer:
        assert {one.status for one in index_articles(raw, writer, embedder)} == {"created"}
        opened = Search(folder, embedder)
        opened.catch_up()
    return opened


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(sources=("Kommersant",)), [("road", 1, 1)]),
        (Filters(sources=("kommersant",), outlets=("post",)), [("road", 1, 1)]),
        (Filters(sources=("Kommersant",), outlets=("Other",)), []),
        (Filters(sources=("Nobody",)), []),
        (Filters(sources=("Post",)), []),
    ],
)
def test_a_source_is_sought_inside_both_searches(
    search: Search, filters: Filters, expected: list[tuple[str, int, int]]
) -> None:
    with search.reader.view() as view:
        assert "road" not in {
            hit.passage.article_id for hit in search.search_passages(view, "goat market", Filters(), 50).hits
        }
        found = search.search_passages(view, "goat market", filters, 50).hits
    assert [(hit.passage.article_id, hit.words, hit.vectors) for hit in found] == expected
