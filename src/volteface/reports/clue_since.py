"""Clues from how long before or after an event a report was written, or on which anniversary.

"Two weeks since the Lorn summit" gives the report's day from the summit's; "two weeks after" gives
the earliest, unless the sentence is told in the present.
"""

import re
from collections.abc import Iterator
from datetime import date

from volteface.records import Span
from volteface.reports.clue import HABIT, Clue, Days, shifted
from volteface.reports.dates import add_months
from volteface.reports.tense import OVER, tense_at
from volteface.reports.time_words import NUMBER, Held, length_of

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    "tenth",
)
"""The words for 1st to 10th."""
ABOUT = r"(?:\b(?P<about>nearly|almost|less than|more than|over|at least|about|around|some) )?"
"""A pattern for how a count is rounded."""
LESS = frozenset({"nearly", "almost", "less than"})
"""Words of rounding up."""
_NAME_WORDS = r"(?:the\s+|a\s+|its\s+|his\s+)?(?:[\w.'\u2019-]+\s+){0,2}$"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_SINCE = re.compile(
    rf"{ABOUT}\b{NUMBER} {_UNIT} (?P<link>since|after|on from|into)\s+{_NAME_WORDS}", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b{NUMBER} {_UNIT} (?:before|ahead of|away from)\s+{_NAME_WORDS}", re.IGNORECASE
)
ANNIVERSARY = rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d\d?(?:st|nd|rd|th)) anniversary of"
"""A pattern for "the second anniversary of"."""
_ANNIVERSARY = re.compile(rf"{ANNIVERSARY}\s+{_NAME_WORDS}", re.IGNORECASE)
_GOES_ON = re.compile(r"[^.\n]{0,80}?,?\s(?:is|are|has|have|remains?|still)\b")
"""A sentence told in the present: what it counts from goes on to the report's own day."""
_REACH = 80
_AROUND = 31
"""Days around an anniversary in which reports speak of it."""


def since_clues(text: str, start: int, words: str, held: tuple[Held, ...]) -> Iterator[Clue]:
    """Clues from how long after an event, named at ``start``, the report was written.

    Args:
        text: What the report says.
        start: Where the event is named.
        words: How a reader is told of the event.
        held: The days on which it may have been.
    """
    before = text[max(0, start - _REACH) : start]
    if found := _SINCE.search(before):
        length, slack = length_of(found)
        slack += length // 8
        less = (found["about"] or "").lower() in LESS
        open_end = found["link"].lower() == "after" and not _GOES_ON.match(text, start)
        days: Days = tuple(
            (
                shifted(first, length * 2 // 3 - slack if less else length - slack),
                date.max if open_end else shifted(last, length + slack),
            )
            for first, last in held
        )
        said = f'"{" ".join(found.group().split())}" {words}'
        yield Clue(days, said, HABIT, f"since {words}", start)
    if found := _BEFORE.search(before):
        length, slack = length_of(found)
        days = tuple((shifted(a, -length - slack), shifted(a, slack - length)) for a, _ in held)
        said = f'"{" ".join(found.group().split())}" {words}'
        yield Clue(days, said, HABIT, f"before {words}", start)
    if found := _ANNIVERSARY.search(before):
        begins = start - len(before)
        span = begins + found.start(), begins + found.end()
        yield anniversary(text, span, ordinal(found["nth"]), words, held)


def anniversary(text: str, span: Span, years: int, words: str, held: tuple[Held, ...]) -> Clue:
    """The clue from an anniversary: around it, or from then on where it is told as past.

    Args:
        text: What the report says.
        span: Where it names the anniversary.
        years: Which one.
        words: How a reader is told of the event.
        held: The days on which that may have been.
    """
    told = tense_at(text, *span) in OVER
    days = tuple(
        (
            shifted(add_months(first, 12 * years), -_AROUND),
            date.max if told else shifted(add_months(last, 12 * years), _AROUND),
        )
        for first, last in held
    )
    said = f'"{" ".join(text[slice(*span)].split())}" {words}'
    return Clue(days, said, HABIT, f"anniversary {words}", span[0])


def ordinal(written: str) -> int:
    """The number that "third" or "3rd" says."""
    word = written.lower()
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
