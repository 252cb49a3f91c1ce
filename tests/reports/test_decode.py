from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.reports.decode import decode, is_html

PROSE = (
    "Le ministre a déclaré que la position n'avait pas changé, et l'été venu, où en est-on ? " * 8
)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_utf8_comes_out_as_it_stands(text: str) -> None:
    """Valid UTF-8 is exactly the file's characters: mark, newlines and odd spaces kept."""
    try:
        assert decode(text.encode()) == text
    except ReportError:
        assert (
            "\x00" in text
            or not any(map(str.isalnum, text))
            or any(c < " " for c in text)
            or "\x7f" in text
        )


def test_mark_newlines_and_spaces_are_kept() -> None:
    """Byte-order mark, CRLF and no-break spaces are characters of the text."""
    text = "\ufeffone\u00a0two\r\nthree\rfour\n"
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_told(encoding: str) -> None:
    """UTF-16 with or without a byte-order mark, and UTF-32 with one."""
    assert decode(PROSE.encode(encoding)) == PROSE


def test_declared_encoding_of_a_page_is_believed() -> None:
    """A charset in the page decides where the bytes are no UTF-8."""
    page = '<html><meta charset="iso-8859-7"><p>Στην Αθήνα είπε</p>'
    assert decode(page.encode("iso-8859-7")) == page


@pytest.mark.parametrize("name", ["no-such-code", "rot13", "iso-9999"])
def test_declared_nonsense_is_passed_over(name: str) -> None:
    """A charset that does not exist, or is no character encoding, falls back to a guess."""
    page = f"<html><meta charset='{name}'><p>{PROSE}</p>"
    assert "ministre" in decode(page.encode("latin-1"))


def test_undeclared_encoding_is_guessed() -> None:
    """Single-byte text is decoded by a guess that gets its accents right."""
    assert decode(PROSE.encode("cp1252")) == PROSE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n123", "PNG"),
        (b"\xff\xd8\xff\xe0 text", "JPEG"),
        (b"\xd0\xcf\x11\xe0 words", "old Office"),
        (b"RIFF1234WEBPVP8 ", "image"),
        (b"BM\x00\x00\x12 words", "bitmap"),
        (b"PK\x03\x04 words", "Office"),
        (b"words\x00words", "null bytes"),
        (b"\xff\x00\xfe\x01\x02 caf\xe9 \x00\x00", "null bytes"),
        (b"\x01\x02\x03\x04\x05 word", "control characters"),
        (b"... --- ...", "no words"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, reason: str) -> None:
    """Empty files, pictures, other documents and binary data are refused with their kind."""
    with pytest.raises(ReportError, match=reason):
        decode(data)


def test_text_that_begins_like_a_bitmap_is_text() -> None:
    """The letters BM alone make no picture."""
    assert decode(b"BMW closed its plant.") == "BMW closed its plant."


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_text_or_refused(data: bytes) -> None:
    """Nothing but a text or a ReportError comes of any bytes."""
    with suppress(ReportError):
        assert decode(data)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("words", "a.HTML", True),
        ("  <!DOCTYPE html><p>", "a.txt", True),
        ("<!-- made by hand -->\n<html>", "a", True),
        ("<?xml version='1.0'?><html>", "a.txt", True),
        ("<!-- -->" * 500 + "words", "a.txt", False),
        ("a < b, said the <html> expert", "a.txt", False),
    ],
)
def test_pages_are_told_by_name_or_beginning(text: str, path: str, expected: bool) -> None:  # noqa: FBT001
    """A page is one by its suffix or by how it begins, not by a tag somewhere."""
    assert is_html(text, path) is expected
