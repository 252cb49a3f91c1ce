"""Clues from how long the conflict has lasted: "20 months of bloodshed", "the war's third year".

It is counted from the case's first day, or from the beginning that the report gives beside it.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from volteface.reports.clue import LIKELY, Clue, shifted
from volteface.reports.clue_since import ABOUT, ANNIVERSARY, LESS, ORDINALS, anniversary, ordinal
from volteface.reports.dates import MONTH_NUMBERS, add_months
from volteface.reports.time_words import NUMBER, Held, number_of

_WAR = r"wars?|conflict|uprising|revolt|rebellion|insurgency|revolution"
_STRIFE = (
    rf"(?P<what>{_WAR}|violence|fighting|unrest|bloodshed|crisis|carnage|turmoil|strife|crackdown"
    r"|hostilities)\b"
)
_WORD = r"[\w'\u2019-]{1,30}"
_LONG = (
    r"(?:[ -](?:long|old))*(?: of| into| since the (?:start|beginning|outbreak) of)?"
    rf"(?P<between>(?: {_WORD}){{0,4}}?)"
)
_NTH = rf"its (?P<nth>{'|'.join(ORDINALS)}) (?P<unit>week|month|year)"
_DURATIONS = (
    re.compile(rf"{ABOUT}\b{NUMBER}[ -](?P<unit>month|year)s?{_LONG} {_STRIFE}", re.IGNORECASE),
    # Days and weeks of fighting are those of one battle.
    re.compile(rf"{ABOUT}\b{NUMBER}[ -](?P<unit>day|week)s?{_LONG} (?:{_WAR})\b", re.IGNORECASE),
    re.compile(
        rf"(?P<between>(?:\b{_WORD} ){{0,2}}){_STRIFE},? (?:is )?(?:now )?(?:in|into|entering)"
        rf" {_NTH}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:in|into|entering) {_NTH},? (?P<between>(?:{_WORD} ){{0,3}}?){_STRIFE}",
        re.IGNORECASE,
    ),
)
_STARTED = re.compile(
    r"[^.\n]{0,120}?\b(?:since|began|begun|started|erupted|broke out|beginning|starting)\b"
    rf"[^.\n]{{0,60}}?\b(?P<month>{'|'.join(MONTH_NUMBERS)})\.?,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""The beginning that the report itself gives right after the duration."""
_SLACK = {
    "day": {"less": (-3, 3), "more": (-2, 10), "": (-3, 3)},
    "week": {"less": (-18, 7), "more": (-7, 18), "": (-14, 14)},
    "month": {"less": (-2, 1), "more": (-1, 3), "": (-1, 1)},
    "year": {"less": (-6, 1), "more": (-1, 11), "": (-4, 8)},
}
"""Days, for months and years months, around the exact count: reporters round."""
_MORE = frozenset({"more than", "over", "at least"})
_ARTICLES = frozenset({"The", "A", "This", "Its"})
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_NTH_ANNIVERSARY = re.compile(
    rf"{ANNIVERSARY}(?P<between>(?: {_WORD}){{0,3}}?) {_STRIFE}", re.IGNORECASE
)


def duration_clues(text: str, begins: date | None, known: Callable[[str], bool]) -> Iterator[Clue]:
    """Clues from "20 months of bloodshed" and the like.

    Args:
        text: What the report says.
        begins: First day of the conflict; without it only a beginning in the text counts.
        known: Whether a capitalised word belongs to this conflict; "the war in Lebanon" is another.
    """
    for pattern in _DURATIONS:
        for match in pattern.finditer(text):
            words = " ".join(match.group().split())
            if (own := _own_beginning(text, match, begins)) is not None:
                first, last = own
                said = f'"{words}" since {first:%Y-%m}'
            elif begins is None or _names_other_conflict(text, match, known):
                continue
            else:
                first = last = begins
                said = f'"{words}" since {begins}'
            days = ((_counted(match, first)[0], _counted(match, last)[1]),)
            yield Clue(days, said, LIKELY, f"duration {words}", match.start())
    if begins is not None:
        for match in _NTH_ANNIVERSARY.finditer(text):
            if not _names_other_conflict(text, match, known):
                years = ordinal(match["nth"])
                yield anniversary(text, match.span(), years, str(begins), ((begins, begins),))


def _own_beginning(text: str, match: re.Match[str], begins: date | None) -> Held | None:
    """When the report says that it began: a month, or the case's first day if that is in it."""
    found = _STARTED.match(text, match.end())
    if found is None:
        return None
    first = date(int(found["year"]), MONTH_NUMBERS[found["month"].lower()], 1)
    last = add_months(first, 1) - timedelta(1)
    if begins is not None and first <= begins <= last:
        return begins, begins
    return first, last


def capitalised(words: str) -> AbstractSet[str]:
    """The words that begin with a capital, without a possessive ending."""
    return {re.sub(r"['\u2019]s?$", "", word) for word in words.split() if word[:1].isupper()}


def _names_other_conflict(text: str, match: re.Match[str], known: Callable[[str], bool]) -> bool:
    after = re.match(r" in (?:the )?([A-Z][\w-]+)", text[match.end() : match.end() + 40])
    before = re.search(
        r"([A-Z][\w-]+)['\u2019]s? (?:\w+ )?$", text[max(0, match.start() - 40) : match.start()]
    )
    names = capitalised(match["between"]) | {found[1] for found in (after, before) if found}
    return any(not known(name) for name in names - _ARTICLES)


def _counted(match: re.Match[str], begins: date) -> Held:
    """The days that the count leads to from a beginning."""
    got = match.groupdict()
    unit = got["unit"].lower()
    if got.get("nth"):
        return _in_nth(ordinal(got["nth"]), unit, begins)
    number = number_of(got["n"])
    about = (got["about"] or "").lower()
    back, ahead = _SLACK[unit]["less" if about in LESS else "more" if about in _MORE else ""]
    if unit in _DAYS:
        days = number * _DAYS[unit]
        return shifted(begins, days + back), shifted(begins, days + ahead)
    months = number * _MONTHS[unit]
    return add_months(begins, months + back), add_months(begins, months + ahead)


def _in_nth(number: int, unit: str, begins: date) -> Held:
    """From the beginning to the end of the third year and the like, with some slack."""
    if unit in _DAYS:
        return shifted(begins, 7 * (number - 1) - 5), shifted(begins, 7 * number + 5)
    slack = 31 if unit == "year" else 10
    first = add_months(begins, _MONTHS[unit] * (number - 1))
    last = add_months(begins, _MONTHS[unit] * number)
    return shifted(first, -slack), shifted(last, slack)
