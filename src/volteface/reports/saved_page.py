"""Web pages saved with all their parts (MHTML, RFC 2557): the page itself."""

from collections.abc import Iterator

from volteface.errors import ReportError
from volteface.reports.mime import content_bytes, parsed
from volteface.reports.raw import RawFile

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_saved_page(raw: RawFile) -> Iterator[RawFile]:
    """The first web page in the file: its frames and pictures follow it.

    Raises:
        ReportError: There is no page in it.
    """
    for part in parsed(raw.data).walk():
        if part.get_content_type() in _PAGES and (data := content_bytes(part)).strip():
            yield RawFile(raw.path, data, "page", part.get_content_charset(), raw.sidecar)
            return
    raise ReportError("a saved web page (MHTML) without a page in it: save it again")
