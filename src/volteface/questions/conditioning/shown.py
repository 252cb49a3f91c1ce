"""What the record shows of one measure: ``SYR-GOV.forts=0.5 +- 0.08``, ``vote.RUS=no``.

Every showing has a tolerance, because records are coded by people: a step of a ladder, an office or
a vote is coded wrongly with a stated probability, a number has a standard deviation. The case may
widen the least tolerances below, never narrow them.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from volteface.case.problem import hint
from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import Channel, list_channels
from volteface.errors import UsageError

CODING_ERROR = 0.05
"""The least probability that a step, an office or a vote is coded wrongly."""
LEAST = {"share of forts": 0.06, "prob": 0.1}
"""The least standard deviations of numbers, by unit: six forts of a hundred for territory."""

Kind: TypeAlias = Literal["word", "number", "vote"]

_TEXT = re.compile(
    r"\s*(?P<name>[^\s=]+?)\s*=\s*(?P<value>[^\s=]+)"
    r"(?:\s+on\s+(?P<draft>\S+))?(?:\s*(?:\+-|\xb1)\s*(?P<tolerance>\S+))?\s*"
)
_VOTES = ("no", "abstain", "yes")


@dataclass(frozen=True, slots=True)
class Shown:
    """One measure on record.

    ``kind`` is "word" for a step or a yes-or-no, whose ``tolerance`` is the probability of a coding
    error; "number", with a standard deviation; or "vote", where ``column`` is the member's place in
    the Council, ``draft`` 0 for its own draft and else the rival's place from 1 on, and ``value``
    -1, 0 or 1. ``first`` to ``last`` are the days that it speaks of. ``choices`` is the number of
    values that a word may have. ``where`` is its file and line, ``source`` the record's id.
    """

    text: str
    kind: Kind
    column: int
    value: float
    tolerance: float
    first: date
    last: date
    where: str
    source: str
    choices: int = 2
    draft: int = 0
    stream: str = ""
    """Readings of one stream stand or fall together: see
    :mod:`volteface.questions.conditioning.streams`."""

    def contradicts(self, other: "Shown") -> bool:
        """Whether the two cannot both be so on a day that both speak of."""
        same = (self.kind, self.column, self.draft) == (other.kind, other.column, other.draft)
        if not same or self.first > other.last or other.first > self.last:
            return False
        apart = abs(self.value - other.value)
        if self.kind != "number":
            return apart > 0
        return apart > _SURELY * math.hypot(self.tolerance, other.tolerance)


_SURELY = 4.0
"""Numbers that lie further apart than this many standard deviations contradict each other."""


def parse_shown(
    conflict: Conflict, text: str, days: tuple[date, date], *, where: str, source: str
) -> Shown:
    """Read what a fact shows.

    Args:
        conflict: The case's.
        text: ``MEASURE=VALUE``, with ``+- TOLERANCE`` for a number, or ``vote.MEMBER=no`` with
            ``on DRAFT`` for a rival draft.
        days: First and last day that it speaks of.
        where: File and line.
        source: Id of the record.

    Raises:
        UsageError: another form, an unknown measure, a value that it cannot have, or a tolerance
            that is missing or less than the least.
    """
    found = _TEXT.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} must be MEASURE=VALUE or MEASURE=NUMBER +- TOLERANCE")
    name, written = found["name"], found["value"]
    if name.startswith("vote."):
        member, draft = _member(conflict, name[5:]), _draft(conflict, found["draft"])
        if written not in _VOTES:
            raise UsageError(f"{name} is yes, no or abstain, not {written}")
        error = _error(text, found["tolerance"])
        value = float(_VOTES.index(written) - 1)
        return Shown(
            text, "vote", member, value, error, *days, where, source, choices=3, draft=draft
        )
    if found["draft"] is not None:
        raise UsageError(f"{text!r}: only a vote is on a draft")
    channels = {channel.name: channel for channel in list_channels(conflict)}
    if name not in channels:
        raise UsageError(f"unknown measure {name} ({hint(name, channels)})")
    channel = channels[name]
    if channel.levels or channel.unit == "0 or 1":
        value = _word(channel, written)
        choices = len(channel.levels) or 2
        error = _error(text, found["tolerance"])
        return Shown(text, "word", channel.column, value, error, *days, where, source, choices)
    tolerance = _spread(channel, text, found["tolerance"])
    value = _number(written, f"{name} is held against a number, not {written}")
    return Shown(text, "number", channel.column, value, tolerance, *days, where, source)


def _member(conflict: Conflict, name: str) -> int:
    members = [member.id for member in conflict.file.council.members]
    if name not in members:
        raise UsageError(f"there is no member {name} of the Council ({hint(name, members)})")
    return members.index(name)


def _draft(conflict: Conflict, name: str | None) -> int:
    if name is None:
        return 0
    rivals = [rival.id for rival in conflict.file.council.rivals]
    if name not in rivals:
        raise UsageError(f"there is no rival draft {name} ({hint(name, rivals)})")
    return rivals.index(name) + 1


def _word(channel: Channel, written: str) -> float:
    words = {**{step: float(place) for place, step in enumerate(channel.levels)}}
    words = words or {"0": 0.0, "1": 1.0, "no": 0.0, "yes": 1.0}
    if written not in words:
        raise UsageError(f"{channel.name} is one of {', '.join(words)}, not {written}")
    return words[written]


def _number(written: str, wrong: str) -> float:
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(wrong)
    return number


def _error(text: str, written: str | None) -> float:
    if written is None:
        return CODING_ERROR
    error = _number(written, f"{text!r}: the tolerance is a probability")
    if not CODING_ERROR <= error < 1 / 2:
        raise UsageError(f"{text!r}: a coding error lies from {CODING_ERROR:g} to below 0.5")
    return error


def _spread(channel: Channel, text: str, written: str | None) -> float:
    least = LEAST.get(channel.unit)
    if written is None:
        if least is None:
            raise UsageError(f"{text!r} needs a tolerance: +- and a standard deviation")
        return least
    spread = _number(written, f"{text!r}: the tolerance is a number")
    if spread <= 0 or (least is not None and spread < least):
        raise UsageError(f"{text!r}: the least tolerance is {least or 'above 0'}")
    return spread
