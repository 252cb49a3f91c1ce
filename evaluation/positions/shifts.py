"""False shifts where nothing moved, and shifts found where something did."""

from collections.abc import Iterator

import numpy as np
from series import LENGTHS, monthly

from volteface.case.schema import Dynamics, Thresholds
from volteface.positions.conditions import Rules
from volteface.positions.judge import judge
from volteface.positions.segments import Motion
from volteface.records import Observation

RULES = Rules(Motion.of(Dynamics()), Thresholds())
STILL = {3: 1000, 5: 1000, 10: 1000, 30: 500, 100: 200}
JUMPING = 300


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """Share of still series called a shift, by noise and length; share of jumps found."""
    for deviation in (0.2, 0.4):
        for n in LENGTHS:
            levels = rng.uniform(-1, 1, STILL[n])
            false = sum(_shifted(monthly(rng, np.full(n, x), deviation)) for x in levels)
            yield f"false_shifts_{deviation}_at_{n}", false / STILL[n]
    step = np.repeat([0.4, -0.4], 5)
    found = sum(_shifted(monthly(rng, step, 0.2)) for _ in range(JUMPING))
    yield "jumps_found", found / JUMPING
    calm = [judge(monthly(rng, np.full(5, 0.6), 0.2), RULES).outcome for _ in range(JUMPING)]
    yield "no_shifts_found_at_5", calm.count("no shift") / JUMPING


def _shifted(observations: list[Observation]) -> bool:
    """A shift needs a probable move: where that is missing the whole judgement is not made."""
    if RULES.moved(observations) <= RULES.thresholds.probability:
        return False
    return judge(observations, RULES).outcome == "shift"
