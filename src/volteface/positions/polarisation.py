"""How far apart the actors of an issue are, over time: our measure, and discourse networks'.

Ours is the mean distance between every two actors as a share of the line from pole to pole, with
the uncertainty that the evidence leaves. 0 means that all stand in one place; the most that n
actors can reach, half at each pole, is n / (2 (n - 1)), or a little over one half.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.positions.channels import Key
from volteface.positions.comparison import Field, Spread, spread
from volteface.positions.discourse import Division, division, slices
from volteface.positions.phases import Phases, phases


@dataclass(frozen=True, slots=True)
class Polarisation:
    """Polarisation over time.

    Attributes:
        days: Days compared.
        distance: Mean distance between every two actors, from 0 to 1, on each.
        division: The best division into two camps on each, by discourse networks.
        phases: Stretches in which the discourse network stays alike.
        actors: In the order of the camps; blocs are not counted beside their members.
    """

    days: tuple[date, ...]
    distance: tuple[Spread, ...]
    division: tuple[Division, ...]
    phases: Phases
    actors: tuple[str, ...]


def polarisation(field: Field, days: Sequence[date]) -> Polarisation:
    """Both measures on each day, and the phases."""
    own = [name for name in field.actors if name in field.series]
    alone = [field.actors.index(name) for name in own] or list(range(len(field.actors)))
    pairs = list(itertools.combinations(alone, 2))
    distance = []
    for day in days:
        worlds = field.worlds(day)
        away = np.array([np.abs(worlds[:, a] - worlds[:, b]) for a, b in pairs])
        distance.append(spread(away.mean(axis=0) / 2))
    series = {Key(name, field.issue, field.channel): field.series[name] for name in own}
    networks = slices(series, own, days)
    return Polarisation(
        days=tuple(days),
        distance=tuple(distance),
        division=tuple(division(one) for one in networks),
        phases=phases(networks),
        actors=tuple(own),
    )
