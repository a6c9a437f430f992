"""junit.xml: each question a test, each floor a test, for whatever shows the tests of a build."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from service.evaluation.values import Row, Run
from service.evaluation.writing.floors import Floor
from service.render.clean import clean_text


def write_junit(run: Run, floors: Sequence[Floor]) -> str:
    """One suite of questions and one of floors.

    A question fails where something that it fixes is not right, is an error where it was not answered, and is skipped
    where it fixes nothing.
    """
    root = Element("testsuites", name="byline evaluate")
    questions = _add_suite(root, "questions", len(run.rows))
    for row in run.rows:
        _add_question(questions, row)
    asked = _add_suite(root, "floors", len(floors))
    for floor in floors:
        case = SubElement(asked, "testcase", classname="floors", name=floor.measure.name)
        if not floor.holds(run.summary):
            _add_fault(case, "failure", floor.say(run.summary))
    for suite in (questions, asked):
        for kind, total in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            suite.set(total, str(len(suite.findall(f"testcase/{kind}"))))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add_suite(root: Element, name: str, tests: int) -> Element:
    return SubElement(root, "testsuite", name=name, tests=str(tests))


def _add_question(suite: Element, row: Row) -> None:
    result = row.result
    where = result.question.group or result.question.kind or "questions"
    time = f"{result.seconds or 0:.3f}"
    case = SubElement(suite, "testcase", classname=clean_text(where), name=clean_text(result.question.id), time=time)
    right = row.value("right")
    if result.error is not None:
        _add_fault(case, "error", result.error)
    elif right is None:
        SubElement(case, "skipped", message="nothing is fixed of its answer")
    elif right < 1:
        whys = [f"{score.measure} {score.value:g}: {score.why}" for score in row.scores if score.why]
        fault = _add_fault(case, "failure", next(score.why for score in row.scores if score.measure == "right"))
        fault.text = clean_text("\n".join(["", result.question.question, *whys, "", result.response or "", ""]))


def _add_fault(case: Element, kind: str, message: str) -> Element:
    return SubElement(case, kind, message=clean_text(message))
