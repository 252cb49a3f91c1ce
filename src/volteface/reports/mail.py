"""Mail (``.eml``): newsletters, press releases, articles sent on; attachments are files.

The subject is the title. The day of sending counts where the text states no day: an article may
be sent on long after.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from volteface.errors import ReportError
from volteface.records import DateInterval
from volteface.reports.article import Article, extracted, with_title
from volteface.reports.decode import decode
from volteface.reports.mime import content_bytes, parsed
from volteface.reports.page import read_page
from volteface.reports.raw import RawFile, Skipped

if TYPE_CHECKING:
    from email.message import EmailMessage

_SENT_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_COVERING_WORDS = 40
"""A body of fewer words beside attachments is a covering note."""
_IMAGES = frozenset({"image", "audio", "video"})


def read_mail(raw: RawFile) -> Iterator[Article | RawFile | Skipped]:
    """The mail's text, and its attachments as files of their own.

    Raises:
        ReportError: It is no mail, or has neither text nor attachments.
    """
    message = parsed(raw.data)
    if not message.keys():
        raise ReportError("no mail: it has no header lines")
    try:
        attached = list(_attachments(message, raw))
        body = _body(message, raw.path)
    except Exception as error:  # noqa: BLE001 the parser of headers may raise anything
        raise ReportError(f"a mail that cannot be taken apart ({type(error).__name__})") from None
    if body is None and not attached:
        raise ReportError("a mail without text")
    if attached and isinstance(body, Article) and len(body.text.split()) < _COVERING_WORDS:
        yield Skipped(raw.path, "a covering note: its attachments are read")
    elif body is not None:
        yield body
    yield from attached


def _body(message: "EmailMessage", path: str) -> Article | Skipped | None:
    """The mail's own text, or why it cannot be read; None where it has none."""
    try:
        return _article(message, path)
    except ReportError as error:
        return Skipped(path, str(error))


def _article(message: "EmailMessage", path: str) -> Article | None:
    title = _header(message, "subject")
    title = _SENT_ON.sub("", title) or None if title else None
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None or not (data := content_bytes(body)).strip():
        return None
    text = decode(data, body.get_content_charset())
    found_title = None
    if body.get_content_subtype() == "html":
        page = read_page(text)
        text, found_title = page.text, page.title
    title = title or found_title
    return Article(path, extracted(with_title(title, text)), title, sent=_sent(message))


def _attachments(message: "EmailMessage", raw: RawFile) -> Iterator[RawFile | Skipped]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = " ".join((part.get_filename() or "").replace("\\", "/").rsplit("/")[-1].split())
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            data = inner.as_bytes()
            yield RawFile(f"{raw.path}/{number}.eml", data, "mail", sidecar=raw.sidecar)
        elif name and part.get_content_maintype() not in _IMAGES:
            yield RawFile(f"{raw.path}/{name}", content_bytes(part), sidecar=raw.sidecar)


def _sent(message: "EmailMessage") -> DateInterval | None:
    header = message["date"]
    sent = getattr(header, "datetime", None)
    if sent is None:
        return None
    return DateInterval(sent.date(), sent.date(), "day", "the day the mail was sent")


def _header(message: "EmailMessage", name: str) -> str | None:
    return " ".join(str(message[name] or "").split()) or None
