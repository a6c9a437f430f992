"""The sixty fixed questions of samples.jsonl, a set of `byline evaluate`, and those known to fail, with the reason."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

# On the samples as they are, or on their renamed copies.
Where = Literal["samples", "renamed"]
# The ten kinds of question; which of the product's own kinds one is read as is `Fixed.kind`.
SORTS = (
    "what_happened",
    "how_many",
    "who_said",
    "what_said",
    "denied",
    "when",
    "differ",
    "left_out",
    "confirmed",
    "words",
)


@dataclass(frozen=True)
class Gold:
    """Words that an answer must quote, and the article they stand in; the rest is checked where it is given.

    `chain` holds names outermost first, each of which must stand within the name of its link; () is the outlet's own
    voice. `hedges` must all be kept, () that there is none.
    """

    article: str
    quote: str
    chain: tuple[str, ...] | None = None
    stance: str | None = None
    hedges: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Related:
    """A relation that must stand between the claims whose contents hold these two runs of words, either way round."""

    kind: str
    between: tuple[str, str]


@dataclass(frozen=True)
class Fixed:
    """A question with what its answer must and must not be; None where nothing is fixed.

    `must` and `must_not` are words of the answer's text, `not_sources` names that no chain may hold, `not_related`
    kinds of relation that none may be of. `agreement`, `origins`, `confirmations` and `silent` are those of the claim
    that holds the first gold quote. `comparison` are two articles that must be laid side by side, `missing` a kind of
    what is missing, `published` the day a cited article must bear. `filters` are those of the request.
    """

    id: str
    question: str
    sort: str
    kind: str | None
    answerable: bool
    shares_names: bool
    gold: tuple[Gold, ...]
    value: tuple[str, ...] | None
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    not_sources: tuple[str, ...]
    not_related: tuple[str, ...]
    relations: tuple[Related, ...]
    agreement: str | None
    origins: int | None
    confirmations: int | None
    silent: tuple[str, ...] | None
    comparison: tuple[str, ...] | None
    missing: str | None
    published: tuple[str, str] | None
    filters: dict[str, Any]


def read_fixed() -> list[Fixed]:
    """All of them, in the order of the file."""
    return [_read(json.loads(line)) for line in _lines("samples.jsonl")]


def read_known_failures(where: Where) -> dict[str, str]:
    """The questions that are known to be answered wrongly there, with the reason; a question leaves it once right."""
    rows = (line.split("\t") for line in _lines("known_failures.tsv") if not line.startswith("#"))
    return {key: reason for key, place, reason in rows if place == where}


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


def _read(row: dict[str, Any]) -> Fixed:
    claims = row.get("reference_claims", [])
    first = claims[0] if claims else {}
    published = row.get("reference_published")
    return Fixed(
        id=row["id"],
        question=row["question"],
        sort=row["group"],
        kind=row.get("kind"),
        answerable=row["answerable"],
        shares_names=row.get("shares_names", False),
        gold=tuple(_read_gold(one) for one in claims),
        value=_tuple(row.get("reference_values")),
        must=tuple(row.get("must", ())),
        must_not=tuple(row.get("must_not", ())),
        not_sources=tuple(row.get("not_sources", ())),
        not_related=tuple(row.get("not_related", ())),
        relations=tuple(Related(one["kind"], tuple(one["between"])) for one in row.get("reference_relations", ())),
        agreement=first.get("agreement"),
        origins=first.get("origins"),
        confirmations=first.get("confirmations"),
        silent=_tuple(first.get("silent")),
        comparison=_tuple(row.get("reference_comparison")),
        missing=row.get("reference_missing"),
        published=(published["article"], published["day"]) if published else None,
        filters=row.get("filters", {}),
    )


def _read_gold(row: dict[str, Any]) -> Gold:
    return Gold(row["article"], row["quote"], _tuple(row.get("chain")), row.get("stance"), _tuple(row.get("hedges")))


def _tuple(value: list[Any] | None) -> Any:
    return None if value is None else tuple(value)
