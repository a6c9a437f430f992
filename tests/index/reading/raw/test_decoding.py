"""Bytes become the text that was meant, and nothing but text does."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ReadError
from index.reading.raw.decoding import decode, looks_binary

RUSSIAN = "Сирийская армия освободила последний оплот боевиков в провинции Хомс, сообщает агентство САНА."
JAPANESE = "シリア軍は日曜日、ホムス県の最後の拠点を奪還したと国営通信が伝えた。"
ENGLISH = "The army entered the town on Sunday, the agency reported, and said nothing of losses. "
SENTENCES = [
    ("cp1252", "“We will not go,” the minister told reporters — it’s €5m too much."),
    ("cp1252", ENGLISH * 20 + "It’s over.\n"),
    ("cp1252", "Der Präsident sagte am Montag, die Lösung müsse für alle gelten; „so geht es nicht“."),
    ("cp1252", "Le président a déclaré à l’agence que l’été serait décisif, « très difficile »."),
    ("cp1252", "El señor Muñoz dijo que la situación será “difícil” mañana."),
    ("cp1250", "Prezydent powiedział, że żołnierze zajęli miasto w niedzielę wieczorem."),
    ("cp1250", "Premiér řekl, že vláda příští týden předloží návrh; „je to důležité“, dodal."),
    ("iso8859_2", "Premiér řekl, že vláda příští týden předloží návrh, dodal mluvčí ministerstva."),
    ("cp1254", "Suriye ordusu pazar günü şehri geri aldı, ajansın bildirdiğine göre çatışmalar sürüyor."),
    ("cp1256", "قال مصدر عسكري لوكالة سانا إن الجيش السوري سيطر على بلدة السخنة في ريف حمص الشرقي."),
    ("cp1255", "צבא סוריה השתלט ביום ראשון על העיירה, כך דיווחה סוכנות הידיעות הרשמית."),
    ("cp1253", "Ο συριακός στρατός ανακατέλαβε την πόλη την Κυριακή, ανέφερε το πρακτορείο."),
    ("cp874", "กองทัพซีเรียยึดเมืองคืนได้ในวันอาทิตย์ สำนักข่าวของรัฐรายงาน"),
    ("koi8_r", RUSSIAN),
    ("cp1251", RUSSIAN),
    ("iso8859_5", RUSSIAN),
    ("cp866", RUSSIAN),
    ("shift_jis", JAPANESE),
    ("euc_jp", JAPANESE),
    ("iso2022_jp", JAPANESE),
    ("gb18030", "据叙利亚国家通讯社报道，叙利亚军队周日收复了霍姆斯省的最后一个据点。"),
    ("big5", "據敘利亞國家通訊社報導，敘利亞軍隊週日收復了荷姆斯省的最後一個據點。"),
    ("euc_kr", "시리아군은 일요일 홈스주의 마지막 거점을 탈환했다고 국영 통신이 전했다."),
]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffd\ufffe\uffff")))
def test_utf8_comes_back_exactly(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
def test_old_encodings_of_news_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_honoured_and_taken_off(encoding: str) -> None:
    assert decode(JAPANESE.encode(encoding)) == JAPANESE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_a_broken_utf16_says_where() -> None:
    with pytest.raises(ReadError, match="mark of UTF-16, but is broken at byte"):
        decode(b"\xff\xfea\x00b")


def test_line_breaks_and_forms_stay_as_they_are() -> None:
    text = "one\r\ntwo\rthree\u2028four\x0bfive\u0085e\u0301 \u00e9"
    assert decode(text.encode()) == text


def test_offsets_count_astral_characters_once() -> None:
    text = decode("\ufeff😀 Homs".encode())
    assert text.index("Homs") == 2


def test_a_page_is_read_in_the_encoding_it_names() -> None:
    page = f'<html><head><meta charset="iso-8859-5"></head><body><p>{RUSSIAN}</p></body></html>'
    assert decode(page.encode("iso8859_5"), html=True) == page
    xml = f'<?xml version="1.0" encoding="Shift_JIS"?><html><body>{JAPANESE}</body></html>'
    assert decode(xml.encode("shift_jis"), html=True) == xml


def test_latin1_of_a_page_means_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Ça va”</p>'
    assert decode(page.encode("cp1252"), html=True) == page


@pytest.mark.parametrize("label", ["unicode_escape", "idna", "zlib", "no-such", "utf-8"])
def test_a_page_that_names_a_wrong_encoding_is_guessed(label: str) -> None:
    page = f'<meta charset="{label}"><p>“We will not go,” he told reporters.</p>'
    assert decode(page.encode("cp1252"), html=True) == page


def test_utf8_cut_in_mid_character_keeps_the_rest() -> None:
    assert decode("“Homs” – Сирийская армия".encode()[:-1]) == "“Homs” – Сирийская арми\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%text", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP"),
        (b"\x89PNG\r\n\x1a\nrest", "a PNG"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (bytes(range(256)) * 200, "looks binary"),
        (b"\x00" * 1000, "looks binary"),
        (b"text\x00\x01\x02" * 100, "looks binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode(data)


def test_one_nul_in_a_long_text_is_no_reason_to_lose_it() -> None:
    assert not looks_binary(ENGLISH * 2 + "\x00")


@pytest.mark.parametrize(
    "data",
    [b"a" * 5_000_000, b"\xe9" * 5_000_000, b"ab\x00" * 1_700_000, b"a" * 4_999_999 + b"\x92", b"a\xe9\n" * 1_600_000],
)
def test_hostile_bytes_take_no_seconds(data: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(ReadError):
        decode(data)
    assert time.process_time() - began < 3
