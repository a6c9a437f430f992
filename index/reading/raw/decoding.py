"""Bytes to text, once and for good: which encoding, and what is no text at all; opens no files."""

import codecs
import re
from collections import Counter
from operator import itemgetter

from index.errors import ReadError

# What a file of another kind begins with, and what to call it.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an office document, which is one)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b\x08", "gzip data (its name should end in .gz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich text (RTF) document"),
)

# UTF-32 before UTF-16, whose little-endian mark begins the other's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Encodings that a page may name and that may be guessed. Others are historical, or (idna, unicode_escape) no
# encodings of pages at all, and some of those take quadratic time.
_KNOWN_NAMES = """
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 koi8_r koi8_u iso8859_2 iso8859_3
    iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16
    mac_cyrillic cp932 euc_jp iso2022_jp gb18030 big5 cp949
"""
_KNOWN = frozenset(_KNOWN_NAMES.split())
# Browsers read the older names as these supersets; pages are written to what browsers do.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5hkscs": "big5",
}

# Letters beyond ASCII that each language writes, under the code pages it was written in. Where several
# readings are equally good the first wins. charset-normalizer alone takes English with one curly quote for
# Chinese, and Spanish for Polish.
_WESTERN = "áéíñóúü àâæçéèêëîïôœùûüÿ äöüßé ãáàâçéêíóôõúü àèéìîòóù åäöæøéü áðéíóúýþæö àçéèíïóòúü"
_CENTRAL = "ąćęłńóśźż áčďéěíľĺňóôřŕšťúůýžä áéíóöőúüű ăâîşţ čćđšž"
_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cp1252", tuple(_WESTERN.split())),
    ("cp1250", tuple(_CENTRAL.split())),
    ("iso8859_2", tuple(_CENTRAL.split())),
    ("cp1254", ("çğıöşüâîû",)),
)
_LATIN_PUNCTUATION = frozenset("\xa0­‘’‚‛“”„‹›«»–—…•·¡¿€£¥¢§©®™°ºª½¼¾×†‡′″")

_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]+")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,500}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""", re.I
)
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 16 * 1024
_MAX_CONTROL = 0.01  # share of control and replacement characters above which nothing is text
_MAX_LATIN = 0.25  # share of bytes beyond ASCII among the letters of text in Latin script
_MIN_LATIN = 0.9  # share of characters beyond ASCII that must be letters of the language


def decode(data: bytes, *, path: str = "text", html: bool = False) -> str:
    """Decode bytes as they stand: a byte order mark is taken off, nothing else is changed.

    In order: a byte order mark, UTF-8, for HTML the encoding that the page names, then a guess; the same bytes
    always give the same text. Raises ReadError for what is not text, saying what it looks like.
    """
    refuse_binary(data, path)
    text = _decode_sure(data, path)
    if text is None and html:
        text = _decode_named(data)
    if text is None:
        text = _decode_guess(data)
    if text is None or looks_binary(text):
        raise ReadError(path, "looks binary, or is text in an unknown encoding; UTF-8 is right")
    return text


def refuse_binary(data: bytes, path: str, place: str | None = None) -> None:
    """Raise ReadError when the bytes begin as another kind of file does, and say which."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise ReadError(path, f"looks like {name}, not like text", place)


def looks_binary(text: str) -> bool:
    """Tell whether more than one character and 1 % of all are controls (white space apart) or replacements."""
    return len(text) - len(_CONTROL.sub("", text)) > 1 + _MAX_CONTROL * len(text)


def marked_encoding(data: bytes) -> str | None:
    """Name the encoding that a byte order mark at the beginning of the data tells, as in "UTF-16"."""
    return next((encoding[:6].upper().rstrip("-") for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decode_sure(data: bytes, path: str) -> str | None:
    """Decode what says what it is: a byte order mark, or bytes that hardly another encoding makes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"begins with the mark of {marked_encoding(data)}, but is broken at byte {error.start}"
                raise ReadError(path, reason) from error
    if wide := _unmarked_utf16(data):
        return _try(data, wide)
    if b"\x1b$" in data and (text := _try(data, "iso2022_jp")) is not None:
        return text
    text = _try(data, "utf-8")
    return _mend_utf8(data) if text is None else text


def _unmarked_utf16(data: bytes) -> str | None:
    """Name the UTF-16 that text of mostly Latin script is in: nearly every other byte is nought."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if not half or len(data) % 2 or max(even, odd) < half / 2 or min(even, odd) > half / 50:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mend_utf8(data: bytes) -> str | None:
    """Decode UTF-8 with few broken bytes, as U+FFFD: a text cut in mid character, or pieced together."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if whole and broken <= 1 + whole // 10 else None


def _decode_named(data: bytes) -> str | None:
    """Decode a page with the encoding it names itself, when that is one and nearly all of the page is in it."""
    found = _CHARSET.search(data, 0, _HEAD_BYTES)
    encoding = _known_encoding(found[1].decode("ascii", "replace")) if found else None
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= len(text) * _MAX_CONTROL else None


def _known_encoding(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name.replace("-", "_")
    except LookupError:
        return None
    name = _SUPERSETS.get(name, name)
    return name if name in _KNOWN else None


def _decode_guess(data: bytes) -> str | None:
    """Decode with the likeliest encoding, judged on lines that have bytes beyond ASCII; None when none fits."""
    lines = _telling_lines(data)
    encoding = _guess_latin(lines) or _guess_any(lines)
    return data.decode(encoding, "replace") if encoding else None


def _telling_lines(data: bytes) -> bytes:
    """The lines with bytes beyond ASCII, from the first such byte of a line on, until there are enough."""
    size, lines = 0, []
    for line in data.split(b"\n"):
        if first := _HIGH.search(line):
            start = max(0, first.start() - 500)
            lines.append(line[start : start + _SAMPLE_BYTES - size])
            size += len(lines[-1])
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(lines)


def _guess_latin(lines: bytes) -> str | None:
    """Name the code page of text in Latin script: the one that makes letters and punctuation of a language."""
    high = len(_HIGH.findall(lines))
    letters = len(_LETTER.findall(lines))
    if not high or high > _MAX_LATIN * (high + letters):
        return None
    scores = []
    for encoding, alphabets in _LATIN:
        counts = Counter(character for character in (_try(lines, encoding) or "").lower() if character > "\x7f")
        for alphabet in alphabets:
            fitting = sum(n for c, n in counts.items() if c in alphabet or c in _LATIN_PUNCTUATION)
            scores.append((fitting / high, encoding))
    best, encoding = max(scores, key=itemgetter(0))  # of equals, the first
    return encoding if best >= _MIN_LATIN else None


def _guess_any(lines: bytes) -> str | None:
    from charset_normalizer import from_bytes

    # The last character may be cut: of up to four bytes, so one of four ends is a whole one.
    cuts = range(4) if len(lines) >= _SAMPLE_BYTES else range(1)
    matches = [from_bytes(lines[: len(lines) - cut], cp_isolation=sorted(_KNOWN)).best() for cut in cuts]
    found = [match for match in matches if match is not None]
    return min(found, key=lambda match: (match.chaos, -match.coherence)).encoding if found else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
