"""An article that is copied very often is shown with some of its copies, not with all."""

from pathlib import Path

import numpy as np

from index.records import Article, Line, Masthead
from index.store.reader import StoreReader
from index.store.rows import hash_article
from index.store.writer import Prepared, Writer
from service.showing.articles import MOST_COPIES, show_whole

MODEL = {"embedder": "toy", "fingerprint": "f", "dimension": "1", "precision": "fp32"}


def prepare(article_id: str, text: str) -> Prepared:
    lines = (Line(0, len(text), "body", "prose"),)
    version = hash_article(Article(article_id, "", text, lines, Masthead()))
    stored = Article(article_id, version, text, lines, Masthead())
    return Prepared(stored, "r", (), (), np.zeros((0, 1), np.float32), ())


def test_a_hundred_copies_at_most_are_shown_with_an_article_those_stored_first(tmp_path: Path) -> None:
    text = "The army took the town of Hajin on Sunday, and the rebels left it in haste."
    with Writer(tmp_path, MODEL) as writer:
        writer.put([prepare(f"c{n:03}", text) for n in range(MOST_COPIES + 30)])
    with StoreReader(tmp_path).view() as view:
        copies = show_whole(view, "c050").copies
    assert copies == tuple(f"c{n:03}" for n in range(MOST_COPIES + 1) if n != 50)
