"""Copies of one text crowd nothing out: what differs from them is read too, and the work is bounded."""

from pathlib import Path

from index.build import index_articles
from index.records import CopyGroup, Declared, RawArticle
from index.search.choose import MOST_CARRIERS, find_spare_carriers
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from service.ask import find_passages
from service.question import parse_question

TEXT = (
    "The Lorvian army captured the town of Tarsk on Sunday after a long battle with rebel fighters, a minister said. "
)
COPIES = 60
OTHER = (
    "Residents of Tarsk said that no army had entered the town, and that its market stayed open all of Sunday. "
    "The mayor, who spoke to reporters in the town hall, said that he had seen no soldiers for a month.\n"
    "Traders from the villages around it came and went as on any other day, and the school was open in the morning.\n"
)


def test_of_a_text_in_many_articles_a_few_are_read_and_the_other_text_is_found(
    embedder: Embedder, tmp_path: Path
) -> None:
    raw = [RawArticle(f"c{n:02d}", f"c{n:02d}.txt", Declared(), text=f"{TEXT * 2}\n{TEXT}\n") for n in range(COPIES)]
    raw.append(RawArticle("other", "other.txt", Declared(), text=OTHER))
    with Writer(tmp_path, describe_model(embedder)) as writer:
        assert {one.status for one in index_articles(raw, writer, embedder)} == {"created"}
        Search(tmp_path, embedder).catch_up()
    search = Search(tmp_path, embedder)
    with search.reader.view() as view:
        found = find_passages(view, search, parse_question("Who captured the town of Tarsk on Sunday?"), 50)
    articles = {hit.passage.article_id for hit in found.hits}
    assert "other" in articles
    assert len(articles) == MOST_CARRIERS + 1


def test_the_best_carriers_of_each_text_are_kept() -> None:
    articles = [f"a{n}" for n in range(8)]
    groups = [CopyGroup("copy:1", ("a7", "a6", "a4", "a3", "a1", "a0"), 6), CopyGroup("copy:2", ("a2", "a5"), 2)]
    assert find_spare_carriers(articles, groups, {}) == {"a6", "a7"}
