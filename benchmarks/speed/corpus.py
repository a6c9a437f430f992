"""The passages, vectors and questions that all products are given; read and encoded once, by Byline."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.speed.peer import MODELS, Batch

if TYPE_CHECKING:
    from index.store.reader import View

_DONE = "corpus.json"


def make_corpus(data: Path, articles: int, questions: int, folder: Path) -> dict[str, Any]:
    """Index `articles` of `allsides_articles` and write out their passages, or find that done; what it took."""
    done = folder / _DONE
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        told = _index(data, articles, folder / "index")
        _write_passages(data, articles, folder)
        done.write_text(json.dumps(told), "utf-8")
    (folder / "questions.json").write_text(json.dumps(_read_questions(data, questions)), "utf-8")
    read: dict[str, Any] = json.loads(done.read_text("utf-8"))
    return read


def load_batch(folder: Path, first: int, last: int) -> Batch:
    """The passages of the articles from `first` to before `last`."""
    import numpy as np

    articles = [json.loads(line) for line in _lines(folder / "articles.jsonl")[first:last]]
    rows = [json.loads(line) for line in _lines(folder / "passages.jsonl")]
    vectors, sentences = np.load(folder / "vectors.npy"), np.load(folder / "sentences.npy")
    ends = np.cumsum([row["sentences"] for row in rows])
    wanted = {article["id"] for article in articles}
    chosen = [n for n, row in enumerate(rows) if row["article"] in wanted]
    return Batch(
        ids=[rows[n]["id"] for n in chosen],
        texts=[rows[n]["text"] for n in chosen],
        vectors=vectors[chosen],
        sentences=[sentences[ends[n] - rows[n]["sentences"] : ends[n]] for n in chosen],
        articles=articles,
    )


def _index(data: Path, articles: int, folder: Path) -> dict[str, Any]:
    from benchmarks.indexing import read_articles
    from index.search.embedding import Embedder
    from service.library import Library

    library = Library(folder, Embedder(MODELS))
    library.open()
    received = list(read_articles(data, articles))
    wall, cpu = time.perf_counter(), time.process_time()
    library.put(received)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    library.close()
    with library.reader.view() as view:
        counts = view.counts()
    return {"articles": counts.articles, "passages": counts.passages, "wall": wall, "cpu": cpu}


def _write_passages(data: Path, articles: int, folder: Path) -> None:
    """Articles in the order they were indexed in, passages in the order of their articles."""
    import numpy as np

    from benchmarks.indexing import draw_rows
    from index.store.reader import StoreReader

    with StoreReader(folder / "index").view() as view:
        held, vectors = _read_vectors(view)
        kept, passages, sentences = [], [], []
        for row in draw_rows(data, articles):
            if row["id"] not in held:
                continue
            kept.append(row)
            own = view.passages_of(row["id"])
            text = view.article(row["id"]).text
            for passage, inside in zip(own, view.sentence_vectors(own), strict=True):
                sentences.append(inside)
                said = {"id": passage.id, "article": row["id"], "text": text[passage.start : passage.end]}
                passages.append({**said, "sentences": len(inside)})
    np.save(folder / "vectors.npy", np.stack([one for row in kept for one in vectors[row["id"]]]))
    np.save(folder / "sentences.npy", np.concatenate(sentences))
    for name, rows in (("articles", kept), ("passages", passages)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _read_vectors(view: "View") -> tuple[set[str], dict[str, list[Any]]]:
    import numpy as np

    vectors: dict[str, list[Any]] = {}
    for batch in view.added_since(0):
        for row in batch:
            vectors.setdefault(row.article_id, []).append(np.frombuffer(row.vector, "<f4"))
    return set(vectors), vectors


def _read_questions(data: Path, n: int) -> list[str]:
    from benchmarks.newsroom import read_rows

    return [row["neutral_title"] for row in read_rows(data / "allsides_events" / "dev.jsonl.gz")][:n]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()
