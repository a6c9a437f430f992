"""What a cue takes in a tree, from frames.tsv and, for clauses, from the lexicon of cues; knows no article."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from index.attribution.scan.cues import load_lexicon
from index.errors import BylineError
from index.records import CueClass, Stance

Part = Literal["verb", "noun", "adj"]
_FIELDS = 7
_LETTERS = frozenset("TNIACR")


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue as a part of speech: what it takes, by the letters that the head of frames.tsv explains."""

    takes: frozenset[str]
    after: frozenset[str]
    kind: CueClass
    stance: Stance
    speech: bool = False  # takes what was said word for word


@lru_cache(maxsize=1)
def load_frames() -> dict[tuple[str, Part], Frame]:
    """Frames by form in lower case and part of speech. A line that cannot be read is refused by its number."""
    frames: dict[tuple[str, Part], Frame] = {}
    for form, cue in load_lexicon().verbs.items():
        row = next((row for row in cue.rows if not row.particle and row.takes & {"T", "Q"}), None)
        if row is not None:
            frames[form, "verb"] = Frame(frozenset("T"), frozenset(), row.kind, row.stance, row.use == "speech")
    path = Path(__file__).with_name("frames.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            part, forms, frame = _read_row(number, line)
            for form in forms:
                frames[form, part] = _join(frames.get((form, part)), frame)
    return frames


def _read_row(number: int, line: str) -> tuple[Part, list[str], Frame]:
    row = line.split("\t")
    if len(row) != _FIELDS:
        raise BylineError(f"frames.tsv line {number}: {line!r} has {len(row)} fields, not {_FIELDS}")
    cue, part, forms, takes, after, kind, stance = row
    letters = frozenset(takes.replace("-", ""))
    known = part in get_args(Part) and kind in get_args(CueClass) and stance in get_args(Stance)
    if not known or not letters <= _LETTERS:
        raise BylineError(f"frames.tsv line {number}: {part!r}, {takes!r}, {kind!r} or {stance!r} is not known")
    frame = Frame(letters, frozenset(after.replace("-", "").split()), cast(CueClass, kind), cast(Stance, stance))
    return cast(Part, part), [cue, *forms.replace("-", "").split()], frame


def _join(one: Frame | None, other: Frame) -> Frame:
    """What a cue takes by the lexicon and by this table; its class and stance are the lexicon's."""
    if one is None:
        return other
    return Frame(one.takes | other.takes, one.after | other.after, one.kind, one.stance, one.speech)
