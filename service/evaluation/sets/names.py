"""The names that a file may have for each field of a question; what is near one of them is taken for a slip."""

import difflib
import re

from service.evaluation.values import Question

FIELDS: tuple[str, ...] = tuple(Question.model_fields)

# Names of ragas (now and before 0.2), DeepEval, LangSmith, TruLens, promptfoo and the retrieval sets, each to ours.
OTHERS = {
    "question": ("user_input", "query", "input", "prompt", "question_text"),
    "id": ("question_id", "query_id", "qid", "_id", "sample_id", "example_id"),
    "reference": (
        "ground_truth", "expected_output", "expected_answer", "reference_answer", "reference_output", "gold_answer",
        "golden_answer", "expected_response", "ideal", "target",
    ),
    "reference_contexts": (
        "context", "ground_truth_contexts", "ground_truth_context", "expected_contexts", "gold_contexts",
        "reference_context",
    ),
    "reference_context_ids": ("expected_context_ids", "gold_ids", "relevant_ids", "relevant_doc_ids", "gold_doc_ids"),
    "response": (
        "answer", "actual_output", "generated_answer", "output", "prediction", "completion", "model_answer",
    ),
    "retrieved_contexts": (
        "contexts", "retrieval_context", "retrieved_documents", "retrieved_passages", "source_documents",
    ),
    "retrieved_context_ids": ("context_ids", "retrieved_ids", "retrieved_doc_ids"),
    "answerable": ("is_answerable",),
    "group": ("category", "question_type", "synthesizer_name", "evolution_type"),
}  # fmt: skip
_OURS = {name: name for name in FIELDS} | {other: ours for ours, others in OTHERS.items() for other in others}
_NEAR = 0.88


def find_field(name: str) -> str | None:
    """The field that goes by this name, in whatever case it is written (userInput, "User Input"); None if none does."""
    return _OURS.get(_fold(name))


def find_nearest(name: str) -> str | None:
    """The known name that this one looks like a slip of; None where it is near none."""
    near = difflib.get_close_matches(_fold(name), _OURS, 1, _NEAR)
    return near[0] if near else None


def _fold(name: str) -> str:
    return re.sub(r"[\s.-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())).lower()
