"""A quotation that a person copied, found in the report; never guessed."""

import re

from volteface.errors import UsageError
from volteface.records import Report, Span

_MARKS = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d]', "-": "[-\u2010-\u2014]"}
_MARKS |= dict.fromkeys("\u2018\u2019", _MARKS["'"])
_MARKS |= dict.fromkeys("\u201c\u201d", _MARKS['"'])
_SHOWN = 5


def find_quote(report: Report, quote: str, nth: int | None = None) -> Span:
    """Where the quotation stands in the report's text.

    Line breaks and spaces, and straight or curly marks, need not be the same.

    Args:
        report: Where to look.
        quote: The words.
        nth: Which one of several places, counted from 1.

    Raises:
        UsageError: it stands nowhere, or in several places and ``nth`` is not one of them.
    """
    words = quote.split()
    if not words:
        raise UsageError("the quotation is empty: copy the words from the report")
    pattern = r"\s+".join("".join(_MARKS.get(c, re.escape(c)) for c in word) for word in words)
    spans = [found.span() for found in re.finditer(pattern, report.text)]
    if nth is not None and 1 <= nth <= len(spans):
        return spans[nth - 1]
    if len(spans) == 1 and nth is None:
        return spans[0]
    if not spans:
        raise UsageError(
            f"{report.path} does not have these words: {quote!r}; copy them from the report"
        )
    lines = [str(report.text.count("\n", 0, start) + 1) for start, _ in spans[:_SHOWN]]
    more = ", ..." if len(spans) > _SHOWN else ""
    raise UsageError(
        f"{report.path} has these words in {len(spans)} places (lines {', '.join(lines)}{more}): "
        f"quote more of the sentence, or say which with --nth 1 to {len(spans)}"
    )
