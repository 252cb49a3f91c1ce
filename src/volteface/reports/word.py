"""Word documents (``.docx``): the paragraphs and tables of the main text, by python-docx."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from volteface.errors import ReportError
from volteface.reports.article import Article, extracted
from volteface.reports.raw import RawFile

if TYPE_CHECKING:
    from docx.document import Document

UNPACKED_LIMIT = 300_000_000
"""Bytes of all parts of one document, unpacked."""
_DAMAGED = "a damaged Word document: open it and save it anew"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"


def read_word(raw: RawFile) -> Iterator[Article]:
    """The document's text, one paragraph a line with a blank line between.

    Raises:
        ReportError: The file is damaged, or unpacks to more than any document holds.
    """
    if raw.data.startswith(_OLE_MAGIC):
        raise ReportError("an encrypted or old Word document: save it as .docx without a password")
    _refuse_bomb(raw.data)
    # Imported here, as every parser: only who has such files waits for it.
    from docx import Document  # noqa: PLC0415

    try:
        text = "\n\n".join(_paragraphs(Document(io.BytesIO(raw.data))))
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
        raise ReportError(f"{_DAMAGED} ({type(error).__name__})") from None
    yield Article(raw.path, extracted(text))


def _refuse_bomb(data: bytes) -> None:
    """By the sizes that the archive states: no more than those is ever unpacked."""
    import zipfile  # noqa: PLC0415 as every parser

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ReportError(_DAMAGED) from None
    if size > UNPACKED_LIMIT:
        megabytes = UNPACKED_LIMIT // 1_000_000
        raise ReportError(f"refused: a Word document that unpacks to more than {megabytes} MB")


def _paragraphs(document: "Document") -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 loaded with the document

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # A cell that spans columns comes once for each.
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield "\t".join(cell for cell in cells if cell)
        elif block.text.strip():
            yield block.text.strip()
