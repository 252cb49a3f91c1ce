"""One report's text as it comes out of a file, before boilerplate and dates are looked at."""

import re
from dataclasses import dataclass

from volteface.errors import ReportError
from volteface.records import DateInterval

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SOFT_HYPHEN = "\u00ad"
LIGATURES = str.maketrans(
    dict(
        zip(
            "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
            ("ff", "fi", "fl", "ffi", "ffl", "st", "st"),
            strict=True,
        )
    )
)
"""Letters that print joined, to the letters themselves."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what the file says of it; None where it does not.

    ``path`` is the file's path and, in a file of many articles, the article's number behind it.
    ``published`` is the day that the file states for it. ``sent`` is a day on which it was passed
    on, which counts only where the text states none.
    """

    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: DateInterval | None = None
    sent: DateInterval | None = None


def extracted(text: str) -> str:
    """Text taken out of a document: no control characters, ligatures or halves of characters.

    Raises:
        ReportError: There are no words in it.
    """
    text = _CONTROL.sub("", text).translate(LIGATURES).replace(_SOFT_HYPHEN, "")
    # Halves of one character that a document gave one by one are put together, others replaced.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if not any(character.isalnum() for character in text):
        raise ReportError("no words in it")
    return text


def with_title(title: str | None, text: str) -> str:
    """The text with its title as first paragraph, unless it begins with it."""
    if title is None or text.lstrip().casefold().startswith(title.casefold()):
        return text
    return f"{title}\n\n{text}"
