"""What a person writes for a field, as the record's own value; a mistake says what is allowed."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from volteface.case.problem import hint
from volteface.case.references import same
from volteface.case.schema import Case
from volteface.coding.world import world_actors
from volteface.errors import UsageError
from volteface.records import DateInterval, Precision

Parser: TypeAlias = Callable[[str, str, Case], object]
"""From a field's name, what was written and the case to the value."""

NOTHING = ("", "none", "-")
"""Ways to write that a field has no value."""
BY_HAND = "by hand"
"""The basis of a date that a person gave."""

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_BETWEEN = re.compile(r"\s*(?:\.\.|/| to )\s*")
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
_DECEMBER = 12


def words(name: str, written: str, case: Case) -> str | None:
    """Any text, or nothing."""
    del name, case
    return None if written.strip().casefold() in NOTHING else written.strip()


def some_words(name: str, written: str, case: Case) -> str:
    """Any text that is not empty."""
    found = words(name, written, case)
    if found is None:
        raise UsageError(f"{name} cannot be empty")
    return found


def listed(name: str, written: str, case: Case) -> tuple[str, ...]:
    """Texts between commas."""
    del name, case
    return tuple(
        part.strip() for part in written.split(",") if part.strip().casefold() not in NOTHING
    )


def person(name: str, written: str, case: Case) -> str | None:
    """A person's name, in full where the case knows it by an alias or by its last word."""
    found = words(name, written, case)
    if found is None:
        return None
    for one in case.people:
        if same(found) in {same(known) for known in (one.name, *one.aliases)}:
            return one.name
    surnamed = [one.name for one in case.people if same(one.name.split()[-1]) == same(found)]
    return surnamed[0] if len(surnamed) == 1 else found


def actor(name: str, written: str, case: Case) -> str | None:
    """An actor's id, of the case or of the world's states and bodies; its name will do."""
    found = words(name, written, case)
    if found is None:
        return None
    ids = [one.id for one in case.actors]
    if found in ids:
        return found
    named = [a.id for a in case.actors if same(found) in {same(n) for n in (a.id, a.name)}]
    if len(named) == 1:
        return named[0]
    if found in {one.id for one in world_actors()}:
        return found
    raise UsageError(f"{name}: the case has no actor {found} ({hint(found, ids)})")


def actors(name: str, written: str, case: Case) -> tuple[str, ...]:
    """Ids of actors between commas."""
    found = (actor(name, part, case) for part in listed(name, written, case))
    return tuple(one for one in found if one is not None)


def issue(name: str, written: str, case: Case) -> str | None:
    """An issue's id, or none of them."""
    found = words(name, written, case)
    ids = [one.id for one in case.issues]
    if found is None or found in ids:
        return found
    raise UsageError(f"{name}: the case has no issue {found} ({hint(found, [*ids, 'none'])})")


def stance(name: str, written: str, case: Case) -> float | None:
    """A number on the issue's poles, from -1 to 1."""
    found = words(name, written, case)
    if found is None:
        return None
    try:
        number = float(found)
    except ValueError:
        number = math.nan
    if not -1 <= number <= 1:
        raise UsageError(f"{name}={found}: a stance is a number from -1 to 1")
    return number


def yes_or_no(name: str, written: str, case: Case) -> bool:
    """Yes or no."""
    del case
    said = written.strip().casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise UsageError(f"{name}={written}: write yes or no")


def one_of(allowed: Sequence[str]) -> Parser:
    """A parser for one of a few words, letter case aside."""

    def parse(name: str, written: str, case: Case) -> str:
        del case
        return choice(name, written, allowed)

    return parse


def choice(name: str, written: str, allowed: Iterable[str]) -> str:
    """The allowed word that was meant, letter case aside."""
    known = {word.casefold(): word for word in allowed}
    found = known.get(written.strip().casefold())
    if found is None:
        raise UsageError(f"{name}={written}: {hint(written, known.values())}")
    return found


def days(name: str, written: str, case: Case) -> DateInterval | None:
    """A day, month or year, or two of them with ``..`` between."""
    found = words(name, written, case)
    if found is None:
        return None
    parts = _BETWEEN.split(found)
    stretches = [_stretch(part) for part in parts]
    known = [one for one in stretches if one is not None]
    if len(known) != len(parts) or len(parts) > 2:  # noqa: PLR2004 - a first and a last
        raise UsageError(
            f"{name}={found}: write a day, month or year (2012-05-31, 2012-05, 2012), "
            "or two with .. between"
        )
    first, last = known[0][0], known[-1][1]
    if last < first:
        raise UsageError(f"{name}={found}: it ends before it begins")
    precision: Precision = known[0][2] if len(known) == 1 else "interval"
    return DateInterval(first, last, precision, BY_HAND)


def _stretch(written: str) -> tuple[date, date, Precision] | None:
    """First and last day of a day, month or year; None if it is none."""
    found = _DAY.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        if day is not None:
            return first, first, "day"
        if month is None:
            return first, date(year, _DECEMBER, 31), "year"
        following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    except ValueError:
        return None
    return first, following - timedelta(days=1), "month"
