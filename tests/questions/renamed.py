"""The samples under other names: outlets, sources, places, figures and weekdays mapped, paragraphs turned round."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from index.reading.lines.label import label_lines
from tests.questions.fixed import Fixed, Gold, Related

# Most are made up. Countries stay countries: that Moscow acts for Russia is general knowledge, not a name.
NAMES = {
    "al-Sukhnah": "al-Mardibah", "Albu Kamal": "Tell Harim", "Deir Ezzor": "Wadi Karran", "Deir ez-Zor": "Wadi ez-Kar",
    "Homs": "Zarb", "Hama": "Qusr", "Raqqa": "Malda", "Palmyra": "Corvane", "Al-Qaim": "Al-Sedra", "Hajin": "Torub",
    "al-Sha’afa": "al-Burj’an", "al-Safa": "al-Nimr", "Euphrates": "Orvantes", "Syrian": "Yemeni", "Syria": "Yemen",
    "Iraqi": "Omani", "Iraq": "Oman", "Libya": "Sorma", "Damascus": "Sanaa", "Russian": "French", "Russia": "France",
    "Moscow": "Paris", "Lebanon": "Tarvane", "Israel": "Melkor", "New York": "Old Harbour", "UK": "NW",
    "British": "Albian", "United States": "Northern Union", "United Nations": "Common Council", "UN": "CC", "US": "NU",
    "Daesh": "Qaran", "ISIS/ISIL": "KAR/KARL", "ISIS": "KARN", "Islamic State": "Karan League", "IS": "KL",
    "SANA": "VENA", "RT": "TASS", "Ruptly": "Kvikly", "Almasdar": "Alnabaq", "AFP": "UPI", "Airwars": "Skytally",
    "FRN": "GHB", "Emirates Voice": "Lagoons Herald", "Emiratesvoice": "Lagoonsherald",
    "emirates voice": "lagoons herald",
    "emiratesvoice": "lagoonsherald", "alalam": "alqatr", "Hashed Al-Shaabi": "Rukn Al-Jabali",
    "Hezbollah": "Nasrallin",
    "Bashar Assad": "Marwan Tellis", "Assad": "Tellis", "Rami Abdel Rahman": "Sami Abdel Karim",
    "Hadir al-Shishani": "Nadir al-Korosti", "al-Qaeda": "al-Munira", "al-Nusra Front": "al-Barqa Front",
    "Takfiri": "Jandari",
}  # fmt: skip
WEEKDAYS = {"Sunday": "Monday", "Saturday": "Tuesday", "Wednesday": "Thursday", "Friday": "Sunday"}
FIGURES = {
    "624": "731", "4,350": "5,260", "43": "57", "330,000": "410,000", "470,000": "590,000", "120,000": "140,000",
    "1,500": "1,800", "60": "80", "15": "25", "19": "27", "50": "70", "1.9": "2.7", "23": "34",
}  # fmt: skip


def rename(text: str) -> str:
    """The text with every name, weekday and figure that the tables hold put for its other; the rest as it is."""
    return _PATTERN.sub(lambda found: _TABLE[found.group()], text)


def rename_question(question: str) -> str:
    """As `rename`, for a question that may be typed without capitals."""
    if not question.islower():
        return rename(question)
    small = {old.lower(): new.lower() for old, new in _TABLE.items()}
    return " ".join(small.get(word, word) for word in question.split())


def rename_fixed(one: Fixed) -> Fixed:
    """The same question with the same gold, as the renamed articles have it; ids and days stay."""
    changed = {
        field.name: _rename_all(getattr(one, field.name))
        for field in fields(one)
        if field.name in ("gold", "value", "must", "must_not", "not_sources", "relations", "filters")
    }
    return replace(one, question=rename_question(one.question), **changed)


def _rename_all(value: Any) -> Any:
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, tuple):
        return tuple(_rename_all(part) for part in value)
    if isinstance(value, list):
        return [_rename_all(part) for part in value]
    if isinstance(value, dict):
        return {key: _rename_all(part) for key, part in value.items()}
    if isinstance(value, Gold | Related):
        return replace(value, **{field.name: _rename_all(getattr(value, field.name)) for field in fields(value)})
    return value


def renamed_samples(texts: dict[str, str]) -> dict[str, str]:
    """The samples renamed, their paragraphs of prose in reverse order but for title and lead."""
    return {key: rename(reorder(text)) for key, text in texts.items()}


def reorder(text: str) -> str:
    """The paragraphs of prose, but the first, in reverse order at the places of such paragraphs; the rest stays.

    A line of the body is prose when it is long and ends as a sentence; one that leans on the line before goes with it.
    """
    lines = text.split("\n")
    body = {text.count("\n", 0, line.start) for line in label_lines(text) if line.label == "body"}
    prose = [n for n in sorted(body) if len(lines[n].strip()) > 80 and lines[n].strip()[-1] in ".”"]
    blocks = _keep_together([lines[n] for n in prose[1:]])
    turned = [line for block in reversed(blocks) for line in block]
    for n, line in zip(prose[1:], turned, strict=True):
        lines[n] = line
    return "\n".join(lines)


def _keep_together(lines: Iterable[str]) -> list[list[str]]:
    """Paragraphs, each with those after it that open in the middle of something."""
    blocks: list[list[str]] = []
    for line in lines:
        if blocks and re.match(r"\s*(?:However|“|It said|But|Also|Those|The same|The town)\b|\s*“", line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


_TABLE = {**NAMES, **WEEKDAYS, **FIGURES}
_PATTERN = re.compile(
    "|".join(
        rf"(?<![\w,.]){re.escape(one)}(?![\w]|,\d)" if one[0].isdigit() else rf"(?<!\w){re.escape(one)}(?!\w)"
        for one in sorted(_TABLE, key=len, reverse=True)
    ).replace(r"(?<![\w,.])50(?![\w]|,\d)", r"(?<![\w,.])50(?=\s?km)")
)
