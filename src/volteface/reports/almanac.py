"""The world's calendar and its leaders, ready to be looked for.

``almanac.toml`` and ``leaders.toml`` hold whatever the conflict; what belongs to one conflict
stands in its case.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from volteface.reports.time_words import Held

YEARS = range(1990, 2036)
"""The years that the calendar covers."""
_VOTE = r"(?:elections?|votes?|polls?|ballots?|run-?offs?|vote count)"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One time that something came round: its days, and the places that tell it from the others."""

    days: Held
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Series:
    """What comes again: the wordings that name it, and each time that it came.

    A ``feast`` comes every year and is spoken of all year.
    """

    pattern: re.Pattern[str]
    meetings: tuple[Meeting, ...]
    feast: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """What is numbered in order of time: the wording, with group ``n``, and some known days."""

    pattern: re.Pattern[str]
    known: tuple[tuple[int, date], ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """What came once: the names that it has had since, and its days."""

    mentions: tuple[str, ...]
    days: Held


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, as reports name both.

    ``names`` are the full names and spellings, ``short`` what stands alone after a title.
    """

    office: str
    titles: tuple[str, ...]
    person: str
    names: tuple[str, ...]
    short: str | None
    elected: date | None
    begins: date
    ends: date | None


@cache
def series() -> tuple[Series, ...]:
    """Summits, elections, games, fasts and feasts."""
    data = _table("almanac")
    found = [Series(_any_of(entry["names"]), _meetings(entry)) for entry in data["series"]]
    found += [
        Series(_any_of(entry["names"]), _every_year(entry), feast=True) for entry in data["yearly"]
    ]
    found += [Series(_any_of(_elections(entry)), _meetings(entry)) for entry in data["election"]]
    return tuple(found)


@cache
def happened() -> tuple[Happened, ...]:
    """Events that every newspaper names."""
    return tuple(Happened(tuple(e["mentions"]), _days(e)) for e in _table("almanac")["event"])


@cache
def numbered() -> tuple[Numbered, ...]:
    """What is numbered in order of time."""
    return tuple(
        Numbered(
            re.compile(rf"\b{entry['name']} (?P<n>\d{{3,4}})\b", re.IGNORECASE),
            tuple((known["number"], known["on"]) for known in entry["known"]),
        )
        for entry in _table("almanac")["numbered"]
    )


@cache
def terms() -> tuple[Term, ...]:
    """Who held which office of state when."""
    return tuple(
        _term(office, holder)
        for office in _table("leaders")["office"]
        for holder in office["holders"]
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("volteface.reports").joinpath(f"{name}.toml").read_text("utf-8"))


def _days(entry: Mapping[str, Any]) -> Held:
    return entry["from"], entry.get("to", entry["from"])


def _meetings(entry: Mapping[str, Any]) -> tuple[Meeting, ...]:
    return tuple(Meeting(_days(held), frozenset(held.get("in", ()))) for held in entry["held"])


def _every_year(entry: Mapping[str, Any]) -> tuple[Meeting, ...]:
    days = [date(year, entry["month"], entry["day"]) for year in YEARS]
    return tuple(Meeting((day, day), frozenset()) for day in days)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _elections(entry: Mapping[str, Any]) -> list[str]:
    country = "|".join(re.escape(word) for word in entry["of"])
    place = "|".join(re.escape(word) for word in entry["in"])
    kind = "|".join(word for word in entry["kind"] if word)
    bare = "?" if "" in entry["kind"] else ""
    return [
        rf"(?:{country})(?: national)? (?:(?:{kind}) ){bare}{_VOTE}",
        rf"(?:{kind}) {_VOTE} in (?:{place})",
    ]


def _term(office: Mapping[str, Any], holder: Mapping[str, Any]) -> Term:
    name: str = holder["name"]
    short = None if holder.get("full") else holder.get("short", name.rsplit(maxsplit=1)[-1])
    return Term(
        office["titles"][-1],
        tuple(office["titles"]),
        name,
        (name, *holder.get("also", ())),
        short,
        holder.get("elected"),
        holder["from"],
        holder.get("to"),
    )
