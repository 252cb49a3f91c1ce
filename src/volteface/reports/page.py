"""Web pages: main text, title, date and site name through trafilatura.

The text of the report is what trafilatura takes for the article, one paragraph a line; scripts,
styles, menus and comments never come through. Offsets point into that text.
"""

import logging
import re
from dataclasses import dataclass
from datetime import date

from volteface.errors import ReportError

PAGE_LIMIT = 5_000_000
"""Characters of a page; beyond it there is more machinery than article."""
_TAG = re.compile(r"<[a-zA-Z!/]")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says; None where it does not."""

    text: str
    title: str | None
    published: date | None
    outlet: str | None


def read_page(markup: str) -> Page:
    """The article in a web page.

    Raises:
        ReportError: The page holds no article, or cannot be taken apart.
    """
    if len(markup) > PAGE_LIMIT:
        raise ReportError(f"a web page of more than {PAGE_LIMIT // 1_000_000} million characters")
    if not _TAG.search(markup):
        raise ReportError("named a web page, but holds no markup: name it .txt")
    # Imported here: trafilatura takes 0.4 s, and plain text needs none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    _quieten()
    try:
        found = bare_extraction(
            _without_declaration(markup),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # noqa: BLE001 a foreign parser may raise anything on broken markup
        raise ReportError(
            f"a web page that cannot be taken apart ({type(error).__name__})"
        ) from None
    # The result is untyped; as_dict is off, so it is an object with these attributes.
    text = getattr(found, "text", None)
    if not text or not text.strip():
        raise ReportError("a web page without an article (menus, scripts or a form only)")
    day = getattr(found, "date", None)
    return Page(
        text=text,
        title=_line(getattr(found, "title", None)),
        published=date.fromisoformat(day) if day else None,
        outlet=_line(getattr(found, "sitename", None)),
    )


def _quieten() -> None:
    """What the parsers say of a broken page is said by us, in one line."""
    for name in ("trafilatura", "htmldate", "readability", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _without_declaration(markup: str) -> str:
    """Without ``<?xml encoding=...?>``: lxml refuses it in text that is already decoded."""
    return re.sub(r"\A\ufeff?\s*<\?xml[^>]{0,300}>", "", markup)


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
