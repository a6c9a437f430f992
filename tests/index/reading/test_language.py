"""The language of a text, and when it is not told."""

import pytest

from index.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army entered the town on Sunday after an intense battle over the weekend.", "en"),
        ("Die Armee marschierte am Sonntag nach schweren Kämpfen in die Stadt ein.", "de"),
        ("L’armée est entrée dimanche dans la ville après une bataille intense.", "fr"),
        ("دخل الجيش المدينة يوم الأحد بعد معركة عنيفة استمرت طوال عطلة نهاية الأسبوع", "ar"),
        ("Армия вошла в город в воскресенье после ожесточённого боя.", "ru"),
    ],
)
def test_a_sentence_is_enough(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    "text", ["", "RT reported", "1234 5678 " * 50, "a" * 5_000_000, "\x00" * 1000, "\u0301" * 1000, "\ud800" * 100]
)
def test_what_is_short_or_no_language_is_not_told(text: str) -> None:
    assert detect_language(text) is None
