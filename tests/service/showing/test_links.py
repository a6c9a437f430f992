"""Links to our own page hold an article's id as it is, and its place in code points."""

from service.showing.links import link_article


def test_an_article_is_linked_at_its_passage_or_as_a_whole() -> None:
    assert link_article("http://127.0.0.1:8000", "a:b", 3, 9) == "http://127.0.0.1:8000/?article=a%3Ab&start=3&end=9"
    assert link_article("https://byline.example/in", "a") == "https://byline.example/in/?article=a"
