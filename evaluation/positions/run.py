"""Measure positions and verdicts against their floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/positions/run.py [SEED]``.
Figures on real votes need ``VOLTEFACE_DATA``, the folder that holds ``unga/``. Exit code 1 when a
figure misses its floor. That the recursion equals enumeration is held by the tests.
"""

import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import adversarial
import calibration
import competitors
import ideal_points
import numpy as np
import shifts
import speed
import turing
import votes

FLOORS = Path(__file__).parent / "floors.toml"


def figures(seed: int) -> Iterator[tuple[str, float]]:
    """Every figure by name, as it is found."""
    yield from speed.measure(np.random.default_rng(seed))
    yield from calibration.measure(np.random.default_rng(seed))
    yield from shifts.measure(np.random.default_rng(seed))
    yield from adversarial.measure(np.random.default_rng(seed))
    yield from competitors.measure(np.random.default_rng(seed))
    data = os.environ.get("VOLTEFACE_DATA")
    if data is None:
        print("votes, ideal points and change points skipped: VOLTEFACE_DATA is not set")
        return
    yield from votes.measure(Path(data))
    yield from ideal_points.measure(Path(data))
    yield from turing.measure(Path(data))


def floor(name: str, floors: dict[str, dict[str, float]]) -> dict[str, float]:
    """The bounds on a figure: those of its own name, or of the longest that it begins with."""
    fitting = [key for key in floors if name == key or name.startswith(f"{key}_")]
    return floors[max(fitting, key=len)] if fitting else {}


def main() -> int:
    """Print the table; say whether all floors hold."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    missed = 0
    for name, figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 20120530):
        bounds = floor(name, floors)
        holds = bounds.get("least", figure) <= figure <= bounds.get("most", figure)
        missed += not holds
        mark = "" if not bounds else "holds" if holds else "MISSED"
        wanted = ", ".join(f"{side} {bound}" for side, bound in bounds.items())
        print(f"{name:28}{figure:12.4g}  {wanted:24}{mark}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
