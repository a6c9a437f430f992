"""Differences of spelling and house style, which are no changes; what is left is one."""

from collections.abc import Sequence
from itertools import pairwise

from index.attribution.aliases import load_aliases
from index.copies.comparing.align import Region
from index.copies.comparing.labels import find_labels
from index.copies.comparing.laid import Laid

_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_DIGITS = {word: str(n) for n, word in enumerate(_NUMBERS)}
_ARTICLES = frozenset(("a", "an", "the"))
# "on Friday", "said that", "Mr. Barr": set by one house, spared by another.
_SPARED = _ARTICLES | {"of", "on", "that", "mister", "mrs", "ms"}
_BESIDE = 2  # equal words on either side that may belong to the same name


def drop_moved(a: Laid, b: Laid, regions: Sequence[Region]) -> list[Region]:
    """The regions without those whose words only stand elsewhere in the same sentence."""
    gone = {tuple(a.keys(range(one.a, one.a_end))): one for one in regions if one.b == one.b_end}
    come = {tuple(b.keys(range(one.b, one.b_end))): one for one in regions if one.a == one.a_end}
    moved = {id(side[keys]) for keys in gone.keys() & come.keys() for side in (gone, come)}
    return [one for one in regions if id(one) not in moved]


def is_style(a: Laid, b: Laid, region: Region, is_quoted: bool) -> bool:
    """Whether a region differs by nothing but spelling or house style.

    In a quotation only spelling is style: an article or a name written otherwise is another word there.
    """
    one, two = a.keys(range(region.a, region.a_end)), b.keys(range(region.b, region.b_end))
    if _spell(one) == _spell(two) or _is_infinitive(a, region, one, two):
        return True
    if (not two and _is_gloss(a, region.a, region.a_end)) or (not one and _is_gloss(b, region.b, region.b_end)):
        return True
    if is_quoted:
        return _is_same_name(a, b, region) and _skeleton(one) == _skeleton(two)
    is_spared = {*one, *two} <= _ARTICLES or ((not one or not two) and {*one, *two} <= _SPARED)
    return is_spared or _is_same_name(a, b, region)


def _spell(keys: Sequence[str]) -> str:
    """The words as one; "7:30" is "7.30"."""
    spelt = [_DIGITS.get(key, key) for key in keys]
    pairs = pairwise([*spelt, ""])
    return "".join(f"{one}." if one.isdigit() and other.isdigit() and len(other) == 2 else one for one, other in pairs)


def _is_infinitive(a: Laid, region: Region, one: list[str], two: list[str]) -> bool:
    """A slip of grammar ("to assists")."""
    if len(one) != 1 or len(two) != 1 or region.a == 0 or a.words[region.a - 1].key != "to":
        return False
    return one[0].rstrip("s") == two[0].rstrip("s")


def _is_gloss(laid: Laid, low: int, high: int) -> bool:
    """Initials in brackets behind the words they stand for."""
    if high - low != 1:
        return False
    word = laid.words[low]
    is_bracketed = laid.text[word.start - 1 : word.start] == "(" and laid.text[word.end : word.end + 1] == ")"
    initials = "".join(one.key[0] for one in laid.words[max(0, low - len(word.key)) : low])
    return is_bracketed and len(word.key) > 1 and initials == word.key


def _is_same_name(a: Laid, b: Laid, region: Region) -> bool:
    """Two ways to write one name; a name that labels is never the same as another."""
    aliases = load_aliases()
    for left in range(_BESIDE + 1):
        for right in range(_BESIDE + 1):
            low, b_low, high, b_high = region.a - left, region.b - left, region.a_end + right, region.b_end + right
            if min(low, b_low) < 0 or high > len(a.words) or b_high > len(b.words) or low == high or b_low == b_high:
                continue
            one, two = a.cite(range(low, high)), b.cite(range(b_low, b_high))
            if len(one) + len(two) > 120 or not (aliases.knows(one) and aliases.knows(two)):
                continue
            if aliases.canonical(one) == aliases.canonical(two):
                return not find_labels(a.text, a.words[low:high]) and not find_labels(b.text, b.words[b_low:b_high])
    return False


def _skeleton(keys: Sequence[str]) -> str:
    return "".join(char for char in "".join(keys) if char not in "aeiouyh")
