"""Bands to draw: an actor's level over time, to the precision of a screen."""

from collections.abc import Sequence
from datetime import date, timedelta

from volteface.positions.level import TAILS, Fit, fit, gaps, level_on
from volteface.positions.mixture import Mixture, mixture
from volteface.positions.segments import Motion
from volteface.records import Observation
from volteface.report_page.content import Band, Jump

POINTS = 20
"""Days between the first and last observation at which a band is read, beside theirs."""
_FINE = 0.002
"""Stance units; a third of a pixel."""
_SLIGHT = 1e-4
"""Weight of the mixture's parts that may be left out of a drawing."""


def level(observations: Sequence[Observation], motion: Motion) -> tuple[Band, tuple[Jump, ...]]:
    """The level from the first to the last observation, and the chance of a jump in each gap.

    Args:
        observations: At least two, on one issue in one channel.
        motion: How levels move in this case.
    """
    fitted = fit(observations, motion)
    days = _grid(observations)
    rows = [_read(fitted, day) for day in days]
    low90, low50, high50, high90, middle = zip(*rows, strict=True)
    band = Band(tuple(days), middle, low50, high50, low90, high90)
    return band, tuple(Jump(gap.earliest, gap.latest, gap.jump) for gap in gaps(fitted))


def _grid(observations: Sequence[Observation]) -> list[date]:
    known = {day for o in observations for day in (o.when.earliest, o.when.latest)}
    first, last = min(known), max(known)
    step = (last - first) / POINTS
    even = {first + timedelta(days=(step * k).days) for k in range(POINTS)}
    return sorted(known | even)


def _read(fitted: Fit, day: date) -> tuple[float, ...]:
    whole = level_on(fitted, day)
    main = _main(whole)
    ends = (main.quantile(tail, _FINE) for tail in TAILS)
    return tuple(_shown(end) for end in (*ends, whole.moments()[0]))


def _main(level: Mixture) -> Mixture:
    keep = level.weight > _SLIGHT
    return mixture(level.weight[keep], level.mean[keep], level.variance[keep])


def _shown(number: float) -> float:
    """Levels are unbounded inside and shown within the poles."""
    return round(min(1.0, max(-1.0, number)), 3)
