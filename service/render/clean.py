"""Makes an article's words safe to print, without changing a word; says nothing of layout."""

import json
from itertools import chain

# Told apart from each other on no terminal, and obeyed by some: controls, embeddings, overrides, isolates, tags.
_HIDDEN = tuple(chain(
    range(0x00, 0x09), range(0x0B, 0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A),
    range(0xD800, 0xE000), range(0xFFF9, 0xFFFC), range(0xE0000, 0xE0080), [0xFEFF],
))  # fmt: skip
_SAFE: dict[int, str] = {
    **dict.fromkeys(_HIDDEN, "\ufffd"),
    0x09: " ",
    0x0D: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
# Line feeds are layout here: those within a JSON string are escapes already.
_ESCAPED = {one: json.dumps(chr(one))[1:-1] for one in (*_HIDDEN, 0x2028, 0x2029)}


def clean_text(text: str) -> str:
    """The text with every control and every override of direction shown as U+FFFD; line breaks are kept."""
    return text.replace("\r\n", "\n").translate(_SAFE)


def clean_line(text: str) -> str:
    """As `clean_text`, on one line, its white space single."""
    return " ".join(clean_text(text).split())


def escape_json(text: str) -> str:
    """JSON with the same value, in which every control and override of direction is an escape."""
    return text.translate(_ESCAPED)


def safe_url(url: str | None) -> str | None:
    """A web address with nothing in it that could end it early or be obeyed; None where it is no web address."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    kept = (char if char.isalnum() or char in "-._~:/?#[]@!$&'*+,;=%" else _percent(char) for char in url)
    return "".join(kept)


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
