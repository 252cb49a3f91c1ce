"""What the words of a report say about when it was written: durations and dates inside it.

Each clue bounds the day of publication from one or both sides and carries the words it rests on.
A firm clue is one that a careful writer cannot break; the others are habits of reporting.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from volteface.reports.dates import add_months, date_mentions

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_STRIFE = (
    r"(?P<what>violence|wars?|conflict|fighting|unrest|bloodshed|crisis|uprising|revolt|rebellion"
    r"|insurgency|revolution|carnage|turmoil|strife|crackdown)\b"
)
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_ABOUT = r"(?:\b(?P<about>nearly|almost|less than|more than|over|at least|about|around|some) )?"
_WORD = r"[\w'\u2019-]{1,30}"
_DURATIONS = (
    re.compile(
        rf"{_ABOUT}\b{_NUMBER}[ -](?P<unit>week|month|year)s?(?:[ -](?:long|old))*"
        r"(?: of| into| since the (?:start|beginning|outbreak) of)?"
        rf"(?P<between>(?: {_WORD}){{0,4}}?) {_STRIFE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<between>(?:\b{_WORD} ){{0,2}}){_STRIFE},? (?:is )?(?:now )?(?:in|into|entering)"
        rf" its (?P<nth>{'|'.join(_ORDINALS)}) year\b",
        re.IGNORECASE,
    ),
)
_SLACK = {
    "month": {"less": (-2, 1), "more": (-1, 3), "": (-1, 1)},
    "year": {"less": (-6, 1), "more": (-1, 11), "": (-4, 8)},
}
"""Months before and after the exact duration: reporters round, and beginnings are disputed."""
_LESS = frozenset({"nearly", "almost", "less than"})
_MORE = frozenset({"more than", "over", "at least"})
_WEEKS_OFF = timedelta(weeks=2)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|next|scheduled|plan(?:s|ned)?|expected|upcoming|forthcoming"
    r"|deadline|set to|to be held|pending)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:by|until|till|before|ahead of|through)\b[^.]{0,20}$", re.IGNORECASE)
_SENTENCE_EDGE = re.compile(r"[.!?][\"'\u201d\u2019)]*\s|\n")
_REACH = 160
_YEAR_CUE = re.compile(r"\b(?:since|in|from|during|after|of|early|late|mid)[ -]$", re.IGNORECASE)
_MONTH_CUE = re.compile(r"\b(?:in|since|of|during|from|early|late|mid|this)[ -]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """A bound on the day of publication; None leaves that side open. ``words`` is the mention."""

    earliest: date | None
    latest: date | None
    words: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Recurring:
    """A month, or a day of a month, that lies in the past and whose year the text leaves open."""

    month: int
    day: int
    words: str


def duration_clues(text: str, begins: date, known: Callable[[str], bool]) -> Iterator[Clue]:
    """Clues from "20 months of bloodshed" and the like, counted from the conflict's first day.

    Args:
        text: What the report says.
        begins: First day of the conflict.
        known: Whether a capitalised word belongs to this conflict; "the war in Lebanon" is another.
    """
    for pattern in _DURATIONS:
        for match in pattern.finditer(text):
            if _names_other_conflict(text, match, known):
                continue
            earliest, latest = _counted(match, begins)
            yield Clue(earliest, latest, f'"{" ".join(match.group().split())}" since {begins}')


def dated_clues(text: str) -> Iterator[Clue | Recurring]:
    """Clues from dates inside the text that its sentences put in the past."""
    for mention in date_mentions(text):
        start, end = mention.span
        if _AHEAD.search(sentence_around(text, start, end)):
            continue
        before = text[max(0, start - 40) : start]
        if _UP_TO.search(before):
            continue
        if mention.precision == "year":
            if _YEAR_CUE.search(before):
                yield Clue(mention.readings[0][0], None, f'"{mention.words}"', firm=False)
        elif mention.readings:
            yield Clue(min(first for first, _ in mention.readings), None, f'"{mention.words}"')
        elif mention.month is not None and (mention.day or _MONTH_CUE.search(before)):
            yield Recurring(mention.month, mention.day or 1, f'"{mention.words}"')


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds a mention, cut where it runs far beyond."""
    left = text[max(0, start - _REACH) : start]
    right = text[end : end + _REACH]
    edges = list(_SENTENCE_EDGE.finditer(left))
    edge = _SENTENCE_EDGE.search(right)
    return (
        left[edges[-1].end() if edges else 0 :]
        + text[start:end]
        + right[: edge.start() if edge else None]
    )


def capitalised(words: str) -> AbstractSet[str]:
    """The words that begin with a capital, without a possessive ending."""
    return {re.sub(r"['\u2019]s?$", "", word) for word in words.split() if word[:1].isupper()}


def _names_other_conflict(text: str, match: re.Match[str], known: Callable[[str], bool]) -> bool:
    after = re.match(r" in (?:the )?([A-Z][\w-]+)", text[match.end() : match.end() + 40])
    before = re.search(
        r"([A-Z][\w-]+)['\u2019]s? (?:\w+ )?$", text[max(0, match.start() - 40) : match.start()]
    )
    names = capitalised(match["between"]) | {found[1] for found in (after, before) if found}
    return any(not known(name) for name in names - {"The", "A", "This", "Its"})


def _counted(match: re.Match[str], begins: date) -> tuple[date, date]:
    got = match.groupdict()
    if got.get("nth"):
        years = _ORDINALS.index(got["nth"].lower()) + 1
        return add_months(begins, 12 * (years - 1) - 1), add_months(begins, 12 * years + 1)
    written = got["n"].lower()
    number = _NUMBERS.index(written) + 1 if written in _NUMBERS else int(written)
    unit = got["unit"].lower()
    if unit == "week":
        middle = begins + timedelta(weeks=number)
        return middle - _WEEKS_OFF, middle + _WEEKS_OFF
    about = (got["about"] or "").lower()
    back, ahead = _SLACK[unit]["less" if about in _LESS else "more" if about in _MORE else ""]
    months = number * (12 if unit == "year" else 1)
    return add_months(begins, months + back), add_months(begins, months + ahead)
