"""Everything that can be measured in a world, and how a measure is written.

A measure is a name, alone or held against a value (``RUS.support>=arms``), at one month, or over
the months up to it (``ever RUS.support=force``, ``mean SYR-GOV.forts``).
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

import numpy as np

from volteface.case.problem import hint
from volteface.conflict.arrays import Reals
from volteface.conflict.channels import (
    BargainSeen,
    CouncilSeen,
    OptionSeen,
    PartySeen,
    PatronSeen,
    RelationSeen,
    World,
)
from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError

_Column = TypeVar("_Column", bound=IntEnum)

_TEXT = re.compile(
    r"\s*(?:(?P<over>ever|mean)\s+)?(?P<name>[^\s<>=]+)"
    r"\s*(?:(?P<sign><=|>=|<|>|=)\s*(?P<value>\S+)\s*)?"
)
_SIGNS: dict[str, Callable[[Reals, float], Reals]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_LADDERS = ("support", "delivered")

_WORLD = {
    World.WAR_OVER: ("the war is over, by arms or by settlement", "0 or 1"),
    World.SETTLED: ("a settlement has been adopted", "0 or 1"),
    World.CASUALTIES: ("casualties in the month", "people"),
    World.TOLL: ("casualties since the start", "people"),
    World.BATTLES: ("battles since the start", "battles"),
    World.SCANDAL: ("outrage that the fighting has left", "index"),
    World.BITTERNESS: ("failed talks not forgotten", "months"),
}
_COUNCIL = {
    CouncilSeen.ADOPTION: ("chance that the draft would pass", "prob"),
    CouncilSeen.TABLED: ("a draft is tabled this month", "0 or 1"),
    CouncilSeen.PASSED: ("a draft has passed", "0 or 1"),
}
_PARTY = {
    PartySeen.FORTS: ("territory it holds", "share of forts"),
    PartySeen.STRENGTH: ("strength, own and delivered", "strength"),
    PartySeen.IN_POWER: ("in the war and holding on to its office", "0 or 1"),
    PartySeen.BELIEF: ("chance that the regime survives, as it believes", "prob"),
}
_PATRON = {
    PatronSeen.SUPPORT: ("step of its ladder", "step"),
    PatronSeen.DELIVERED: ("step that bites on the battlefield", "step"),
    PatronSeen.BELIEF: ("chance that the regime survives, as it believes", "prob"),
    PatronSeen.STATED: ("support in words", "step"),
    PatronSeen.CONTACTS: ("contacts with the other side, as insurance", "index"),
    PatronSeen.LEVERAGE: ("leverage over its client", "share"),
    PatronSeen.PRESSURE: ("pressure on it", "pressure"),
    PatronSeen.PREFERS_SETTLEMENT: ("it would rather settle than go on", "0 or 1"),
    PatronSeen.DEMANDS: ("it asks its client to settle, under threat", "0 or 1"),
    PatronSeen.GIVES_IN: ("its client gives in", "0 or 1"),
    PatronSeen.JOINS: ("it would join another's coalition", "0 or 1"),
    PatronSeen.COUNTERPART: ("its share of its side's leverage: worth talking to", "share"),
}
_OPTION = {
    OptionSeen.FEASIBLE: ("no veto player is against it", "0 or 1"),
    OptionSeen.ADOPTED: ("it has been adopted", "0 or 1"),
    OptionSeen.BLOCKERS: ("veto players against it", "players"),
}
_BARGAIN = {
    BargainSeen.DEAL: ("the thing has been given up", "0 or 1"),
    BargainSeen.STRIKE: ("the strike has come", "0 or 1"),
}


@dataclass(frozen=True, slots=True)
class Channel:
    """One column of the record: ``levels`` are the words for its values, or empty."""

    name: str
    column: int
    meaning: str
    unit: str
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A channel as a question puts it; ``text`` is how it was written.

    ``over`` is "ever" (the greatest so far), "mean" (over the months so far) or None; ``sign`` and
    ``value`` hold it against a number first, giving 1 where that is so.
    """

    text: str
    channel: Channel
    over: str | None
    sign: str | None
    value: float

    @property
    def unit(self) -> str:
        """What its numbers are: held against a value, 0 or 1."""
        return self.channel.unit if self.sign is None else "0 or 1"

    def holds(self, seen: Reals) -> Reals:
        """Values of its channel as it puts them: as they are, or 1 where they are as held."""
        if self.sign is None:
            return seen
        return np.asarray(_SIGNS[self.sign](seen, self.value), dtype=np.float64)

    def outcome(self, month: int) -> Callable[[Reals], Reals]:
        """The measure at one month, as a function of the record of some draws."""

        def read(record: Reals) -> Reals:
            seen = self.holds(record[:, : month + 1, self.channel.column])
            if self.over == "ever":
                return np.asarray(seen.max(axis=1))
            return np.asarray(seen.mean(axis=1) if self.over == "mean" else seen[:, -1])

        return read


