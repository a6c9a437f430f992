"""The one door for fields is strict, and names the field."""

import pytest

from index.errors import ReadError
from index.reading.raw.fields import MAX_ARTICLE_BYTES, parse_article
from index.records import Declared, RawArticle


def test_all_fields_of_the_contract_are_taken_and_others_ignored() -> None:
    fields: dict[str, str | None] = {
        "id": "a:1",
        "text": "Homs fell.",
        "url": "https://example.org/a",
        "outlet": " RT ",
        "title": "Fall",
    }
    fields |= {"published": "2016-03-13T13:24:06+03:00", "language": "EN", "tags": "x", "html": None}
    lines = [{"start": 0, "label": "body", "end": 9}]
    declared = Declared("RT", "Fall", fields["published"], fields["url"], "en", {0: "body"})
    article = parse_article({**fields, "lines": lines}, path="p", fallback_id="f")
    assert article == RawArticle("a:1", "p", declared, text="Homs fell.")
    assert parse_article({"html": "<p>Homs"}, path="p", fallback_id="f").id == "f"


TEXT = {"text": "Homs fell."}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "neither text nor html is given"),
        ({**TEXT, "html": "<p>"}, "text and html are both given"),
        ({"text": 7}, "text is a number; it must be a string"),
        ({"text": ""}, "text is empty"),
        ({"text": "\n"}, "text holds only white space"),
        ({"text": "Homs \ud800"}, "text holds half a surrogate pair at character 5"),
        ({"text": "é" * (MAX_ARTICLE_BYTES // 2 + 1)}, "text is longer than 5,242,880 bytes"),
        ({"html": "a" * (MAX_ARTICLE_BYTES + 1)}, "html is longer than"),
        ({"text": "a\x00\x00\x00"}, "text looks binary"),
        ({**TEXT, "id": 7}, "id is a number"),
        ({**TEXT, "id": ".a"}, "the id '.a' cannot be used: an id is 1 to 200"),
        ({**TEXT, "outlet": " "}, "outlet is empty; leave it out"),
        ({**TEXT, "outlet": "a\x07b"}, "outlet holds a control character"),
        ({**TEXT, "outlet": "\udfff"}, "outlet holds half a surrogate pair"),
        ({**TEXT, "title": "a" * 501}, "title has 501 characters; at most 500"),
        ({**TEXT, "title": ["a"]}, "title is a list"),
        ({**TEXT, "published": "13/03/2016"}, "published is '13/03/2016'; it must be an ISO 8601"),
        ({**TEXT, "published": "2016-02-30"}, "published is"),
        ({**TEXT, "published": "0000-01-01"}, "published is"),
        ({**TEXT, "published": "0001-01-01T00:00+14:00"}, "published is"),
        ({**TEXT, "published": 20160313}, "published is a number"),
        ({**TEXT, "url": "ftp://example.org"}, "url is"),
        ({**TEXT, "url": "https://"}, "url is"),
        ({**TEXT, "url": "https://[::1"}, "url is"),
        ({**TEXT, "url": "https://a:99999/"}, "url is"),
        ({**TEXT, "url": "https://a.org/\nb"}, "url is"),
        ({**TEXT, "url": "javascript:alert(1)"}, "url is"),
        ({**TEXT, "language": "english"}, "language is 'english'; it must be a code of two letters"),
        ({**TEXT, "language": ""}, "language is ''"),
        ({**TEXT, "lines": {}}, "lines is an object; it must be a list"),
        ({**TEXT, "lines": [{"start": True, "label": "body"}]}, "lines: item 1 must have a start"),
        ({**TEXT, "lines": [{"start": 0, "label": "advert"}]}, "lines: item 1 must have a label, one of body"),
        ({**TEXT, "lines": [{"start": 0, "label": "body"}] * 2}, "lines: item 2 has the start 0 of an earlier"),
        ({**TEXT, "lines": [{"start": 10, "label": "body"}]}, "lines: start 10 is beyond the text"),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse_article(fields, path="p", place="line 17", fallback_id="f")
    assert caught.value.reason.startswith(reason)
    assert (caught.value.path, caught.value.place) == ("p", "line 17")
