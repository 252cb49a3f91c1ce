"""Actors compared on one issue: levels on a day, distances over time, who is nearest to whom.

Distances are between levels as they are shown, within [-1, 1], so that no actor lies beyond a pole.
A bloc that the case gives members stands at the mean of those that can be placed.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.positions.channels import Key
from volteface.positions.conditions import span
from volteface.positions.dates import canonical
from volteface.positions.draws import draws
from volteface.positions.level import Fit, fit, level_on
from volteface.positions.mixture import Array
from volteface.positions.observations import Measured
from volteface.positions.segments import Motion
from volteface.records import Channel

POINTS = 24
"""Days, evenly spread, at which a comparison over time is made."""
NEEDED = 2
_BAND = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Spread:
    """A number with its uncertainty: mean, and the quantiles of the 50 and 90 % bands."""

    mean: float
    low90: float
    low50: float
    middle: float
    high50: float
    high90: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one actor or bloc stands on a day.

    ``observations`` counts those behind it up to that day, ``members`` the actors of a bloc that
    have a level; ``silent`` is true where its own evidence begins only later.
    """

    actor: str
    level: Spread
    observations: int
    silent: bool
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """Which other actor stands nearest to one on a day, and how probable that is."""

    actor: str
    other: str
    distance: Spread
    probability: float


@dataclass(frozen=True, slots=True)
class Apart:
    """The distance between two actors over time.

    ``beyond`` is the probability on each day that they differ by more than delta.
    """

    one: str
    other: str
    days: tuple[date, ...]
    distance: tuple[Spread, ...]
    beyond: tuple[float, ...]


