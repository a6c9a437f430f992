"""Replies of models as they come: whole, in prose, in a fence, cut short, and never more than they say."""

import pytest

from service.answering.prompting.replies import read_groups, read_names, read_object, read_whole_groups, read_words
from service.errors import ModelReplyError


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ('{"kind": "what", "groups": [["1.1", "2.3"], ["4.2"]]}', [["1.1", "2.3"], ["4.2"]]),
        ('Sure!\n```json\n{"groups": [["1.1"]]}\n```\nAnything else?', [["1.1"]]),
        ('{"groups": [["[1.10]"], " 2.3 "]}', [["1.10"], ["2.3"]]),
        ('{"groups": [[1.10, 2.3]]}', [["1.10", "2.3"]]),
        ('{"groups": [[], ["1.1"]]}', [["1.1"]]),
        ('{"groups": []}', []),
        ('I give {"kind", "groups"}: {"groups": [["1.1"]]}', [["1.1"]]),
    ],
)
def test_groups_are_read_as_they_are_meant(text: str, groups: list[list[str]]) -> None:
    assert read_groups(read_object(text, "m"), "m") == groups


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I cannot help with that.", "m gave no JSON object"),
        ('{"groups": [["1.1"', "m gave JSON that cannot be read"),
        ('{"groups": "all"}', "m gave no list under “groups”"),
        ('{"verdict": "yes"}', "m gave no list under “groups”"),
        ('{"groups": [["BBC"]]}', "m gave a group that is no list of statement numbers"),
        ('{"groups": [["1.1", {"id": "1.2"}]]}', "m gave a group that is no list of statement numbers"),
        ('{"groups": [["1.1", "1.2 and BBC"]]}', "m gave a group that is no list of statement numbers"),
        ("{" * 100_000, "m gave JSON that cannot be read"),
        ('{"a":' * 100_000, "m gave JSON that cannot be read"),
    ],
)
def test_what_is_none_is_refused_with_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(ModelReplyError, match=says):
        read_groups(read_object(text, "m"), "m")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ('{"kind": "wh', []),
        ('{"kind": "what", "groups": [["1.1", "2', []),
        ('{"kind": "what", "groups": [["1.1", "2.3"]', [["1.1", "2.3"]]),
        ('{"kind": "what", "groups": [["1.1"], ["2.', [["1.1"]]),
        ('Well: {"kind": "what", "groups": [["1.1"], ["2.1"]]} Bye', [["1.1"], ["2.1"]]),
        ("] {", []),
        ('["1.1"]', []),
    ],
)
def test_of_a_reply_that_still_comes_only_whole_groups_are_read(text: str, groups: list[list[str]]) -> None:
    assert read_whole_groups(text) == groups


def test_words_and_names_are_taken_only_where_they_are_such() -> None:
    assert read_words({"question": " Who? "}, "question", "m") == "Who?"
    assert read_names({"claims": ["[c1]", 2, "c3"]}, "claims") == ["c1", "c3"]
    assert read_names({"claims": "c1"}, "claims") == []
    with pytest.raises(ModelReplyError, match="m gave no words under “question”"):
        read_words({"question": ["Who?"]}, "question", "m")
