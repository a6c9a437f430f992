"""The house stands as drawn: arrows between rooms, and one door for each heavy library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("index", "service", "prompts")
HOUSE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if path.name != "__init__.py")

# What a room may import of the house, beside itself.
ARROWS = {
    "index.records": set(),
    "index.errors": set(),
    "index.reading": {"index.records", "index.errors"},
    "index.attribution": {"index.records", "index.errors"},
    "index.copies": {"index.records", "index.errors", "index.attribution"},
    "index.store": {"index.records", "index.errors", "index.copies"},
    "index.search": {"index.records", "index.errors", "index.store"},
    "index.encoding": {"index.records", "index.search", "index.store"},
    "index.build": {"index.records", "index.errors", "index.reading", "index.attribution", "index.copies"}
    | {"index.search", "index.store", "index.encoding"},
    "index.files": {"index.records", "index.errors", "index.attribution", "index.reading", "index.build"}
    | {"index.store", "index.search"},
    "prompts": set(),
    "service": {"index", "prompts"},
}
DOORS = {
    "httpx": {"service/evaluation/running/over_http.py", "service/llm/door.py"},
    "litellm": {"service/llm/door.py"},
    "openai": {"service/llm/door.py"},
    "torch": {"index/search/export.py"},
    "sentence_transformers": {"index/search/export.py"},
    "transformers": {"index/search/export.py"},
    "onnx": {"index/search/export.py"},
    "onnxruntime": {"index/search/onnx.py", "index/search/export.py"},
    "tokenizers": {"index/search/onnx.py"},
    "spacy": {"index/attribution/parsed.py"},
    "faiss": {"index/search/vectors.py"},
    "tantivy": {"index/search/words.py"},
    "trafilatura": {"index/reading/html/page.py"},
    "htmldate": {"index/reading/html/hints.py"},
    "lxml": {"index/reading/html/page.py"},
    "nupunkt": {"index/reading/sentences.py"},
    "charset_normalizer": {"index/reading/raw/decoding.py"},
    "py3langid": {"index/reading/language.py"},
    "yaml": {"service/answering/data.py"},
    "ir_measures": {"service/evaluation/measures/scoring/retrieval.py"},
    "uvicorn": {"service/api/serve.py"},
    "mcp": {"service/api/mcp/server.py", "service/api/mcp/serve.py"},
    "mcp_types": {"service/api/mcp/server.py"},
    "prometheus_client": {"service/api/metrics.py"},
    "sqlite3": {"index/store/connect.py", "index/store/reader.py", "index/store/writer.py"},
}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module imported, and whether that happens when the file itself is imported."""
    tree = ast.parse(path.read_text("utf-8"))
    top = {id(node) for statement in tree.body for node in _outside_functions(statement)}
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            names = [node.module or ""]
        yield from ((name, id(node) in top) for name in names)


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _outside_functions(child)


def room_of(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "index" and len(parts) > 1 else parts[0]


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_arrow_between_rooms_is_one_that_was_drawn(path: Path) -> None:
    room = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    allowed = ARROWS[room]
    for module, _ in imports(path):
        target = room_of(module)
        if target.split(".")[0] not in {"index", "service", "prompts"} or target == room:
            continue
        assert target in allowed or target.split(".")[0] in allowed, f"{room} must not import {module}"


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_come_through_their_one_door_and_at_first_use(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    for module, at_import in imports(path):
        library = module.split(".")[0]
        if library not in DOORS:
            continue
        assert name in DOORS[library], f"{library} is imported only in {sorted(DOORS[library])}"
        assert not at_import or library == "sqlite3", f"{library} is imported inside the function that uses it"


def test_no_file_is_pickled() -> None:
    assert [path for path in HOUSE for module, _ in imports(path) if module.split(".")[0] in {"pickle", "shelve"}] == []
