"""The label and the reason of each line, once it is guessed which lines are body."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.reading.lines.features import FEATURES, PageLines, fold_line
from index.reading.lines.model import Guess
from index.reading.lines.region import SECOND
from index.records import Label

_AT = {name: i for i, name in enumerate(FEATURES)}
_HEADLINE = SECOND.index("the headline")
_SAME = SECOND.index("same words as the run")
_DAY = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.*\b\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_PLACE = re.compile(r"[^\W\d_][\w .,'’]{1,40}\s*[-–—/|(]\s*[^\W\d_][\w .'’]{1,40}\)?:?$")
_AGENCY = r"(?:getty|ap|afp|reuters|epa|shutterstock|getty images)"
_CREDIT = re.compile(
    r"\((?:file )?(?:photo|image|picture|foto|bild)\b[^()]{0,80}\)\W*$"
    rf"|[/|]\s*{_AGENCY}\b[^.]{{0,30}}$"
    r"|\b(?:getty images|afp photo|ap photo|file photo|shutterstock)\W{0,3}$"
    r"|^(?:image|media|photo) (?:copyright|caption|credit)\b|^enlarge this image\b"
)
_NEARLY_ALL = 0.9  # share of the words of a page that is nothing but its article
_UNSPACED = 12  # code points of a line of one or two "words" that may be a sentence of a script without spaces
_DECK = 45  # words of the longest deck
_HEAD_LINE = 400  # code points of a line above the body that are read
_ABOVE = 12  # lines above the body in which headline, deck, caption and dateline are looked for


class Role(NamedTuple):
    """A label with its reason in words."""

    label: Label
    reason: str


def assign_roles(
    blocks: Sequence[str], page: PageLines, guess: Guess, vetoes: Mapping[int, str], title: str | None
) -> list[Role]:
    """Give each block its label and reason; a veto wins over the guess, a declared title over both."""
    body = [bool(is_body) and i not in vetoes for i, is_body in enumerate(guess.is_body)]
    body = _keep_plain_words(page, body, vetoes)
    body = _trim_tail(page, body)
    if not any(_is_sentence(i, blocks, page) for i, is_body in enumerate(body) if is_body):
        return [Role("furniture", vetoes.get(i, "no line of the page reads as a sentence")) for i in range(len(blocks))]
    heads = _read_head(blocks, page, guess, body, vetoes, title)
    roles: list[Role] = []
    for i in range(len(blocks)):
        if i in heads:
            roles.append(heads[i])
        elif body[i]:
            roles.append(Role("body", _why_body(i, page)))
        else:
            roles.append(Role("furniture", vetoes.get(i) or _why_furniture(i, page, guess)))
    return roles


def _is_sentence(i: int, blocks: Sequence[str], page: PageLines) -> bool:
    """Tell a sentence from the labels of buttons and menus; scripts without spaces by their length."""
    features = page.features[i]
    if page.size[i] < 30 and features[[_AT[f"anchor: {kind}"] for kind in _ANCHORED]].any():
        return False
    ends, binds = features[_AT["ends as a sentence"]], features[_AT["function words"]] > 0
    if page.size[i] >= 3:
        return bool((ends and binds) or (page.size[i] >= 5 and (ends or binds)) or page.size[i] >= 12)
    return len(blocks[i]) >= _UNSPACED and not blocks[i].isascii()


def _trim_tail(page: PageLines, body: list[bool]) -> list[bool]:
    """Take away one or two last lines of a few words without a verb's company: initials, codes, counters."""
    lines = [i for i, is_body in enumerate(body) if is_body]
    tail: list[int] = []
    for i in reversed(lines):
        features = page.features[i]
        if page.size[i] > 4 or features[_AT["ends as a sentence"]] or features[_AT["function words"]]:
            break
        tail.append(i)
    if not 0 < len(tail) <= 2 or len(tail) == len(lines):
        return body
    return [is_body and i not in tail for i, is_body in enumerate(body)]


def _keep_plain_words(page: PageLines, body: list[bool], vetoes: Mapping[int, str]) -> list[bool]:
    """Keep lines in running words that the model left out, where nearly all the page is such lines.

    So a poem, a list in an article or a single phrase stays, where there is no furniture to tell it from.
    """
    features = page.features
    if len(features) <= 3:
        return [is_body or i not in vetoes for i, is_body in enumerate(body)]
    anchored = features[:, [_AT[f"anchor: {kind}"] for kind in _ANCHORED]].any(axis=1)
    running = (features[:, _AT["function words"]] > 0.1) & ~anchored & (page.size >= 4)
    running[list(vetoes)] = False
    if float(page.size[running | np.array(body)].sum()) < _NEARLY_ALL * float(page.size.sum()):
        return body
    return [is_body or bool(is_running) for is_body, is_running in zip(body, running, strict=True)]


