"""The page and the widget are served as files: to anyone, once, and with what a browser needs to keep them in."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from index.search.embedding import Embedder
from tests.service.conftest import Serve

STATIC = Path(__file__).parents[3] / "service" / "web" / "static"
FILES = [
    ("/", "index.html", "text/html; charset=utf-8", "same-origin"),
    ("/page.css", "page.css", "text/css; charset=utf-8", "same-origin"),
    ("/page.js", "page.js", "text/javascript; charset=utf-8", "same-origin"),
    ("/icon.svg", "icon.svg", "image/svg+xml", "same-origin"),
    ("/widget.js", "widget.js", "text/javascript; charset=utf-8", "cross-origin"),
]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
)


@pytest.fixture(scope="module")
def keyed(serve: Serve, data: Path, embedder: Embedder) -> Iterator[httpx.Client]:
    """A client of an application with a key, which it does not send."""
    with serve(data, embedder, host="0.0.0.0", api_keys="ask:ask-key-0123456789") as opened:
        yield opened


@pytest.mark.parametrize(("path", "name", "media", "sharing"), FILES)
def test_each_file_is_served_whole_and_without_a_key(
    keyed: httpx.Client, path: str, name: str, media: str, sharing: str
) -> None:
    reply = keyed.get(path)
    assert (reply.status_code, reply.content) == (200, (STATIC / name).read_bytes())
    names = ("content-type", "cross-origin-resource-policy", "x-content-type-options", "referrer-policy")
    assert [reply.headers[one] for one in names] == [media, sharing, "nosniff", "no-referrer"]
    assert reply.headers.get("access-control-allow-origin") == ("*" if path == "/widget.js" else None)


def test_the_page_is_the_same_at_every_address_of_its_own(client: httpx.Client) -> None:
    page = client.get("/")
    assert client.get("/", params={"article": "a", "start": 1, "end": 2}).content == page.content
    assert page.headers["content-security-policy"] == POLICY


def test_the_page_has_nothing_in_line_and_loads_only_what_is_served(client: httpx.Client) -> None:
    page = client.get("/").text
    assert [part for part in ("<style", "style=", " onload", " onclick", "javascript:", "//") if part in page] == []
    assert page.count("<script") == page.count("<script src=")
    wanted = {part.partition('"')[0] for key in ('src="', 'href="') for part in page.split(key)[1:]}
    assert wanted == {"/page.js", "/page.css", "/icon.svg"}


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_a_browser_has_already_is_not_sent_again(client: httpx.Client, encoding: str) -> None:
    first = client.get("/widget.js", headers={"accept-encoding": encoding})
    assert (first.headers["cache-control"], first.headers["vary"]) == ("no-cache", "Accept-Encoding")
    for held in (first.headers["etag"], f'"other", W/{first.headers["etag"]}', "*"):
        again = client.get("/widget.js", headers={"accept-encoding": encoding, "if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert client.get("/widget.js", headers={"if-none-match": '"other"'}).status_code == 200


def test_files_are_compressed_for_those_who_take_it(client: httpx.Client) -> None:
    def fetch(accepted: str) -> tuple[str | None, bytes, str]:
        with client.stream("GET", "/widget.js", headers={"accept-encoding": accepted}) as reply:
            return reply.headers.get("content-encoding"), b"".join(reply.iter_raw()), reply.headers["etag"]

    whole = (STATIC / "widget.js").read_bytes()
    encoding, small, tag = fetch("br;q=1.0, gzip;q=0.8")
    assert (encoding, gzip.decompress(small)) == ("gzip", whole)
    for refusing in ("identity", "gzip;q=0", "gzip; q=0.00", "br"):
        plain = fetch(refusing)
        assert plain[:2] == (None, whole)
        assert plain[2] != tag


def test_a_file_is_only_read(client: httpx.Client) -> None:
    head = client.head("/widget.js", headers={"accept-encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == (STATIC / "widget.js").stat().st_size
    assert client.post("/widget.js").json()["error"]["code"] == "method_not_allowed"
    assert client.get("/src/widget.js").json()["error"]["code"] == "no_such_route"


def test_a_page_whose_name_points_here_gets_nothing(client: httpx.Client) -> None:
    reply = client.get("/", headers={"host": "news.example"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "foreign_host")
