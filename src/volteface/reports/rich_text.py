"""Rich text (``.rtf``) as word processors and news databases write it, by striprtf."""

import re
from collections.abc import Iterator

from volteface.errors import ReportError
from volteface.reports.article import Article, extracted
from volteface.reports.raw import RawFile

_CELL = re.compile(r"\\(?:nest)?cell\b ?")
_LINK = re.compile(r"\bHYPERLINK\b", re.IGNORECASE)
_FAR = re.compile(r"(?<!\\)(?=\{\\field|\\f\d)")
_DATA = re.compile(r"\\bin(\d{1,9}) ?")
_MANY_BREAKS = re.compile(r"\n[ \t]*\n\s*")


def read_rich_text(raw: RawFile) -> Iterator[Article]:
    """The document's text, a line a paragraph.

    Raises:
        ReportError: The file cannot be taken apart, or holds no words.
    """
    # Imported here, as every parser: only who has such files waits for it.
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    # Rich text is ASCII by its rules; other bytes stand in the code page that most files have.
    markup = _without_data(raw.data.decode("cp1252", "replace"))
    # The parser would print the addresses behind links. Line breaks, which say nothing, keep its
    # searches for the ends of fields and names of fonts from running on to the end of the file.
    markup = _LINK.sub("LINK", _CELL.sub(r"\\tab ", _FAR.sub("\n", markup)))
    try:
        text = rtf_to_text(markup, errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken input
        reason = f"a damaged rich-text document ({type(error).__name__}): save it anew"
        raise ReportError(reason) from None
    yield Article(raw.path, _MANY_BREAKS.sub("\n\n", extracted(text)).strip())


def _without_data(markup: str) -> str:
    """Without embedded binary data, whose length its mark gives."""
    pieces = []
    at = 0
    for mark in _DATA.finditer(markup):
        if mark.start() >= at:
            pieces.append(markup[at : mark.start()])
            at = mark.end() + int(mark[1])
    return "".join([*pieces, markup[at:]])
