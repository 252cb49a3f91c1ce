"""Clues from what comes again: summits, elections, games, fasts and feasts.

Which time is meant, the report says by a year, a day or a place beside the name; where it does not,
every time counts, and other clues leave one of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from volteface.reports.almanac import Meeting, Series, series
from volteface.reports.clue import (
    HABIT,
    LIKELY,
    MOST_MENTIONS,
    Clue,
    Days,
    not_after,
    not_before,
    shifted,
)
from volteface.reports.clue_since import since_clues
from volteface.reports.dates import DateMention, date_mentions
from volteface.reports.relation import applied, relations, relations_at
from volteface.reports.tense import Tense, sentence_span, tense_of_event
from volteface.reports.time_words import Held

_ANNOUNCED = 400
"""Days before a meeting from which on its place is known."""
_OUTCOME = re.compile(
    r"\b(?:results?|outcome|winner|victory|aftermath|wake) (?:of|in) (?:the |its |this )?"
    r"(?:[\w.]+ )?$",
    re.IGNORECASE,
)
_OUTCOME_DAYS = 120
"""Days for which the outcome of an election is spoken of as one."""
_AROUND_DAY = (-200, 300)
"""Days around an event in which a report gives its day without the year."""
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d) (?:[\w.'\u2019-]+ ){0,2}$")
_NEAR = 40
"""Characters around a name in which words belong to it."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The times that a mention may mean, and by what it tells them: a place, a day without year."""

    meetings: Sequence[Meeting]
    place: str | None = None
    by_day: bool = False


def series_clues(text: str) -> Iterator[Clue]:
    """Clues from every mention of what comes again."""
    for one in series():
        for match in islice(one.pattern.finditer(text), MOST_MENTIONS):
            yield from _clues(text, match, one)


def _clues(text: str, match: re.Match[str], one: Series) -> Iterator[Clue]:
    start, end = match.span()
    meant = _meant(one.meetings, text, start, end)
    if not meant.meetings:
        return
    held = tuple(meeting.days for meeting in meant.meetings)
    words = f'"{" ".join(match.group().split())}"'
    tense = tense_of_event(text, start, end)
    if len(held) < len(one.meetings):
        words += f" ({', '.join(str(first) for first, _ in held)})"
        yield from _of_known(held, words, tense, start)
    if meant.by_day:
        yield _clue(_widened(held, *_AROUND_DAY), HABIT, f"{words} by its day", start)
    if _OUTCOME.search(text[max(0, start - _NEAR) : start]):
        yield _clue(_widened(held, 0, _OUTCOME_DAYS), HABIT, f"the outcome of {words}", start)
    yield from since_clues(text, start, words, held)
    ties = list(relations(text, start, end, clause=not one.feast))
    if meant.place is not None and tense == "past":
        ties += relations_at(text, meant.place)
    for tie in ties:
        if allowed := applied(tie, held):
            yield _clue(allowed, tie.weight, f'{words} with "{tie.words}"', start)


def _of_known(held: Sequence[Held], words: str, tense: Tense, start: int) -> Iterator[Clue]:
    """Clues from times that the report tells from the others: announced, over, or to come."""
    yield _clue(not_before(shifted(held[0][0], -_ANNOUNCED)), LIKELY, words, start)
    if tense == "future":
        yield _clue(not_after(held[-1][1]), HABIT, f"{words} to come", start)
    elif tense == "past":
        yield _clue(not_before(held[0][0]), HABIT, words, start)


def _clue(days: Days, weight: float, words: str, start: int) -> Clue:
    return Clue(days, words, weight, f"series {words}", start)


def _widened(held: Sequence[Held], back: int, ahead: int) -> Days:
    return tuple((shifted(first, back), shifted(last, ahead)) for first, last in held)


def _meant(meetings: Sequence[Meeting], text: str, start: int, end: int) -> _Meant:
    if year := _YEAR_BEFORE.search(text[max(0, start - _NEAR) : start]):
        return _Meant([one for one in meetings if one.days[0].year == int(year[1])])
    for mention in date_mentions(text, max(0, start - _NEAR), end + _NEAR):
        on_day = [one for one in meetings if mention.day is not None and _on(mention, one)]
        if on_day:
            return _Meant(on_day, by_day=not mention.readings)
    first, last = sentence_span(text, start, end)
    # The place right after the name before any other of the sentence: "flew to Vesk after the
    # summit in Lorn".
    for part in (text[end : min(last, end + _NEAR)], text[first:last]):
        for place in dict.fromkeys(place for one in meetings for place in sorted(one.places)):
            if re.search(rf"\b{re.escape(place)}\b", part):
                return _Meant([one for one in meetings if place in one.places], place)
    return _Meant(meetings)


def _on(mention: DateMention, meeting: Meeting) -> bool:
    """Whether a date, with its year or without, is a day of the meeting."""
    first, last = meeting.days
    meant = mention.readings or tuple(
        days for year in (first.year, last.year) if (days := mention.in_year(year)) is not None
    )
    return any(first <= day <= last for day, _ in meant)
