"""What to call an outlet in print: the one place where "unnamed" and "probably" are worded."""

import unicodedata

from index.records import Outlet

_MEDIA = frozenset({"image files", "recordings"})
# Evidence as the masthead words it, as it reads after "from"; what is not here reads "traces on its page".
_TRACES = {
    "page title": "its page title",
    "follow line": "its follow line",
    "newsletter or app": "its newsletter or app",
    "about line": "its about line",
    "e-mail address": "its e-mail address",
    "repeated in furniture": "a name repeated in its page furniture",
    "byline": "its byline",
    "credit": "its credit",
}


# Scripts some of whose letters look like Latin ones.
_ALIKE = frozenset({"Armenian", "Cherokee", "Cyrillic", "Fullwidth", "Greek"})


def outlet_label(article_id: str, outlet: Outlet) -> str:
    """The name where it is known; an inferred one as probable, with its trace; else "unnamed outlet (id)"."""
    if outlet.name is None:
        return f"unnamed outlet ({article_id})"
    name = plain_name(outlet.name)
    if outlet.level == "inferred":
        traces = _name_traces(outlet)
        return f"probably {name}, from {traces}" if traces else f"probably {name}"
    return name


def plain_name(name: str) -> str:
    """The name as it is; one that only looks like another is marked: hidden characters shown, mixed scripts told."""
    shown = "".join(f"[U+{ord(char):04X}]" if unicodedata.category(char) == "Cf" else char for char in name)
    scripts = {unicodedata.name(char, "?").split()[0].capitalize() for char in name if char.isalpha()}
    others = sorted(scripts & _ALIKE) if "Latin" in scripts else []
    return f"{shown} (with {' and '.join(others)} letters)" if others else shown


def _name_traces(outlet: Outlet) -> str:
    kinds = ["its media files"] if any(one.reason in _MEDIA for one in outlet.evidence) else []
    kinds += [_TRACES.get(one.reason, "traces on its page") for one in outlet.evidence if one.reason not in _MEDIA]
    return " and ".join(dict.fromkeys(kinds))


def title_article(label: str, headline: str | None) -> str:
    """How an article is called where its outlet must stand in its title: "Outlet - Headline"."""
    return f"{label} - {headline or 'untitled'}"
