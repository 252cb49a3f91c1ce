"""Measure positions and verdicts against their floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/positions/run.py [PART]...``, all
parts where none is named. ``--seed N`` draws other series. Votes, ideal points and change points
need ``VOLTEFACE_DATA``, the folder that holds ``unga/`` and ``tcpd/``. Exit code 1 when a figure
misses its floor.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import numpy as np

FLOORS = Path(__file__).parent / "floors.toml"
DRAWN = ("speed", "exact", "calibration", "shifts", "adversarial", "competitors")
"""Parts on series that are drawn."""
GIVEN = ("votes", "ideal_points", "turing")
"""Parts on data from elsewhere."""
PARTS = (*DRAWN, "case_answers", *GIVEN)
"""Each a module beside this one."""


def figures(parts: list[str], seed: int) -> Iterator[tuple[str, float]]:
    """Every figure of the parts by name, as it is found."""
    data = os.environ.get("VOLTEFACE_DATA")
    for part in parts:
        if part in GIVEN and data is None:
            print(f"{part} skipped: VOLTEFACE_DATA is not set")
            continue
        measure = import_module(part).measure
        if part in DRAWN:
            yield from measure(np.random.default_rng(seed))
        elif part in GIVEN:
            yield from measure(Path(data or ""))
        else:
            yield from measure()


def floor(name: str, floors: dict[str, dict[str, float]]) -> dict[str, float]:
    """The bounds on a figure: those of its own name, or of the longest that it begins with."""
    fitting = [key for key in floors if name == key or name.startswith(f"{key}_")]
    return floors[max(fitting, key=len)] if fitting else {}


def main() -> int:
    """Print the table; say whether all floors hold."""
    parser = argparse.ArgumentParser(description="Measure positions and verdicts.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seed", type=int, default=20120530)
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown part {', '.join(sorted(unknown))} (known: {', '.join(PARTS)})")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    missed = 0
    for name, figure in figures(asked.parts or list(PARTS), asked.seed):
        bounds = floor(name, floors)
        holds = bounds.get("least", figure) <= figure <= bounds.get("most", figure)
        missed += not holds
        mark = "" if not bounds else "holds" if holds else "MISSED"
        wanted = ", ".join(f"{side} {bound}" for side, bound in bounds.items())
        print(f"{name:28}{figure:12.4g}  {wanted:24}{mark}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
