"""Drafts before the Council: the strongest that passes, and what rivals make of each other.

How members vote in a month follows from where they stand then; so any draft can be put to that
month's Council, also ones that nobody has tabled.
"""

from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.council import adoption, ideals, inclinations
from volteface.conflict.fields import Council, Scandal
from volteface.conflict.moment import Moment

_GRID = 100
_HALVINGS = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft in one month: mean chance of adoption, share of worlds in which it is tabled."""

    id: str
    title: str
    adoption: float
    tabled: float


@dataclass(frozen=True, slots=True)
class Passing:
    """Whether any draft would pass: in what ``share`` of the worlds, and the median strongest."""

    share: float
    asks: float | None


def passing_drafts(moment: Moment, chance: float = 0.5) -> Passing:
    """In how many worlds some draft that asks for any pressure passes, and how much it may ask.

    Args:
        moment: A month of worlds.
        chance: With which it should pass.
    """
    strongest = strongest_draft(moment, chance)
    passes = ~np.isnan(strongest)
    asks = float(np.median(strongest[passes])) if passes.any() else None
    return Passing(float(passes.mean()), asks)


def drafts_at(moment: Moment) -> tuple[Draft, ...]:
    """The Council's own draft and its rivals, as the month has them."""
    titles = [("council", "the draft")]
    titles += [(rival.id, rival.title) for rival in moment.conflict.file.council.rivals]
    session = moment.seen.session
    return tuple(
        Draft(name, title, float(session.adoption[:, d].mean()), float(session.tabled[:, d].mean()))
        for d, (name, title) in enumerate(titles)
    )


def chance_of(moment: Moment, asks: Reals) -> Reals:
    """The exact chance that a draft asking for ``asks`` would pass, (draws,)."""
    structure, p, state = moment.conflict.structure, moment.p, moment.before
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    yes, no = inclinations(p, ideals(structure, p, state), asks, outrage)
    return adoption(structure.body, yes, no)


def strongest_draft(moment: Moment, chance: float = 0.5) -> Reals:
    """The most pressure that a draft can ask for and still pass, (draws,).

    Args:
        moment: A month of worlds.
        chance: With which it should pass.

    Returns:
        Pressure; not a number where no draft that asks for more than the status quo passes. Exact
        to a millionth of the range looked at, if no draft passes between two that do not and lie
        closer than a hundredth of it.
    """
    start = moment.p.council[:, Council.STATUS_QUO]
    # twice as far as the member who wants most: there even it prefers the status quo
    ideal = ideals(moment.conflict.structure, moment.p, moment.before)
    end = start + 2 * np.maximum(0, (ideal - start[:, None]).max(axis=1, initial=0.0))
    found = np.full(len(start), np.nan)
    above = end.copy()
    for place in range(_GRID, 0, -1):
        asks = start + (end - start) * place / _GRID
        new = np.isnan(found) & (end > start) & (chance_of(moment, asks) >= chance)
        found = np.where(new, asks, found)
        above = np.where(new, np.minimum(end, asks + (end - start) / _GRID), above)
    low, high = np.where(np.isnan(found), start, found), above
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        passes = chance_of(moment, middle) >= chance
        low, high = np.where(passes, middle, low), np.where(passes, high, middle)
    strongest: Reals = np.where(np.isnan(found), np.nan, low)
    return strongest
