import io
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.reports import pdf as reader
from volteface.reports.article import Article
from volteface.reports.pdf import read_pdf
from volteface.reports.raw import RawFile, Skipped

Pdf = Callable[..., bytes]
PAGE = [
    ("Brand rules out mediators", 72, 720, 20),
    ("Foreign Minister Ilse Brand told reporters that the nego-", 72, 690, 11),
    ("tiations would (at last) begin.", 72, 676, 11),
    ("Rebels said no.", 72, 640, 11),
]


def reason(data: bytes) -> str:
    """Why the file is refused."""
    with pytest.raises(ReportError) as caught:
        list(read_pdf(RawFile("a.pdf", data)))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_text_layer_comes_out_as_paragraphs(pdf: Pdf) -> None:
    """Lines are joined, broken words mended, headline and paragraphs parted."""
    (found,) = read_pdf(RawFile("a.pdf", pdf([PAGE])))
    assert isinstance(found, Article)
    assert found.text == (
        "Brand rules out mediators\n\nForeign Minister Ilse Brand told reporters that the "
        "negotiations would (at last) begin.\n\nRebels said no."
    )


def test_places_count_every_transformation(pdf: Pdf) -> None:
    """Half the size drawn twice as large has the same paragraphs."""
    small = [(text, x / 2, y / 2, size / 2) for text, x, y, size in PAGE]
    found = [*read_pdf(RawFile("a", pdf([PAGE]))), *read_pdf(RawFile("a", pdf([small], scale=2)))]
    assert found[0] == found[1]


def test_pictures_of_pages_have_no_text(pdf: Pdf) -> None:
    """Pages without letters ask for text recognition."""
    assert "without a text layer" in reason(pdf([[], []]))
    assert "OCR" in reason(pdf([[("--- 12 ---", 72, 30, 9)]]))


def test_encrypted_file_says_so(pdf: Pdf) -> None:
    """A password is asked for in one line; an empty one needs nothing."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 slow, and only this test needs it

    found = []
    for password in ("secret", ""):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([PAGE]))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        buffer = io.BytesIO()
        writer.write(buffer)
        found.append(buffer.getvalue())
    assert reason(found[0]) == "an encrypted PDF: print it to a new file without protection"
    (article,) = read_pdf(RawFile("a.pdf", found[1]))
    assert isinstance(article, Article)
    assert "negotiations" in article.text


def test_encryption_that_needs_another_library_says_so(
    pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newer encryptions are no damage."""
    from pypdf.errors import DependencyError  # noqa: PLC0415 slow, and only this test needs it

    def fail(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required")

    monkeypatch.setattr("pypdf.PdfReader.__init__", fail)
    assert "encrypted" in reason(pdf([PAGE]))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7 words words", b"words" * 50])
def test_damaged_file_says_so(data: bytes) -> None:
    """What is no PDF inside is one line."""
    assert reason(data).startswith("a damaged PDF (")


def test_damaged_page_costs_only_itself(pdf: Pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other pages are read and the damaged one is named; none at all refuses the file."""
    lines = reader._lines  # noqa: SLF001 a page that breaks the parser is hard to come by
    count = iter(range(1, 9))

    def fail_at_second(page: object) -> object:
        if next(count) == 2:
            raise KeyError("/Font")
        return lines(page)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "_lines", fail_at_second)
    article, skipped = read_pdf(RawFile("a.pdf", pdf([PAGE, PAGE, PAGE])))
    assert isinstance(article, Article)
    assert skipped == Skipped("a.pdf/page 2", "a page that cannot be taken apart (KeyError)")
    count = iter([2])
    assert reason(pdf([PAGE])) == (
        "a damaged PDF, all of it a page that cannot be taken apart (KeyError)"
    )


def test_book_is_refused(pdf: Pdf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more pages than any collection of reports is to be split."""
    monkeypatch.setattr(reader, "MOST_PAGES", 1)
    assert reason(pdf([PAGE, PAGE])) == "a PDF of more than 1 pages: split it"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere_never_raises(pdf: Pdf, data: st.DataObject) -> None:
    """Bytes changed or cut anywhere give a text or a reason."""
    content = bytearray(pdf([PAGE]))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReportError):
        cut = data.draw(st.integers(len(content) // 2, len(content)))
        for found in read_pdf(RawFile("a.pdf", bytes(content[:cut]))):
            assert isinstance(found, Article | Skipped)
