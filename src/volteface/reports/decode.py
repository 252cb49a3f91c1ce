"""From bytes to text: UTF-8 first, then what the bytes themselves say, then a guess.

Text that is valid UTF-8 comes out as ``open(path, encoding="utf-8", newline="").read()`` would
give it: byte-order mark, newlines and no-break spaces are kept, because offsets point into it.
"""

import codecs
import re

from volteface.errors import ReportError

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as .docx or text first"),
    (b"PK\x03\x04", "an Office document or archive: save it as .docx or text, or name it .zip"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_WEBP = re.compile(rb"RIFF....(WEBP|AVI |WAVE)", re.DOTALL)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})"""
)
_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Python knows codecs that are no character encodings; a page may name one.
_KNOWN = re.compile(
    r"utf|iso|windows|cp|koi|mac|gb|big5|euc|shift|latin|us-ascii|ascii|tis|viscii|hz|johab"
)
_MOST_CONTROL = 0.02
_HEAD = 4096
_GUESS = 100_000
"""Bytes that a guess at the encoding looks at."""
_USUAL = "cp1252"
"""Of the single-byte encodings that fit alike, the one in which most Western text was written."""
_UTF16_NULLS = 0.2
_FEW_NULLS = 3


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file's bytes.

    Args:
        data: The file.
        declared: The encoding that came with it, believed where the bytes are no UTF-8.

    Raises:
        ReportError: The file is empty, an image, a document of another kind, or binary.
    """
    if not data.strip():
        raise ReportError("empty file")
    if _WEBP.match(data):
        raise ReportError("an image, sound or film")
    # A short text may begin with "BM" by chance; a picture holds null bytes.
    for magic, what in _MAGIC:
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:64]):
            raise ReportError(what)
    text = _decoded(data, declared)
    if "\x00" in text:
        raise ReportError("holds null bytes: binary, or damaged text")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise ReportError("binary: too many control characters for a text")
    if not any(character.isalnum() for character in text):
        raise ReportError("no words in it")
    return text


def is_html(text: str, path: str) -> bool:
    """Whether the file is a web page: by its name, or by how it begins."""
    return path.lower().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.match(text[:_HEAD]))


def _decoded(data: bytes, declared: str | None) -> str:
    for encoding in _candidates(data, declared):
        try:
            return data.decode(encoding)
        # LookupError: a page may declare an encoding that does not exist.
        except (UnicodeError, LookupError, ValueError):
            continue
    return _guessed(data)


def _candidates(data: bytes, declared: str | None) -> list[str]:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return ["utf-32"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    found = ["utf-8"]
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > _FEW_NULLS + _UTF16_NULLS * len(sample) and min(even, odd) <= 1:
        # Every other byte is null: UTF-16 that lost its byte-order mark.
        return ["utf-16-le" if odd > even else "utf-16-be"]
    in_page = _CHARSET.search(sample.lower())
    names = (declared or "", in_page[1].decode("ascii", "replace") if in_page else "")
    return found + [name for name in names if _KNOWN.match(name.lower())]


def _guessed(data: bytes) -> str:
    # Imported here: the guess is needed for a few old files only.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    if b"\x00" in data:
        raise ReportError("holds null bytes: binary, or damaged text")
    guesses = [guess.encoding for guess in from_bytes(data[:_GUESS])]
    if not guesses:
        raise ReportError("binary, or in an encoding that cannot be told")
    # The sample may end inside a character, and its encoding need not fit every later byte.
    return data.decode(_USUAL if _USUAL in guesses else guesses[0], "replace")