class Field:
    """All actors with a series on one issue in one channel, and the case's blocs among them.

    Args:
        measured: The observations.
        case: Dynamics, thresholds and blocs.
        issue: The issue, by id.
        channel: The channel; None for the one in which most actors can be placed.
        actors: Only these, by id, in this order; None for all with more than one observation, or,
            if that leaves fewer than two, for all with any.

    Raises:
        UsageError: fewer than two of them can be placed.
    """

    def __init__(
        self,
        measured: Measured,
        case: Case,
        issue: str,
        channel: Channel | None = None,
        actors: Sequence[str] | None = None,
    ) -> None:
        held = {key: obs for key, obs in measured.series.items() if key.issue == issue}
        self.case = case
        self.issue = issue
        self.channel = channel or _fullest(held, actors)
        self.series = {
            key.actor: canonical(obs) for key, obs in held.items() if key.channel == self.channel
        }
        self._blocs = _blocs(case, self.series)
        known = [a.id for a in case.actors if a.id in self.series or a.id in self._blocs]
        firm = [name for name in known if name in self._blocs or len(self.series[name]) >= NEEDED]
        enough = firm if len(firm) >= NEEDED else known
        self.actors = tuple(enough if actors is None else actors)
        missing = [name for name in self.actors if name not in known]
        if missing or len(self.actors) < NEEDED:
            raise UsageError(_too_few(self.issue, self.channel, missing, known))
        motion = Motion.of(case.settings.dynamics)
        self._fits: dict[str, Fit] = {name: fit(obs, motion) for name, obs in self.series.items()}
        self._worlds: dict[date, Array] = {}
        self._places = {name: place for place, name in enumerate(self._fits)}

    @property
    def span(self) -> tuple[date, date]:
        """First and last day with evidence on any of them."""
        return span([one for held in self.series.values() for one in held])

    def days(self, points: int = POINTS) -> tuple[date, ...]:
        """Days evenly spread over the evidence, both ends included."""
        first, last = self.span
        steps = np.linspace(0, (last - first).days, points).round().astype(int)
        return tuple(dict.fromkeys(date.fromordinal(first.toordinal() + int(s)) for s in steps))

    def worlds(self, day: date) -> Array:
        """(worlds, actors) levels within [-1, 1]; a bloc has the mean of its members."""
        if day in self._worlds:
            return self._worlds[day]
        every = np.clip(draws([level_on(one, day) for one in self._fits.values()]), -1, 1)
        columns = [
            every[:, [self._places[name] for name in self._blocs.get(actor, (actor,))]].mean(axis=1)
            for actor in self.actors
        ]
        self._worlds[day] = np.stack(columns, axis=1)
        return self._worlds[day]

    def standings(self, day: date) -> tuple[Standing, ...]:
        """Where each stands on a day, from the plus pole to the minus pole."""
        worlds = self.worlds(day)
        found = [
            self._standing(actor, worlds[:, place], day) for place, actor in enumerate(self.actors)
        ]
        return tuple(sorted(found, key=lambda one: (-one.level.mean, one.actor)))

    def _standing(self, actor: str, levels: Array, day: date) -> Standing:
        members = self._blocs.get(actor, ())
        own = [o for name in members or (actor,) for o in self.series[name]]
        before = sum(o.when.earliest <= day for o in own)
        return Standing(actor, spread(levels), before, before == 0, tuple(members))

    def nearest(self, day: date) -> tuple[Nearest, ...]:
        """Who stands nearest to each on a day: the likeliest, in the order of the actors.

        Blocs are no answer to who is near them, and none to their members.
        """
        worlds = self.worlds(day)
        found = []
        for place, actor in enumerate(self.actors):
            if actor in self._blocs:
                continue
            away = np.abs(worlds - worlds[:, [place]])
            for column, other in enumerate(self.actors):
                if other == actor or self._overlap(actor, other):
                    away[:, column] = np.inf
            counts = np.bincount(away.argmin(axis=1), minlength=len(self.actors))
            nearest = int(counts.argmax())
            if np.isfinite(away[:, nearest]).all():
                chance = float(counts[nearest] / len(worlds))
                distance = spread(away[:, nearest])
                found.append(Nearest(actor, self.actors[nearest], distance, chance))
        return tuple(found)

    def _overlap(self, one: str, other: str) -> bool:
        """Whether one is a bloc with the other in it, or two blocs share a member."""
        members = (set(self._blocs.get(name, (name,))) for name in (one, other))
        return bool(set.intersection(*members))

    def levels(self, days: Sequence[date]) -> dict[str, tuple[Spread, ...]]:
        """Where each stands on each of the days."""
        worlds = [self.worlds(day) for day in days]
        return {
            actor: tuple(spread(world[:, place]) for world in worlds)
            for place, actor in enumerate(self.actors)
        }

    def apart(self, days: Sequence[date]) -> tuple[Apart, ...]:
        """The distance between every two of them over time; not of a bloc and its members."""
        worlds = [self.worlds(day) for day in days]
        delta = self.case.settings.thresholds.delta
        found = []
        for one, other in itertools.combinations(range(len(self.actors)), 2):
            if self._overlap(self.actors[one], self.actors[other]):
                continue
            away = [np.abs(world[:, one] - world[:, other]) for world in worlds]
            found.append(
                Apart(
                    self.actors[one],
                    self.actors[other],
                    tuple(days),
                    tuple(spread(each) for each in away),
                    tuple(float((each > delta).mean()) for each in away),
                )
            )
        return tuple(found)


def spread(numbers: Array) -> Spread:
    """Mean and quantiles of a number in all worlds."""
    low90, low50, middle, high50, high90 = np.quantile(numbers, _BAND)
    return Spread(*map(float, (numbers.mean(), low90, low50, middle, high50, high90)))


def _fullest(held: Mapping[Key, Sequence[object]], actors: Sequence[str] | None) -> Channel:
    """The channel in which most of the actors have a series; words before deeds."""
    channels: tuple[Channel, ...] = ("stated", "revealed", "belief", "observers")
    return max(
        channels,
        key=lambda channel: sum(
            key.channel == channel and (actors is None or key.actor in actors) for key in held
        ),
    )


def _blocs(case: Case, series: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Blocs without a series of their own, and which of their members have one."""
    found = {
        actor.id: tuple(name for name in actor.members if name in series)
        for actor in case.actors
        if actor.members and actor.id not in series
    }
    return {bloc: members for bloc, members in found.items() if len(members) >= NEEDED}


def _too_few(issue: str, channel: Channel, missing: Sequence[str], known: Sequence[str]) -> str:
    there = ", ".join(known) or "nobody"
    if missing:
        return (
            f"{', '.join(missing)} cannot be placed on {issue} in the channel {channel} "
            f"(who can: {there})"
        )
    return f"fewer than two actors can be placed on {issue} in the channel {channel} ({there})"
