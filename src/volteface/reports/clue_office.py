"""Clues from who holds which office: by the case's people, and by the world's leaders.

Somebody named with an office wrote or spoke while holding it, or shortly after; a former minister
is one after the term, a president-elect before it. Great names of the past keep their titles in
later reports, so that of several holders of one office only the latest bounds the day from above.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from volteface.reports.almanac import terms
from volteface.reports.clue import (
    CERTAIN,
    HABIT,
    LIKELY,
    Clue,
    Days,
    not_after,
    not_before,
    shifted,
)
from volteface.reports.phrases import spaced
from volteface.reports.tense import sentence_span

if TYPE_CHECKING:
    from volteface.case.schema import Case

_UPCOMING = "upcoming|incoming|coming|future|next"
_TERM = r"(?:presidency|premiership|administration|government|term|tenure)"
_BEFORE_OFFICE = 120
"""Days from an election to the day of taking office, at the longest."""
_AFTER_OFFICE = 31
"""Days for which a title outlives the office: the report of a resignation or a death has it."""
_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(\w+)[ -]$")
_PAST_WORDS = frozenset({"former", "ex", "then", "late", "ousted", "deposed", "toppled", "onetime"})
_NOT_IN_OFFICE = frozenset(
    {"deputy", "vice", "assistant", "acting", "shadow", "a", "an", "if", "possible", "potential"}
    | {"prospective", "hypothetical", "candidate", "any", "under", "since"}
)
_AHEAD_WORDS = frozenset({"future", "incoming", "upcoming", "next"})
_FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x-?|[Oo]usted|[Dd]eposed) ?(?:[\w.'\u2019-]+ ){1,5}?"
    r"(?P<name>[A-Z][\w\u2019'-]+)(?![\w-]| [A-Z])"
)
_THEN = re.compile(r"\b(?:1[89]\d\d|20\d\d|when|under|during|era|days of|decades?|century|ago)\b")
"""Words that may put an office in an earlier time."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time in office."""

    begins: date | None
    ends: date | None
    elected: date | None = None


@dataclass(frozen=True, slots=True)
class _Holder:
    """A wording that names a person with an office, and the times that it may mean.

    ``pattern`` and ``elect`` are regular expressions, compiled when the person is first met: most
    never are. ``words`` are the last words of the names: one of them stands in every such wording.
    ``rank`` tells offices apart, so that of several holders of one the latest is found.
    """

    pattern: str
    elect: str
    words: frozenset[str]
    title: str
    name: str
    rank: str
    times: tuple[_Time, ...]


class Offices:
    """People with their offices, made ready to be looked for in many reports."""

    def __init__(self, case: "Case | None") -> None:
        self._holders = (*(() if case is None else _of_case(case)), *_of_world())

    def clues(self, text: str) -> Iterator[Clue]:
        """Clues from every person that the text names with an office."""
        # Most people are not in the text: their patterns need not be tried.
        words_there = frozenset(_WORD.findall(text))
        latest: dict[str, list[tuple[date, Clue]]] = defaultdict(list)
        former = frozenset(found["name"] for found in _FORMER.finditer(text))
        for holder in self._holders:
            if holder.words.isdisjoint(words_there):
                continue
            yield from _elect_clues(holder, text)
            for match in _compiled(holder.pattern).finditer(text):
                clue = _clue(holder, text, match)
                titled = clue is not None and clue.weight == HABIT
                # Whom the report calls a former president is one, with or without the word.
                if clue is None or (titled and not holder.words.isdisjoint(former)):
                    continue
                begins = max((t.begins for t in holder.times if t.begins), default=date.min)
                latest[holder.rank].append((begins, clue))
        for found in latest.values():
            last = max(begins for begins, _ in found)
            yield from (clue for begins, clue in found if begins == last)


