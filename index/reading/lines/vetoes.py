"""What no article line looks like, whatever its neighbours: debris, other scripts, repeats."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.reading.lines.features import FEATURES, PageLines, read_anchor
from index.reading.lines.model import Guess

_DEBRIS = re.compile(r"\"\s*:\s*[\"\[{\d]|[{\[]\s*[{\[\"]|[;{}]\s*[{}]|</?[a-z]+>|\w\(\)\s?[{;]|=>|\\[un]")
_SYMBOL = re.compile(r"[^\w\s.,'’\"“”–—-]|_")
_AT = {name: i for i, name in enumerate(FEATURES)}
_SYMBOLS = 0.3
_LOOKED_AT = 4_000  # code points of a line that are looked at
_TEASER = 60  # words of the longest teaser
_HEADING = 8  # words of the longest heading over teasers
_SURE = 0.9  # chance from which a repeated line is taken for a refrain
_SCRIPTS = {
    "Latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
    "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "Armenian": re.compile(r"[\u0530-\u058f]+"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]+"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"),
    "Indic": re.compile(r"[\u0900-\u0dff]+"),
    "Thai and Lao": re.compile(r"[\u0e00-\u0eff]+"),
    "Georgian": re.compile(r"[\u10a0-\u10ff]+"),
    "Han, kana or hangul": re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]+"),
}
_ASCII = re.compile(r"[\x00-\x7f]+")
_MAIN = 0.6  # share of the page's letters that makes a script its main one


def find_vetoes(blocks: Sequence[str], page: PageLines) -> dict[int, str]:
    """Find the lines that cannot be body, each with the reason, by number."""
    vetoes: dict[int, str] = {}
    foreign = _find_foreign(blocks)
    ends = page.features[:, _AT["ends as a sentence"]] > 0
    under_link = False
    for i, block in enumerate(blocks):
        is_sentence = bool(ends[i])
        is_link = not is_sentence and _is_link(block)
        # "Read more" is followed by what there is to read: headlines and teasers, up to the next sentence.
        under_link = is_link or (under_link and not is_sentence and page.size[i] <= _TEASER)
        if _is_debris(block):
            vetoes[i] = "share of symbols, as in program code or data"
        elif i in foreign:
            vetoes[i] = f"other script than the page's: {foreign[i]}"
        elif is_link:
            vetoes[i] = "wording of a link to more articles"
        elif under_link:
            vetoes[i] = "no full stop, under a link to more articles"
        elif _is_teaser(i, page):
            vetoes[i] = "breaks off, as the line next to it does: teasers"
            if i and i - 1 not in vetoes and page.size[i - 1] <= _HEADING and not ends[i - 1]:
                vetoes[i - 1] = "few words and no full stop above teasers"
    return vetoes


def find_repeats(blocks: Sequence[str], page: PageLines, guess: Guess, vetoes: Mapping[int, str]) -> dict[int, str]:
    """Find the lines that repeat in the page and are furniture, not a refrain or a paragraph shown twice."""
    keys = [" ".join(block.split()) for block in blocks]
    counts = Counter(keys)
    return {
        i: "repeats in this page"
        for i, key in enumerate(keys)
        if i not in vetoes
        and counts[key] > 1
        and (not guess.start <= i < guess.end or (counts[key] > 2 and page.size[i] < 12 and guess.chance[i] < _SURE))
    }


def _is_link(block: str) -> bool:
    """Tell a line that only points elsewhere ("Read more", "See also: ..."), by an anchor of two words or more."""
    anchor, size = read_anchor(block, "more")
    if anchor < 2:
        return False
    return size <= anchor + 3 or ":" in block[: 12 * anchor]


def _is_teaser(i: int, page: PageLines) -> bool:
    cut = page.features[:, _AT["ends cut off"]]
    return bool(cut[i] and page.size[i] >= 8 and cut[max(0, i - 1) : i + 2].sum() > 1)


def _is_debris(block: str) -> bool:
    block = block[:_LOOKED_AT]
    visible = len("".join(block.split()))
    symbols = len(_SYMBOL.findall(block))
    if symbols > 0.05 * visible and len(_DEBRIS.findall(block)) >= 3:
        return True
    return visible >= 20 and symbols > _SYMBOLS * visible


def _find_foreign(blocks: Sequence[str]) -> dict[int, str]:
    """Find lines nearly all in another script than most of the page's letters, with the script's name.

    Every page is its own measure: an Arabic page has Arabic as its main script.
    """
    counts = [_count_scripts(block[:_LOOKED_AT]) for block in blocks]
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    if not total:
        return {}
    main, letters = total.most_common(1)[0]
    if letters < _MAIN * total.total():
        return {}
    return {
        i: max(count, key=lambda name: count[name])
        for i, count in enumerate(counts)
        if count and count.get(main, 0) < 0.1 * sum(count.values())
    }


def _count_scripts(block: str) -> dict[str, int]:
    if block.isascii():
        letters = len("".join(_SCRIPTS["Latin"].findall(block)))
        return {"Latin": letters} if letters else {}
    others = _ASCII.sub(" ", block)
    found = {
        name: len("".join(pattern.findall(block if name == "Latin" else others))) for name, pattern in _SCRIPTS.items()
    }
    return {name: count for name, count in found.items() if count}
