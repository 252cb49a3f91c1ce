"""What a case says about when a report was written: offices held, and facts it already knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from volteface.reports.clue import Clue, capitalised, sentence_around
from volteface.reports.dates import WEEKDAYS, add_months, month_interval

if TYPE_CHECKING:
    from volteface.case.schema import Case, Fact, Office, Person

_UPCOMING = "upcoming|incoming|coming|future|next"
_TERM = r"(?:presidency|premiership|administration|government|term|tenure)"
_BEFORE_OFFICE = timedelta(120)
"""Longest usual time from an election to the day of taking office."""
_AFTER_OFFICE = timedelta(31)
"""How long a title outlives the office: the report of a resignation or a death still has it."""
_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(\w+)[ -]$")
_PAST_WORDS = frozenset({"former", "ex", "then", "late", "ousted", "deposed"})
_OTHER_OFFICE = frozenset({"deputy", "vice", "assistant", "acting", "shadow"})
_AHEAD_WORDS = frozenset({"future", "incoming", "upcoming", "next"})
_RELATIVE = re.compile(
    rf"\b(?P<yesterday>yesterday)\b|\b(?P<this_month>(?:earlier |later )?this month)\b"
    rf"|\b(?P<last_month>last month)\b|\b(?P<last_week>last week)\b"
    rf"|\b(?P<this_week>(?:earlier )?this week)\b|\b(?:on )?(?P<weekday>{'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Holder:
    """One person's time in one office, and the wordings that show it.

    ``words`` are the last words of the person's names: one of them stands in every such wording.
    """

    pattern: re.Pattern[str]
    words: frozenset[str]
    title: str
    name: str
    earliest: date | None
    latest: date | None


class CaseClues:
    """A case's offices and facts, made ready to be looked for in many reports."""

    def __init__(self, case: "Case") -> None:
        self._holders = tuple(_holders(case))
        self._elect = tuple(_elect(case))
        # A phrase of two facts may mean either: the earlier is the bound that holds.
        self._facts = {
            _folded(phrase): fact
            for fact in sorted(case.facts, key=lambda fact: fact.from_, reverse=True)
            for phrase in fact.mentions
        }
        self._phrases = _alternatives(self._facts)
        self._known = _known_words(case)
        self.begins = case.settings.begins
        self.ends = case.settings.ends

    def known(self, word: str) -> bool:
        """Whether a capitalised word belongs to the case's own names."""
        return word.casefold() in self._known

    def facts_in(self, text: str) -> Iterator[tuple["Fact", int, int]]:
        """The facts a text refers to by their phrases, each with the mention's offsets."""
        if self._phrases is not None:
            for match in self._phrases.finditer(text):
                yield self._facts[_folded(match.group())], *match.span()

    def clues(self, text: str) -> Iterator[Clue]:
        """Every clue the case finds in the text."""
        # Most people of a case are not in the text: their patterns need not be tried.
        words_there = frozenset(_WORD.findall(text))
        for holder in self._holders:
            if holder.words.isdisjoint(words_there):
                continue
            for match in holder.pattern.finditer(text):
                before = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
                clue = _office_clue(holder, before[1].lower() if before else "")
                if clue is not None:
                    yield clue
                    break
        for elect in self._elect:
            taken = elect.earliest
            if not elect.words.isdisjoint(words_there) and taken and elect.pattern.search(text):
                words = f"the upcoming office of {elect.name}, taken on {taken}"
                yield Clue(None, taken, words)
                yield Clue(taken - _BEFORE_OFFICE, None, words, firm=False)
        for fact, start, end in self.facts_in(text):
            words = f'"{text[start:end]}" ({fact.from_})'
            yield Clue(fact.from_, None, words)
            yield from _relative_clues(fact, sentence_around(text, start, end), words)


def _office_clue(holder: _Holder, before: str) -> Clue | None:
    words = f"{holder.title} {holder.name}"
    if before in _OTHER_OFFICE:
        return None
    if before in _PAST_WORDS:
        return Clue(holder.latest, None, f"{before} {words}") if holder.latest else None
    if before in _AHEAD_WORDS:
        return Clue(None, holder.earliest, f"{before} {words}") if holder.earliest else None
    latest = None if holder.latest is None else holder.latest + _AFTER_OFFICE
    return Clue(holder.earliest, latest, f"{words} in office")