def _clue(holder: _Holder, text: str, match: re.Match[str]) -> Clue | None:
    before = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
    word = before[1].lower() if before else ""
    words = f"{holder.title} {holder.name}"
    source = f"office {holder.name}"

    def clue(days: Days, said: str, weight: float = LIKELY) -> Clue:
        return Clue(days, said, weight, source, match.start())

    if word in _NOT_IN_OFFICE:
        return None
    if word in _PAST_WORDS:
        ends = [time.ends for time in holder.times]
        after = min((end for end in ends if end is not None), default=None)
        return clue(not_before(after), f"{word} {words}") if after else None
    if word in _AHEAD_WORDS:
        begins = [time.begins for time in holder.times if time.begins]
        return clue(not_after(max(begins)), f"{word} {words}") if begins else None
    first, last = sentence_span(text, *match.span())
    earlier = bool(_THEN.search(text, first, last))
    days = tuple(
        (
            time.begins or date.min,
            shifted(time.ends, _AFTER_OFFICE) if time.ends and not earlier else date.max,
        )
        for time in holder.times
    )
    return clue(days, f"{words} in office", HABIT)


def _elect_clues(holder: _Holder, text: str) -> Iterator[Clue]:
    match = _compiled(holder.elect).search(text)
    if match is None:
        return
    times = [(time.begins, time.elected) for time in holder.times if time.begins]
    if not times:
        return
    taken = ", ".join(str(begins) for begins, _ in times)
    words = f"the upcoming office of {holder.name}, taken on {taken}"
    until: Days = tuple((elected or date.min, begins) for begins, elected in times)
    soon: Days = tuple(
        (elected or shifted(begins, -_BEFORE_OFFICE), begins) for begins, elected in times
    )
    yield Clue(until, words, CERTAIN, f"elect {holder.name}", match.start())
    yield Clue(soon, words, HABIT, f"elect {holder.name} soon", match.start())


def _of_case(case: "Case") -> Iterator[_Holder]:
    for person in case.people:
        names = (person.name, person.name.split()[-1], *person.aliases)
        terms_of: dict[str, list[_Time]] = defaultdict(list)
        offices: dict[str, str] = {}
        for office in person.offices:
            if office.to is None or office.to >= case.settings.begins:
                for title in office.title.split(" / "):
                    terms_of[title.strip()].append(_Time(office.from_, office.to))
                    offices[title.strip()] = office.actor
        for title, times in terms_of.items():
            yield _holder((title,), names, person.name, f"{offices[title]} {title}", times)


def _of_world() -> Iterator[_Holder]:
    # Persons of one short name in one office: "President Bush" is either of two.
    by_short: dict[tuple[str, tuple[str, ...], str], list[_Time]] = defaultdict(list)
    by_name: dict[tuple[str, tuple[str, ...], str, tuple[str, ...]], list[_Time]] = defaultdict(
        list
    )
    for term in terms():
        time = _Time(term.begins, term.ends, term.elected)
        by_name[term.office, term.titles, term.person, term.names].append(time)
        if term.short is not None:
            by_short[term.office, term.titles, term.short].append(time)
    for (office, titles, person, names), times in by_name.items():
        yield _holder(titles, names, person, office, times)
    for (office, titles, short), times in by_short.items():
        yield _holder(titles, (short,), short, office, times)


def _holder(
    titles: Sequence[str], names: Iterable[str], name: str, rank: str, times: Sequence[_Time]
) -> _Holder:
    distinct = sorted(set(names), key=lambda one: (-len(one), one))
    called = "|".join(map(spaced, distinct))
    title = "|".join(spaced(one) for one in sorted(titles, key=len, reverse=True))
    return _Holder(
        rf"\b(?i:{title})\s(?:{called})\b",
        rf"\b(?:{_UPCOMING}) {_TERM} of (?:[\w-]+ )?(?:{called})\b"
        rf"|\b(?:{called})['\u2019]s? (?:{_UPCOMING}) {_TERM}\b"
        rf"|\b(?i:{title})[- ]elect (?:{called})\b",
        frozenset(word for one in distinct for word in _WORD.findall(one)[-1:]),
        titles[0],
        name,
        rank,
        tuple(times),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
