"""Sets of questions: other tools' names are ours at the door, and a file with mistakes is refused whole, by line."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from service.errors import QuestionsError
from service.evaluation.sets.names import FIELDS, OTHERS, find_field, find_nearest
from service.evaluation.sets.questions import read_questions
from service.evaluation.values import Question

ROOT = Path(__file__).parents[4]
WANTED = Question(
    id="q1",
    question="Who won?",
    reference="FRN",
    reference_contexts=("FRN won.",),
    response="RT",
    retrieved_contexts=("RT won.", "FRN won."),
)

# How other tools name a field, and ours.
PAIRS = [
    ("user_input", "question"), ("query", "question"), ("input", "question"), ("prompt", "question"),
    ("question_text", "question"), ("ground_truth", "reference"), ("expected_output", "reference"),
    ("expected_answer", "reference"), ("reference_answer", "reference"), ("reference_output", "reference"),
    ("gold_answer", "reference"), ("golden_answer", "reference"), ("expected_response", "reference"),
    ("ideal", "reference"), ("target", "reference"), ("context", "reference_contexts"),
    ("ground_truth_contexts", "reference_contexts"), ("ground_truth_context", "reference_contexts"),
    ("expected_contexts", "reference_contexts"), ("gold_contexts", "reference_contexts"),
    ("reference_context", "reference_contexts"), ("expected_context_ids", "reference_context_ids"),
    ("gold_ids", "reference_context_ids"), ("relevant_ids", "reference_context_ids"),
    ("relevant_doc_ids", "reference_context_ids"), ("gold_doc_ids", "reference_context_ids"),
    ("answer", "response"), ("actual_output", "response"), ("generated_answer", "response"),
    ("output", "response"), ("prediction", "response"), ("completion", "response"), ("model_answer", "response"),
    ("contexts", "retrieved_contexts"), ("retrieval_context", "retrieved_contexts"),
    ("retrieved_documents", "retrieved_contexts"), ("retrieved_passages", "retrieved_contexts"),
    ("source_documents", "retrieved_contexts"), ("context_ids", "retrieved_context_ids"),
    ("retrieved_ids", "retrieved_context_ids"), ("retrieved_doc_ids", "retrieved_context_ids"),
    ("question_id", "id"), ("query_id", "id"), ("qid", "id"), ("_id", "id"), ("sample_id", "id"),
    ("example_id", "id"), ("is_answerable", "answerable"), ("category", "group"), ("question_type", "group"),
    ("synthesizer_name", "group"), ("evolution_type", "group"),
]  # fmt: skip


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def lines(*rows: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def mistakes(path: Path) -> list[str]:
    with pytest.raises(QuestionsError) as refused:
        read_questions(path)
    return [str(one) for one in refused.value.mistakes]


@pytest.mark.parametrize(
    "names",
    [
        ("user_input", "reference", "reference_contexts", "response", "retrieved_contexts"),
        ("question", "ground_truth", "ground_truth_contexts", "answer", "contexts"),
        ("input", "expected_output", "context", "actual_output", "retrieval_context"),
        ("userInput", "expectedOutput", "Reference Contexts", "actual-output", "retrievalContext"),
    ],
)
def test_ragas_deepeval_and_our_names_are_one_question_in_each_format(names: tuple[str, ...], tmp_path: Path) -> None:
    values: list[str | list[str]] = ["Who won?", "FRN", ["FRN won."], "RT", ["RT won.", "FRN won."]]
    row = dict(zip(names, values, strict=True))
    cells = [one if isinstance(one, str) else f'"{json.dumps(one).replace(chr(34), chr(34) * 2)}"' for one in values]
    files = {
        "set.jsonl": lines(row),
        "set.ndjson": f"\ufeff{lines(row)}\n\n",
        "set.json": json.dumps([row], indent=2),
        "wrapped.json": json.dumps({"name": "a set", "rows": [row]}),
        "set.csv": f"\ufeff{','.join(names)}\r\n{','.join(cells)}\r\n",
    }
    for name, text in files.items():
        assert read_questions(write(tmp_path / name, text)).questions == (WANTED,), name
        packed = tmp_path / f"{name}.gz"
        packed.write_bytes(gzip.compress(text.encode()))
        assert read_questions(packed).questions == (WANTED,), packed


@pytest.mark.parametrize(("name", "ours"), PAIRS)
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_each_name_of_another_tool_is_read_as_the_field_it_is_a_name_of(
    name: str, ours: str, ending: str, tmp_path: Path
) -> None:
    value = {"answerable": "true"}.get(ours, "word")
    row = {"question": "Who?", ours: value}
    other = {**{one: each for one, each in row.items() if one != ours}, name: value}
    text = lines(other) if ending == "jsonl" else f"{','.join(other)}\n{','.join(other.values())}\n"
    (read,) = read_questions(write(tmp_path / f"set.{ending}", text)).questions
    (wanted,) = read_questions(write(tmp_path / "ours.jsonl", lines(row))).questions
    assert read == wanted
    assert read.extra == {}


def test_the_names_tested_are_all_there_are() -> None:
    tested = {name for name, _ in PAIRS}
    assert tested == {name for others in OTHERS.values() for name in others}


def test_a_cell_may_hold_a_list_as_pandas_writes_it_and_an_empty_one_is_not_given(tmp_path: Path) -> None:
    text = "id,question,contexts,reference,answerable\n7,Who?,\"['one', 'two']\",,False\n"
    (only,) = read_questions(write(tmp_path / "set.csv", text)).questions
    assert only == Question(id="7", question="Who?", retrieved_contexts=("one", "two"), answerable=False)


def test_one_where_several_may_stand_is_a_list_of_one(tmp_path: Path) -> None:
    row = {"question": "Who?", "reference_outlets": "RT", "must_not": "Yes", "reference_context_ids": 12}
    (only,) = read_questions(write(tmp_path / "set.jsonl", lines(row))).questions
    assert (only.reference_outlets, only.must_not, only.reference_context_ids) == (("RT",), ("Yes",), ("12",))


def test_unknown_fields_are_kept_aside_and_counted(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"question": "Who?", "rubrics": [1], "extra": {"a": 1}},
        {"question": "When?", "rubrics": None},
    ]
    read = read_questions(write(tmp_path / "set.jsonl", lines(*rows)))
    assert [one.extra for one in read.questions] == [{"rubrics": [1], "a": 1}, {}]
    assert dict(read.aside) == {"rubrics": 1, "a": 1}
    assert [one.id for one in read.questions] == ["q1", "q2"]


def test_every_mistake_of_a_file_is_listed_by_its_line(tmp_path: Path) -> None:
    rows = [
        '{"question": "Who?", "refrence": "RT"}',
        "",
        '{"question": "Who?", "id": "a", "id": "b"}',
        '{"reference": "RT"}',
        '{"question": "Who?", "user_input": "When?"}',
        '{"question": "Who?", "reference_claims": [{"quote": "It is.", "stance": "says", "oulet": "RT"}]}',
        '{"question": "Who?", "answerable": false, "reference_claims": [{"quote": "It is."}]}',
        '{"question": "Who?", "filters": {"from": "soon"}}',
        '{"question": "Who?", "id": "two words"}',
        '{"question": " "}',
        '{"query": "Who?", "answer": ["RT"]}',
        '{"query": "Who?", "filters": {"k": 3}}',
        '["Who?"]',
        '{"question": "Who?"',
        '{"question": "Who?", "id": "x"}',
        '{"question": "Who?", "id": "x"}',
    ]
    found = mistakes(write(tmp_path / "set.jsonl", "\n".join(rows)))
    assert [one.partition(": ")[0] for one in found] == [
        f"line {n}" for n in (1, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16)
    ]
    starts = [
        "refrence: there is no such field; the nearest is reference",
        "the key 'id' comes twice",
        "question: this is missing (user_input, query and input",
        "question and user_input are two names of one field and differ",
        "reference_claims.0.stance: input should be 'asserts', 'denies'",
        "reference_claims.0.oulet: there is no such field here; those of a reference claim are text, outlet",
        "answerable: it is false, and yet there are reference_claims",
        'filters.from: a day is written as "2016-03-13"',
        "id: 'two words' is no id",
        "question: string should match",
        "answer (a name for response): input should be a valid string (it is ['RT'])",
        "filters.k: there is no such field here (it is 3)",
        '["Who?"] is no object',
        "it is not sound JSON",
        "id: 'x' is that of an earlier row",
    ]
    assert [said for said, start in zip(found, starts, strict=True) if f": {start}" not in said] == []


def test_a_json_list_and_a_table_tell_the_line_a_row_begins_on(tmp_path: Path) -> None:
    listed = (
        '{\n "version": 1,\n "rows": [\n  {"question": "Who?"},\n\n  {\n   "qestion": "When?"},\n  {"id": "a"}\n ]\n}'
    )
    assert [one.partition(": ")[0] for one in mistakes(write(tmp_path / "set.json", listed))] == ["line 6", "line 8"]
    table = 'question,answerable\n"Who\nwon?",true\nWhen?,maybe\nWhere?\n'
    found = mistakes(write(tmp_path / "set.csv", table))
    assert [one.partition(": ")[0] for one in found] == ["line 4", "line 5"]
    assert "answerable: input should be a valid boolean" in found[0]
    assert "1 cells, and the first line names 2 columns" in found[1]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("set.txt", b"Who?", ".txt is no format here; one is .jsonl, .ndjson, .json or .csv"),
        ("set", b"Who?", "no ending is no format here"),
        ("set.jsonl", b"\n\n", "the file has no rows"),
        ("set.jsonl", b'{"question": "a"}\n{"question": "\xff"}\n', "line 2: byte 32 is not UTF-8"),
        ("set.json", b'{"a": [], "b": []}', "neither a list of objects nor an object with one such list"),
        ("set.json", b"[{]", "the file is not sound JSON"),
        ("set.csv", b"question,question\na,b\n", "line 1: the column 'question' comes twice"),
        ("set.jsonl.gz", b"{}", "the file ends in .gz and cannot be unpacked"),
        ("set.gz", b"{}", "no ending is no format here"),
        ("set.csv", b'question\n"a"b\n', "line 2: this is not sound CSV"),
    ],
)
def test_a_file_that_is_no_set_says_why(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = mistakes(tmp_path / name)
    assert says in found


def test_every_field_goes_by_its_own_name_and_no_other_tools_name_is_near_a_second_field() -> None:
    assert [find_field(name) for name in FIELDS] == [*FIELDS]
    assert [
        find_nearest(name) for name in ("refrence", "user_inputs", "retrieved_context", "metadata", "question_date")
    ] == [
        "reference",
        "user_input",
        "retrieved_contexts",
        None,
        None,
    ]


def test_the_fixed_questions_are_a_set() -> None:
    read = read_questions(ROOT / "tests" / "questions" / "samples.jsonl")
    assert (len(read.questions), dict(read.aside)) == (60, {})
