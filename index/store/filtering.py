"""Filters to what SQLite takes: conditions on articles and on passages."""

import json

from index.records import Filters
from index.store import rows
from index.store.connect import Connection
from index.store.sources import SOURCES, find_sources

_CITING = (
    "p.pk IN (SELECT within.pk FROM statement_sources JOIN statements AS s ON s.pk = statement"
    " JOIN passages AS within ON within.article = s.article AND s.sentence BETWEEN within.first AND within.last"
    f" WHERE {SOURCES})"
)


def article_conditions(connection: Connection, filters: Filters) -> tuple[str, list[object]]:
    """A WHERE clause, or "", on `articles AS a`, and its values."""
    clauses: list[str] = []
    values: list[object] = []
    for column, wanted in (
        ("a.outlet_key", [rows.fold_name(name) for name in filters.outlets]),
        ("a.id", list(filters.articles)),
        ("a.language", list(filters.languages)),
    ):
        if wanted:
            clauses.append(f"{column} IN ({','.join('?' * len(wanted))})")
            values.extend(wanted)
    if filters.day_from:
        clauses.append("a.day >= ?")
        values.append(filters.day_from.toordinal())
    if filters.day_to:
        clauses.append("a.day <= ?")
        values.append(filters.day_to.toordinal())
    if filters.sources:
        clauses.append(f"a.pk IN (SELECT article FROM statement_sources WHERE {SOURCES})")
        values.append(_dump_sources(connection, filters))
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def passage_condition(connection: Connection, filters: Filters) -> tuple[str, list[object]]:
    """A further condition on `passages AS p`, or "1": that it holds a sentence with a statement of a wanted source."""
    return (_CITING, [_dump_sources(connection, filters)]) if filters.sources else ("1", [])


def _dump_sources(connection: Connection, filters: Filters) -> str:
    return json.dumps([pk for name in filters.sources for pk in find_sources(connection, name)])