def list_channels(conflict: Conflict) -> tuple[Channel, ...]:
    """Everything that a measure can name, in the order of the record."""
    return tuple(_channels(conflict))


def parse_measure(conflict: Conflict, text: str) -> Measure:
    """Read a measure.

    Raises:
        UsageError: it has another form, or names nothing that is measured; says the nearest.
    """
    found = _TEXT.fullmatch(text)
    if found is None:
        raise UsageError(
            f"measure {text!r} must be NAME, NAME>=VALUE, ever NAME>=VALUE or mean NAME"
        )
    channels = {channel.name: channel for channel in list_channels(conflict)}
    channel = channels.get(found["name"])
    if channel is None:
        raise UsageError(f"unknown measure {found['name']} ({hint(found['name'], channels)})")
    value = 0.0 if found["value"] is None else _value(channel, found["value"])
    return Measure(text.strip(), channel, found["over"], found["sign"], value)


def _value(channel: Channel, written: str) -> float:
    if written in channel.levels:
        return float(channel.levels.index(written))
    try:
        return float(written)
    except ValueError:
        allowed = (
            f"a number or one of {', '.join(channel.levels)}" if channel.levels else "a number"
        )
        raise UsageError(f"{channel.name} is held against {allowed}, not {written}") from None


def _channels(conflict: Conflict) -> Iterator[Channel]:
    at, file = conflict.record, conflict.file
    yield from _named("{}", at.world, _WORLD)
    yield from _named("council.{}", at.council, _COUNCIL)
    for place, rival in enumerate(file.council.rivals, 1):
        yield from _named(f"{rival.id}.{{}}", at.council + place * len(CouncilSeen), _COUNCIL)
    for place, party in enumerate(file.parties):
        start = at.party + place * len(PartySeen)
        for channel in _named(f"{party.id}.{{}}", start, _PARTY):
            power = channel.name == f"{party.id}.in_power"
            name = f"in_power.{party.id}" if power else channel.name
            yield Channel(name, channel.column, channel.meaning, channel.unit)
    for place, patron in enumerate(file.patrons):
        start = at.patron + place * len(PatronSeen)
        for channel in _named(f"{patron.id}.{{}}", start, _PATRON):
            stepped = channel.name.rpartition(".")[2] in _LADDERS
            levels = file.ladder if stepped else ()
            yield Channel(channel.name, channel.column, channel.meaning, channel.unit, levels)
    for place, option in enumerate(file.options):
        yield from _named(f"{option.id}.{{}}", at.option + place * len(OptionSeen), _OPTION)
    for place, relation in enumerate(file.relations):
        pair = ".".join(relation.between)
        start = at.relation + place * len(RelationSeen)
        unit, meaning = "-1 to 1", "how good relations are"
        yield Channel(f"relation.{pair}", start + RelationSeen.RELATION, meaning, unit)
        yield Channel(f"trust.{pair}", start + RelationSeen.TRUST, "how far they trust", "share")
    for place, bargain in enumerate(file.bargains):
        yield from _named(f"{bargain.id}.{{}}", at.bargain + place * len(BargainSeen), _BARGAIN)


def _named(form: str, start: int, columns: Mapping[_Column, tuple[str, str]]) -> Iterator[Channel]:
    for column, (meaning, unit) in columns.items():
        yield Channel(form.format(column.name.lower()), start + column, meaning, unit)
