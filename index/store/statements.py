"""Statements in and out of the store, and found again by who says them where, how, and in which words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.errors import DamagedError
from index.records import Article, Stance, Statement
from index.store import rows
from index.store.connect import Connection, next_key
from index.store.sources import SOURCES, find_sources, meet_source


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements are asked for; None asks for all. `source` is a name as it is filed.

    `contains` are words in a row, whole words in any case; "*" at the end takes the beginning of one.
    """

    source: str | None = None
    outlet: str | None = None
    stance: Stance | None = None
    contains: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as it is stored: number of its sentence, JSON, stance, folded words, whom it cites."""

    sentence: int
    body: str
    stance: Stance | None
    words: str
    cited: tuple[tuple[str, bool], ...]


def dump_statements(article: Article, statements: Sequence[Statement]) -> tuple[StatementRow, ...]:
    """An article's statements as they are stored, in order. ValueError where one is not of its version."""
    prefix = rows.statement_prefix(article.id, article.version)
    return tuple(
        StatementRow(
            one.n,
            rows.dump_statement(one, prefix),
            one.stance,
            rows.fold_words(article.text[one.content.start : one.content.end]),
            tuple((link.name, link.named) for link in one.chain or ()),
        )
        for one in statements
    )


def insert_statements(
    connection: Connection, pk: int, statements: Sequence[StatementRow], filed: Mapping[str, str]
) -> None:
    """Store an article's statements, in order; `filed` has the name by which each source is filed, if another."""
    unread = "DELETE FROM unread WHERE article = ?" if statements else "INSERT OR IGNORE INTO unread VALUES (?)"
    connection.execute(unread, (pk,))
    first = next_key(connection, "statements")
    bodies = [(first + n, pk, n, one.sentence, one.body, one.stance) for n, one in enumerate(statements)]
    connection.executemany(
        "INSERT INTO statements (pk, article, n, sentence, body, stance) VALUES (?, ?, ?, ?, ?, ?)", bodies
    )
    words = [(first + n, one.words) for n, one in enumerate(statements)]
    connection.executemany("INSERT INTO statement_words VALUES (?, ?)", words)
    connection.executemany("INSERT INTO statement_terms (rowid, words) VALUES (?, ?)", words)
    cited = [(link, first + n) for n, one in enumerate(statements) for link in one.cited]
    met = {
        one: meet_source(connection, *one, filed.get(one[0], one[0])) for one in dict.fromkeys(one for one, _ in cited)
    }
    sources = [(met[one], key, pk) for one, key in cited]
    connection.executemany("INSERT OR IGNORE INTO statement_sources VALUES (?, ?, ?)", sources)


def delete_statements(connection: Connection, pk: int) -> None:
    """Take out an article's statements, and the names that no other article cites."""
    cited = connection.execute(
        "SELECT DISTINCT source FROM statements AS s JOIN statement_sources ON statement = s.pk WHERE s.article = ?",
        (pk,),
    ).fetchall()
    connection.execute(
        "INSERT INTO statement_terms (statement_terms, rowid, words) SELECT 'delete', statement, words"
        " FROM statements AS s JOIN statement_words ON statement = s.pk WHERE s.article = ?",
        (pk,),
    )
    connection.execute("DELETE FROM statements WHERE article = ?", (pk,))
    connection.executemany(
        "DELETE FROM sources WHERE pk = ? AND NOT EXISTS (SELECT 1 FROM statement_sources WHERE source = sources.pk)",
        cited,
    )


def find_statements(connection: Connection, wanted: Wanted, after: int, limit: int) -> list[tuple[int, Statement]]:
    """Up to `limit` statements with their row numbers, in the order they were stored, after the row `after`."""
    clauses: list[str] = []
    values: list[object] = []
    for clause, value in (
        (f"s.pk IN (SELECT statement FROM statement_sources WHERE {SOURCES})", _sources(connection, wanted)),
        (
            "s.article IN (SELECT pk FROM articles WHERE outlet_key = ?)",
            wanted.outlet and rows.fold_name(wanted.outlet),
        ),
        ("s.article = (SELECT pk FROM articles WHERE id = ?)", wanted.article),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    # Where nothing narrows them down all that hold the words somewhere, or else all, are passed in order; the "+" keeps
    # SQLite from that where something does.
    row, plus = "s.pk", "+" if clauses else ""
    tables = ["statements AS s"]
    if wanted.contains:
        phrase = fold_wanted(wanted.contains)
        if clauses:
            tables.append("statement_words AS w")
        else:
            row, tables = "t.rowid", ["statement_terms AS t", "statement_words AS w", *tables]
            clauses += ["statement_terms MATCH ?", "w.statement = t.rowid"]
            values.append(_all_terms(phrase))
        clauses += ["s.pk = w.statement", "instr(w.words, ?) > 0"]
        values.append(phrase)
    if wanted.stance:
        clauses.append(f"{plus}s.stance = ?")
        values.append(wanted.stance)
    clauses += ["a.pk = s.article", f"{plus}{row} > ?"]
    select = (
        f"SELECT s.pk, a.id, a.version, s.body FROM {' CROSS JOIN '.join([*tables, 'articles AS a'])}"
        f" WHERE {' AND '.join(clauses)} ORDER BY {row} LIMIT ?"
    )
    found = connection.execute(select, (*values, after, limit))
    return [(key, _read_back(body, article_id, version)) for key, article_id, version, body in found]


def list_unread(connection: Connection) -> list[str]:
    """Ids of the articles that have no statements stored, ascending."""
    return [row[0] for row in connection.execute("SELECT id FROM unread JOIN articles ON pk = article ORDER BY id")]


def fold_wanted(contains: str) -> str:
    """What is looked for among folded words; "" where `contains` holds no word."""
    folded = rows.fold_words(contains)
    return folded.rstrip() if contains.rstrip().endswith("*") else folded


def _all_terms(phrase: str) -> str:
    """What finds the statements that hold all words of a folded phrase, wherever they stand in them."""
    terms = " ".join(f'"{word}"' for word in phrase.split())
    return terms if phrase.endswith(" ") else f"{terms} *"


def _read_back(body: str, article_id: str, version: str) -> Statement:
    try:
        return rows.load_statement(body, article_id, rows.statement_prefix(article_id, version))
    except (ValueError, TypeError, LookupError) as error:
        what = f"a statement of article {article_id} cannot be read back from the store ({type(error).__name__})"
        raise DamagedError(f"{what}; restore the store from a copy, or put the article again") from error


def _sources(connection: Connection, wanted: Wanted) -> str | None:
    return None if wanted.source is None else json.dumps(find_sources(connection, wanted.source))
