"""What the head of an HTML page says of its site, title, date, language and address; nothing is judged here."""

import json
from collections.abc import Iterator
from typing import Any

from index.records import Hint, PageHints

_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_TITLE = ("og:title", "twitter:title", "dc.title")
_DATE = ("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "pubdate")
_LONGEST = 300  # code points of one hint; a longer one is not a name, a headline or a date
_OBJECTS = 2_000  # JSON-LD objects looked at
_SCRIPT = 500_000  # code points of one JSON-LD script


def read_hints(root: Any, html: str, *, look_for_day: bool = True) -> PageHints:
    """Collect what the page declares of itself, each as found with the tag it was found in, surest first.

    `look_for_day` also asks htmldate, whose time grows faster than the page.
    """
    metas = _read_metas(root)
    data = list(_read_linked_data(root))
    articles = [o for o in data if "datePublished" in o or "headline" in o]
    site = [(metas[n], f"meta {n}") for n in _SITE if n in metas]
    site += [(name, "JSON-LD publisher") for o in articles for name in _names(o.get("publisher"))]
    title = [(metas[n], f"meta {n}") for n in _TITLE if n in metas]
    title += [(o["headline"], "JSON-LD headline") for o in articles if isinstance(o.get("headline"), str)]
    heads = [" ".join(h.itertext()) for h in root.iter("h1")]
    title += [(h, "h1") for h in heads[:3]]
    title += [(" ".join(t.itertext()), "title") for t in list(root.iter("title"))[:1]]
    published = [(o["datePublished"], "JSON-LD datePublished") for o in articles if _is_text(o.get("datePublished"))]
    published += [(metas[n], f"meta {n}") for n in _DATE if n in metas]
    day = find_day(html) if look_for_day else None
    if day:
        published.append((day, "htmldate: publication date"))
    links = [x.get("href") for x in root.iter("link") if "canonical" in (x.get("rel") or "").lower().split()]
    url = next((u for u in (*links, metas.get("og:url")) if u and u.startswith(("http://", "https://"))), None)
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    language = language or metas.get("og:locale", "") or metas.get("content-language", "")
    return PageHints(_tidy(site), _tidy(title), _tidy(published), _two_letters(language), url)


def _two_letters(language: str) -> str | None:
    """ISO 639-1 of a language tag ("en-US", "pt_BR"); None for what is none."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _tidy(found: list[tuple[str, str]]) -> tuple[Hint, ...]:
    """Make white space single; leave out what is empty, far too long, or said before under the same tag."""
    tidy = (Hint(" ".join(value.split()), tag) for value, tag in found)
    return tuple(dict.fromkeys(hint for hint in tidy if 0 < len(hint.value) <= _LONGEST))


def _read_metas(root: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = meta.get("content") or ""
        if key and content.strip():
            metas.setdefault(key.lower(), content)
    return metas


def _read_linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outermost first; a script that is not JSON says nothing."""
    waiting: list[Any] = []
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") and len(text) <= _SCRIPT:
            try:
                waiting.append(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(_OBJECTS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"))
        elif isinstance(value, list):
            waiting.extend(value[:_OBJECTS])


def _names(value: object) -> list[str]:
    """Read the names of a JSON-LD publisher: a text, an object with a name, or a list of them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [value["name"]] if isinstance(value.get("name"), str) else []
    return [name for one in value[:5] for name in _names(one)] if isinstance(value, list) else []


def find_day(html: str) -> str | None:
    """Find the day of publication, not of the last change, with htmldate; None where it finds none."""
    from htmldate import find_date

    return find_date(html, original_date=True)
