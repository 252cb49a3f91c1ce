"""Condition a case's worlds on its record, and propose better ones where too few are left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Progress
from volteface.questions.conditioning.guide import propose
from volteface.questions.conditioning.known import (
    as_known,
    last_whole_month,
    refuse_before_the_war,
)
from volteface.questions.conditioning.on_record import readings_until
from volteface.questions.conditioning.particles import SELDOM, Filtered, Fit, filter_worlds
from volteface.questions.conditioning.shown import Shown
from volteface.questions.conditioning.worlds import Worlds, prior_rows

DRAWS = 4096
FEWEST = 100.0
"""With fewer founding draws than this the parameters' posterior rests on too little."""
PASSES = 2
"""Times that worlds are proposed anew where too few are left, each time twice as many."""
SURPRISE = 0.05
"""A reading that fewer worlds than this share had is named as a surprise."""
_ASTRAY = 0.5


@dataclass(frozen=True)
class Conditioned:
    """Worlds that fit a record.

    ``prior`` are the rows of the priors, to compare with; ``passes`` says how often worlds were
    proposed, 1 for once, from the priors. ``effective`` and ``evidence`` are of the best
    pass. ``astray`` has for each patron on record the probability that its record is of something
    else than the model's patron.
    """

    worlds: Worlds
    prior: Reals
    fits: tuple[Fit, ...]
    effective: tuple[tuple[int, float], ...]
    evidence: float
    astray: Mapping[str, float]
    passes: int

    @property
    def founding(self) -> float:
        """Draws of the priors that the worlds count for."""
        return self.worlds.founding

    @property
    def collapsed(self) -> bool:
        """Whether too few draws are left, whatever was proposed."""
        return self.founding < min(FEWEST, len(self.worlds) / 8)

    @property
    def unmet(self) -> tuple[Fit, ...]:
        """Readings that no world reproduces, or so few that they are not weighed."""
        return tuple(fit for fit in self.fits if not fit.weighed)

    @property
    def surprises(self) -> tuple[Fit, ...]:
        """Readings that were weighed though few worlds had them."""
        return tuple(fit for fit in self.fits if fit.weighed and fit.chance < SURPRISE)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What has to be said beside every answer from these worlds, a line each."""
        unmet: dict[Shown, list[Fit]] = {}
        for fit in self.unmet:
            unmet.setdefault(fit.shown, []).append(fit)
        lines = [_unmet(self.worlds, shown, fits) for shown, fits in unmet.items()]
        lines += [
            f"the model does not follow what is on record of {name} (probability {chance:.2f}): "
            "do not rely on it there"
            for name, chance in self.astray.items()
            if chance > _ASTRAY
        ]
        if self.collapsed:
            lines.append(
                f"the record leaves {self.founding:.0f} founding draws of {len(self.worlds)} after "
                f"{self.passes} proposals: what follows rests on few parameters; give more --draws"
            )
        return tuple(lines)


def _unmet(worlds: Worlds, shown: Shown, fits: Sequence[Fit]) -> str:
    """One line for a showing that the worlds do not reproduce."""
    months = [f"{worlds.conflict.first_day(fit.month):%Y-%m}" for fit in fits]
    when = months[0] if len(months) == 1 else f"{months[0]} .. {months[-1]}"
    never = all(fit.chance == 0 for fit in fits)
    seldom = f"fewer than {SELDOM:.0%} of the worlds have"
    which = f"no world of {len(worlds)} has" if never else seldom
    return (
        f"{shown.where}: {which} {shown.text} in {when} ({shown.source}); not weighed: correct "
        "the record, or widen what conflict.toml allows"
    )


def condition(
    conflict: Conflict,
    shown: Sequence[Shown],
    as_of: date,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    later_events: bool = False,
    progress: Progress | None = None,
) -> Conditioned:
    """The worlds that agree with what is on record up to a day.

    Args:
        conflict: The case's.
        shown: The record; what is later than the day is not looked at.
        as_of: The day; the record counts to the last month that is over then.
        draws: Worlds.
        seed: The same seed gives the same worlds.
        later_events: Whether dated events that begin later are kept, as hindsight knows them.
        progress: Told of the months done, over all passes.

    Raises:
        UsageError: the day is before the war, no draws, or a seed out of range.
    """
    refuse_before_the_war(conflict, as_of)
    known = conflict if later_events else as_known(conflict, as_of)
    until = last_whole_month(conflict, as_of)
    readings = readings_until(shown, conflict, as_of)
    prior = prior_rows(known, draws, seed)

    def run(rows: Reals, amends: Reals | None, address: int) -> Filtered:
        return filter_worlds(
            known,
            readings,
            rows,
            until,
            seed=seed,
            log_weights=amends,
            address=address,
            progress=progress,
        )

    best = run(prior, None, 0)
    passes, size, address = 1, draws, draws
    while best.worlds.founding < min(FEWEST, draws / 8) and passes <= PASSES:
        size *= 2
        rows, amends = propose(best.worlds, prior, size, passes)
        again = run(rows, amends, address)
        address += size
        passes += 1
        if again.worlds.founding > best.worlds.founding:
            best = again
    worlds = replace(best.worlds.first(draws), as_of=as_of)
    return Conditioned(worlds, prior, best.fits, best.effective, best.evidence, best.astray, passes)
