"""PDF files: the text layer, by pypdf.

Pictures of pages hold no text; they need text recognition first, which is not done here.
"""

import io
import logging
from collections.abc import Iterator
from math import hypot
from typing import TYPE_CHECKING, Any

from volteface.errors import ReportError
from volteface.reports.article import LIGATURES, Article, extracted
from volteface.reports.printed import paragraphs_of
from volteface.reports.printed_page import Line
from volteface.reports.raw import RawFile, Skipped

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2000
_ENCRYPTED = "an encrypted PDF: print it to a new file without protection"
_NO_TEXT = "a PDF without a text layer (pictures of pages): run text recognition (OCR) on it first"


def read_pdf(raw: RawFile) -> Iterator[Article | Skipped]:
    """The document's text, and a line for each page that cannot be taken apart.

    Raises:
        ReportError: The file is damaged, encrypted, or holds no text.
    """
    # What the parser says of a broken file is said by us, in one line.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = _opened(raw.data)
    pages: list[list[Line]] = []
    damaged = []
    for number in range(1, _page_count(reader) + 1):
        try:
            pages.append(_lines(reader.pages[number - 1]))
        except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
            what = f"a page that cannot be taken apart ({type(error).__name__})"
            damaged.append(Skipped(f"{raw.path}/page {number}", what))
    text = paragraphs_of(pages)
    if not text and damaged:
        raise ReportError(f"a damaged PDF, all of it {damaged[0].reason}")
    if not any(character.isalnum() for character in text):
        raise ReportError(_NO_TEXT)
    yield Article(raw.path, extracted(text))
    yield from damaged


def _opened(data: bytes) -> "PdfReader":
    # Imported here, as every parser: only who has such files waits for it.
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        # Many files are encrypted with an empty password, to forbid copying only.
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
        raise _refusal(error) from None
    if locked:
        raise ReportError(_ENCRYPTED)
    return reader


def _page_count(reader: "PdfReader") -> int:
    try:
        count = len(reader.pages)
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
        raise _refusal(error) from None
    if count > MOST_PAGES:
        raise ReportError(f"a PDF of more than {MOST_PAGES} pages: split it")
    return count


def _refusal(error: Exception) -> ReportError:
    from pypdf.errors import DependencyError  # noqa: PLC0415 loaded with the reader

    # The newer encryptions need a library that is not among the dependencies.
    if isinstance(error, DependencyError):
        return ReportError(_ENCRYPTED)
    what = f"a damaged PDF ({type(error).__name__})"
    return ReportError(f"{what}: open it and print it to a new file")


def _lines(page: "PageObject") -> list[Line]:
    """The page's lines in the order in which they were written."""
    found: list[Line] = []
    open_line: list[tuple[str, float, float, float]] = []

    def end_line() -> None:
        words = " ".join("".join(piece[0] for piece in open_line).translate(LIGATURES).split())
        if words:
            _, x, y, size = next(piece for piece in open_line if piece[0].strip())
            found.append(Line(words, x, y, size))
        open_line.clear()

    def piece(text: str, within: Any, place: Any, _font: object, size: float) -> None:  # noqa: ANN401
        for number, part in enumerate(text.split("\n")):
            if number:
                end_line()
            if part:
                open_line.append((part, *_placed(within, place, size)))

    page.extract_text(visitor_text=piece)
    end_line()
    return found


def _placed(within: list[float], place: list[float], size: float) -> tuple[float, float, float]:
    """Where a piece of text begins on the page and how large its type is, in points.

    Args:
        within: The page's transformation, six numbers (ISO 32000-1, 8.3.4).
        place: The text's transformation inside it.
        size: Of the type, before both.
    """
    a, b, c, d, e, f = within
    x, y = place[4], place[5]
    scale = hypot(place[2] * a + place[3] * c, place[2] * b + place[3] * d)
    return x * a + y * c + e, x * b + y * d + f, abs(size) * scale