def _read_head(
    blocks: Sequence[str],
    page: PageLines,
    guess: Guess,
    body: list[bool],
    vetoes: Mapping[int, str],
    title: str | None,
) -> dict[int, Role]:
    """Find the headline and, between it and the first paragraph, deck, captions and dateline."""
    lead = _find_lead(page, body)
    head = _find_title(blocks, page, guess, lead, title)
    roles: dict[int, Role] = {}
    if head is not None:
        roles[head] = Role("title", "the declared title" if title else "shares its words with the article below it")
    for i in range(lead if head is not None else 0):
        if i != head and _says_title(page.keys[i], page.keys[head or 0]):
            roles[i] = Role("furniture", "says the title again")
    first = head + 1 if head is not None else max(0, lead - _ABOVE)
    said = f" {' '.join(page.keys[i] for i in range(lead, len(blocks)) if body[i])} "
    for i in range(first, min(lead, first + _ABOVE)):
        if i in vetoes or i in roles:
            continue
        role = _read_role(blocks[i], i, page, said, head is not None, i + 1 == lead)
        if role is not None:
            roles[i] = role
        elif body[i] and head is not None and page.size[i] < 6:
            roles[i] = Role("furniture", "few words and no full stop above the first paragraph")
    for i, block in enumerate(blocks):
        if i in vetoes or i in roles or not (body[i] or i < lead):
            continue
        if _is_doubled(page.keys[i]):
            roles[i] = Role("caption", "says the same thing twice, as a picture's two texts do")
        elif page.size[i] <= 60 and _CREDIT.search(block.strip()[-_HEAD_LINE:].lower()):
            roles[i] = Role("caption", "names whose picture it is")
    return roles


def _find_lead(page: PageLines, body: list[bool]) -> int:
    """Find the first paragraph: the first body line in whole sentences or long, else the first body line."""
    lines = [i for i, is_body in enumerate(body) if is_body]
    whole = (i for i in lines if page.features[i, _AT["prose"]] or page.size[i] > _DECK)
    return next(whole, lines[0] if lines else 0)


def _find_title(blocks: Sequence[str], page: PageLines, guess: Guess, lead: int, title: str | None) -> int | None:
    if title:
        key = fold_line(title)
        return next((i for i, other in enumerate(page.keys) if other == key), None)
    found = np.flatnonzero(guess.second[:lead, _HEADLINE]) if lead else ()
    near = (i for i in range(min(lead, 3)) if guess.second[i, _SAME] > 0.3)
    for i in (*found, *near):
        if 3 <= page.size[i] <= 30 and not blocks[i].rstrip(" \"'”’").endswith((".", "。", ":", ";")):
            return int(i)
    return None


def _read_role(block: str, i: int, page: PageLines, said: str, below_title: bool, above_lead: bool) -> Role | None:
    """Read one line above the first paragraph; None where it is none of the four."""
    size = page.size[i]
    text = block.strip()[:_HEAD_LINE]
    key = fold_line(text)
    if size <= 14 and page.features[i, _AT["function words"]] < 0.3 and _DAY.search(text):
        return Role("dateline", "a date above the first paragraph")
    if size <= 8 and above_lead and _PLACE.match(text):
        return Role("dateline", "a place and a name above the first paragraph")
    if page.features[i, _AT["starts with: byline"]] and size <= 12:
        return Role("dateline", "a byline above the first paragraph")
    if not below_title or page.features[i, _AT["ends as a sentence"]] or text.endswith(":"):
        return None
    if 3 <= size <= 15 and f" {key} " in said:
        return Role("caption", "words of the article without a full stop, as beside a picture")
    if 6 <= size <= _DECK and not page.features[i, _AT["inner sentence ends"]]:
        return Role("deck", "between the title and the first paragraph, without a full stop")
    return None


def _says_title(key: str, title: str) -> bool:
    return len(title) > 12 and f" {title} " in f" {key} "


def _is_doubled(key: str) -> bool:
    key = key.replace(" ", "")
    half = len(key) // 2
    return len(key) >= 40 and len(key) % 2 == 0 and key[:half] == key[half:]


def _why_body(i: int, page: PageLines) -> str:
    if page.features[i, _AT["prose"]]:
        return "whole sentences within the article's run of lines"
    return "within the article's run of lines"


def _why_furniture(i: int, page: PageLines, guess: Guess) -> str:
    features = page.features[i]
    for kind in ("comment", "more", "promotion", "legal", "credit"):
        if features[_AT[f"anchor: {kind}"]] and page.size[i] < 30:
            return _ANCHORED[kind]
    if i >= guess.end and features[_AT["after a comment form"]]:
        return "after the comment form"
    if features[_AT["ends cut off"]]:
        return "breaks off, as a teaser does"
    if page.size[i] < 12 and not features[_AT["ends as a sentence"]]:
        return "few words and no full stop among other such lines"
    if not guess.start <= i < guess.end:
        return "outside the article's run of lines"
    return "unlike the lines of the article around it"


_ANCHORED = {
    "comment": "wording of a comment form",
    "more": "wording of a link to more articles",
    "promotion": "wording of a promotion or a button",
    "legal": "wording of a legal notice",
    "credit": "wording of a picture's credit",
}
