"""Messages of many parts (RFC 2045), as mail and saved web pages are."""

import re
from typing import TYPE_CHECKING

from volteface.errors import ReportError

if TYPE_CHECKING:
    from email.message import EmailMessage, Message


_MOST_HEAD = 200_000
"""Bytes of headers; the parser's work grows with their square."""


def parsed(data: bytes) -> "EmailMessage":
    """The message in a file's bytes; a cut or broken one gives what there is.

    Raises:
        ReportError: Parts inside parts beyond any sense, or headers that cannot be read.
    """
    head = re.split(rb"\r?\n\r?\n", data[: 2 * _MOST_HEAD].lstrip(), maxsplit=1)[0]
    if len(head) > _MOST_HEAD:
        raise ReportError("a message with endless headers: refused")
    # Imported here, as every parser: only who has such files waits for it.
    from email import message_from_bytes, policy  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415

    try:
        message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    except RecursionError:
        raise ReportError("parts inside parts without end: refused") from None
    except Exception as error:  # noqa: BLE001 the parser of headers may raise anything
        raise ReportError(
            f"a message that cannot be taken apart ({type(error).__name__})"
        ) from None
    assert isinstance(message, EmailMessage)
    return message


def content_bytes(part: "Message[str, str] | EmailMessage") -> bytes:
    """A part's content, transfer encoding undone; empty where it has parts of its own."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