def _relative_clues(fact: "Fact", sentence: str, words: str) -> Iterator[Clue]:
    """A fact of one day and "yesterday" beside it: soft, since they need not belong together."""
    day = fact.from_
    if fact.to not in {None, day}:
        return
    for match in _RELATIVE.finditer(sentence):
        bounds = _relative(day, match.lastgroup or "", match.group())
        if bounds is not None:
            yield Clue(*bounds, f'{words} with "{match.group()}"', firm=False)


def _relative(day: date, kind: str, words: str) -> tuple[date, date] | None:
    week = timedelta(6)
    match kind:
        case "yesterday":
            return day + timedelta(1), day + timedelta(1)
        case "this_month":
            return day, month_interval(day.year, day.month)[1]
        case "last_month":
            after = add_months(day.replace(day=1), 1)
            return month_interval(after.year, after.month)
        case "this_week":
            return day, day + week
        case "last_week":
            return day + timedelta(1), day + timedelta(7) + week
        case _:
            return (day, day + week) if words.lower().endswith(WEEKDAYS[day.weekday()]) else None


def _holders(case: "Case") -> Iterator[_Holder]:
    for person in case.people:
        terms: dict[str, list[Office]] = {}
        for office in person.offices:
            if office.to is None or office.to >= case.settings.begins:
                for title in office.title.split(" / "):
                    terms.setdefault(title.strip(), []).append(office)
        for title, offices in terms.items():
            starts = [office.from_ for office in offices]
            ends = [office.to for office in offices]
            # Two terms in one office: the report may be from either, or from between them.
            yield _Holder(
                re.compile(rf"\b(?i:{_spaced(title)})\s(?:{_names(person)})\b"),
                _last_words(person),
                title,
                person.name,
                None if None in starts else min(start for start in starts if start),
                None if None in ends else max(end for end in ends if end),
            )


def _elect(case: "Case") -> Iterator[_Holder]:
    """Wordings that say that somebody will soon take office, with the day it was taken."""
    for person in case.people:
        for office in person.offices:
            if office.from_ is None or office.from_ <= case.settings.begins:
                continue
            names = _names(person)
            titles = "|".join(_spaced(title.strip()) for title in office.title.split(" / "))
            pattern = (
                rf"\b(?:{_UPCOMING}) {_TERM} of (?:[\w-]+ )?(?:{names})\b"
                rf"|\b(?:{names})['\u2019]s? (?:{_UPCOMING}) {_TERM}\b"
                rf"|\b(?i:{titles})[- ]elect (?:{names})\b"
            )
            yield _Holder(
                re.compile(pattern),
                _last_words(person),
                office.title,
                person.name,
                office.from_,
                office.to,
            )


def _all_names(person: "Person") -> set[str]:
    return {person.name, person.name.split()[-1], *person.aliases}


def _names(person: "Person") -> str:
    ordered = sorted(_all_names(person), key=lambda name: (-len(name), name))
    return "|".join(map(_spaced, ordered))


def _last_words(person: "Person") -> frozenset[str]:
    return frozenset(word for name in _all_names(person) for word in _WORD.findall(name)[-1:])


def _spaced(words: str) -> str:
    """A pattern for the words with any white space between them and either apostrophe."""
    joined = r"\s+".join(re.escape(word) for word in words.replace("\u2019", "'").split())
    return joined.replace("'", "['\u2019]")


def _folded(phrase: str) -> str:
    return " ".join(phrase.replace("\u2019", "'").casefold().split())


def _alternatives(phrases: dict[str, "Fact"]) -> re.Pattern[str] | None:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, ordered))})(?!\w)", re.IGNORECASE)


def _known_words(case: "Case") -> frozenset[str]:
    names = [case.settings.title]
    for actor in case.actors:
        names += [actor.name, *actor.aliases, *actor.adjectives, *actor.metonyms]
    names += [name for person in case.people for name in (person.name, *person.aliases)]
    return frozenset(word.casefold() for name in names for word in capitalised(name))
