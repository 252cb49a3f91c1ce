"""Clues from the dates that a report gives: full, without their year, or a month or season alone.

A day that the report tells of as past was; one that it awaits was not. Without a year a date is
the nearest one, as reporting means it: within some months on the side that the verbs say, and, with
a weekday, in a year in which the two agree.

The weights follow the share of dates in 924 dated newspaper articles (the training and development
parts of PolNeAR, Newell et al. 2018) that a rule puts on the wrong side of publication.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from volteface.records import Span
from volteface.reports.clue import (
    CERTAIN,
    HABIT,
    LIKELY,
    MOST_MENTIONS,
    Clue,
    Days,
    not_after,
    not_before,
    shifted,
)
from volteface.reports.dates import SEASONS, DateMention, add_months, date_mentions
from volteface.reports.relation import applied, relations_beside
from volteface.reports.tense import OVER, Tense, tense_at

_YEAR_CUE = re.compile(
    r"\b(?:since|in|from|during|after|early|late|mid"
    r"|(?:end|start|beginning|middle|spring|summer|autumn|fall|winter) of)[ -]$",
    re.IGNORECASE,
)
_MONTH_CUE = re.compile(r"\b(?:in|since|of|during|from|early|late|mid)[ -]$", re.IGNORECASE)
_HAS_DONE = re.compile(
    r"\b(?:has|have)\s+(?:(?:\w+ly|also|already|twice)\s+)?(?!been\b)\w+(?:\s+[\w'\u2019-]+){0,4}"
    r"\s+in\s$"
)
_DATELINE = re.compile(r"\s*(?:\([^()]{2,40}\)\s*)?(?:--?|\u2014|\u2013)\s")
_DATELINE_REACH = 40
_NAMED_AFTER = re.compile(
    r"\s+(?:terror(?:ist)?\s+|suicide\s+|deadly\s+)?(?:attacks?|bombings?|massacre|movement"
    r"|alliance|coalition|bloc|coup|uprising|revolution|brigades?|martyrs|forces)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(rf"\b(?P<which>this|last) (?P<season>{'|'.join(SEASONS)})\b", re.IGNORECASE)
_SEPTEMBER_11 = (9, 11)
"""A day that has become a name."""
_WIDE = 300
"""Days in which nine past dates of ten without a year lie, and more of the months."""
_USUAL = 90
_USUAL_WEIGHT = 1.0
"""Days in which three past dates of four without a year lie, and what that weighs."""
_AWAITED = 200
"""Days ahead to which nine awaited dates of ten without a year lie."""
_MONTH_AHEAD = 2.0
"""One awaited month of ten is none: too little to be believed alone."""
_AFTER_MONTH = 10
"""Days after a month's end for which "has met in May" is still said of it."""
_OPEN = 1.6
"""A date with its year and no verb that places it: four in five are past."""
_SEASON_AHEAD, _SEASON_AFTER = 210, 120
"""Days before and after a season for which it is "this" one."""


def date_clues(text: str, years: Sequence[int], captions: Sequence[Span] = ()) -> Iterator[Clue]:
    """Clues from every date in the text.

    Args:
        text: What the report says.
        years: In which a date without its year may lie.
        captions: Where pictures are described: their days are over, in whatever tense.
    """
    yield from _season_clues(text, years)
    with_year: int | None = None
    for mention in islice(date_mentions(text), MOST_MENTIONS):
        start, end = mention.span
        paragraph = text.rfind("\n", 0, start)
        pictured = any(first <= start < last for first, last in captions)
        tense: Tense = "past" if pictured else tense_at(text, start, end)
        if mention.readings:
            with_year = paragraph if tense != "future" else with_year
            yield from _with_year(text, mention, tense)
        # "In 2011 ... On 4 March": the year goes on until the paragraph ends.
        elif with_year != paragraph and not _is_name(text, mention):
            yield from _without_year(text, mention, tense, years)


def _with_year(text: str, mention: DateMention, tense: Tense) -> Iterator[Clue]:
    start = mention.span[0]
    first = min(reading[0] for reading in mention.readings)
    last = max(reading[1] for reading in mention.readings)
    words, source = f'"{mention.words}"', f"date {first}"
    if mention.precision == "year":
        if tense in OVER and _YEAR_CUE.search(text[max(0, start - 14) : start]):
            yield Clue(not_before(first), words, LIKELY, source, start)
    elif tense == "future":
        yield Clue(not_after(last), f"{words} to come", HABIT, source, start)
    else:
        yield Clue(not_before(first), words, CERTAIN if tense in OVER else _OPEN, source, start)


def _without_year(
    text: str, mention: DateMention, tense: Tense, years: Sequence[int]
) -> Iterator[Clue]:
    start, end = mention.span
    before = text[max(0, start - 80) : start]
    held = [found for year in years if (found := mention.in_year(year)) is not None]
    exact = mention.day is not None
    if not held or not (exact or _MONTH_CUE.search(before)):
        return
    words, source = f'"{mention.words}"', f"{mention.month}-{mention.day} {tense}"

    def clue(back: int, ahead: int, weight: float, said: str = words) -> Clue:
        days = tuple((shifted(a, back), shifted(a if exact else b, ahead)) for a, b in held)
        return Clue((*_beyond(years), *days), said, weight, f"{source} {weight}", start)

    if not exact and tense == "perfect" and _HAS_DONE.search(before):
        yield clue(0, _AFTER_MONTH, HABIT, f"{words} of what has happened in it")
    elif tense in OVER:
        yield clue(0, _WIDE, HABIT if exact else LIKELY)
        if exact:
            yield clue(0, _USUAL, _USUAL_WEIGHT)
    elif tense == "future":
        yield clue(-_AWAITED, 0, HABIT if exact else _MONTH_AHEAD, f"{words} to come")
    if mention.weekday is not None and tense != "future":
        yield clue(0, _USUAL, LIKELY)
    for relation in relations_beside(text, start, end):
        said = f'{words} with "{relation.words}"'
        tied = (*_beyond(years), *applied(relation, held))
        yield Clue(tied, said, relation.weight, f"{source} related", start)


def _season_clues(text: str, years: Sequence[int]) -> Iterator[Clue]:
    """The summer is "this" one in it, some months before, and some after."""
    for found in islice(_SEASON.finditer(text), MOST_MENTIONS):
        tense = tense_at(text, *found.span())
        back = 0 if tense in OVER else -_SEASON_AHEAD
        ahead = 0 if tense == "future" else _SEASON_AFTER
        begins = [date(year, SEASONS[found["season"].lower()], 1) for year in years]
        days = tuple(
            (shifted(first, back), shifted(add_months(first, 3), ahead)) for first in begins
        )
        words = f'"{" ".join(found.group().split())}"'
        yield Clue((*_beyond(years), *days), words, HABIT, f"season {words.lower()}", found.start())


def _beyond(years: Sequence[int]) -> Days:
    """Outside the years that are looked at, what comes every year may lie anywhere."""
    return (*not_after(date(min(years) - 1, 12, 31)), *not_before(date(max(years) + 1, 1, 1)))


def _is_name(text: str, mention: DateMention) -> bool:
    """Whether it names something, or heads the report as its dateline."""
    start, end = mention.span
    line = text.rfind("\n", 0, start) + 1
    return bool(
        (mention.month, mention.day) == _SEPTEMBER_11
        or _NAMED_AFTER.match(text, end)
        or (start - line < _DATELINE_REACH and _DATELINE.match(text, end))
    )
