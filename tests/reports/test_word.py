import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.reports import word
from volteface.reports.article import Article
from volteface.reports.raw import RawFile
from volteface.reports.word import read_word

Docx = Callable[..., bytes]


def refused(data: bytes) -> str:
    """Why the document is refused."""
    with pytest.raises(ReportError) as caught:
        list(read_word(RawFile("a.docx", data)))
    return str(caught.value)


def test_paragraphs_and_tables_come_in_order(docx: Docx) -> None:
    """A blank line parts paragraphs, a tab the cells of a row; empty paragraphs are left out."""
    data = docx("Brand rules out mediators", "", "She said no.", [["Lorn", "4 June"], ["x", "y"]])
    (found,) = read_word(RawFile("a.docx", data))
    assert found == Article(
        "a.docx", "Brand rules out mediators\n\nShe said no.\n\nLorn\t4 June\n\nx\ty"
    )


def test_document_without_words_says_so(docx: Docx) -> None:
    """A document of pictures only has nothing to read."""
    assert refused(docx("", "...")) == "no words in it"


@pytest.mark.parametrize("data", [b"PK\x03\x04 words", b"no zip at all"])
def test_damaged_document_says_so(data: bytes) -> None:
    """What cannot be unpacked is damaged."""
    assert refused(data).startswith("a damaged Word document")


def test_document_without_its_text_is_damaged(docx: Docx) -> None:
    """A part of the archive that is gone, or is no XML, is one line."""
    whole = docx("She said no.")
    for name, content in (("word/document.xml", b"<w:document>"), ("[Content_Types].xml", None)):
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
            for part in old.namelist():
                if part != name:
                    new.writestr(part, old.read(part))
                elif content is not None:
                    new.writestr(part, content)
        assert refused(buffer.getvalue()).startswith("a damaged Word document: open it")


def test_encrypted_or_old_document_says_so() -> None:
    """A document with a password, or of the older kind, is no zip archive inside."""
    assert "without a password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_bomb_is_refused_unopened(docx: Docx, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that states a size beyond any text is not unpacked."""
    monkeypatch.setattr(word, "UNPACKED_LIMIT", 1000)
    assert "unpacks to more than" in refused(docx("She said no."))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_anywhere_never_raises(docx: Docx, data: st.DataObject) -> None:
    """Bytes changed anywhere give a text or a reason."""
    content = bytearray(docx("She said no."))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReportError):
        assert all(isinstance(one, Article) for one in read_word(RawFile("a", bytes(content))))
