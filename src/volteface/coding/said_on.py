"""When was it said: dates in the sentence, relative to the report's own date.

Every answer says its basis. A weekday is the last such day before publication or the day itself;
nothing is made narrower than the text allows.
"""

import re
from dataclasses import replace
from datetime import timedelta

from volteface.coding.calendar_words import READERS
from volteface.records import DateInterval

_SINCE = re.compile(r"\b(?:ever )?since\s+(?:the\s+)?$", re.IGNORECASE)
_DEFAULT_DAYS = 7


def dates_in(text: str, published: DateInterval | None) -> list[tuple[int, DateInterval]]:
    """Every date expression of the text with its offset, in order.

    What holds *since* a date reaches from it to publication.

    Args:
        text: A sentence or paragraph.
        published: The report's own date; without it only absolute dates can be told.
    """
    found: list[tuple[int, int, DateInterval]] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            when = read(match, published)
            if when is None or any(s < end and start < e for s, e, _ in found):
                continue
            since = match.group().lower().startswith("since") or _SINCE.search(text[:start])
            if since and published is not None and published.latest > when.latest:
                when = replace(
                    when,
                    latest=published.latest,
                    precision="interval",
                    basis=f"since {when.basis}",
                )
            found.append((start, end, when))
    return [(start, when) for start, _, when in sorted(found, key=lambda item: item[0])]


def said_by_default(published: DateInterval | None) -> DateInterval | None:
    """Speech with no date of its own: the week up to publication."""
    if published is None:
        return None
    return DateInterval(
        published.earliest - timedelta(days=_DEFAULT_DAYS - 1),
        published.latest,
        "interval",
        f"no date given: the week to publication ({published.basis})",
    )
