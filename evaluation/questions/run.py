"""Measure conditioning, forecasts and levers, and compare with the floors.

Usage, from the root of the project: ``python evaluation/questions/run.py [PART]...``. Parts are
ahead, record, recovery, levers, speed and questions; all if none is named. The questions of a
tournament need VOLTEFACE_DATA. Exit code 1 when a figure misses its floor.
"""

import json
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from ahead import by_the_record, one_step
from constructed import QUANTITIES
from constructed import worlds as constructed_worlds
from from_csv import convert
from recovery import coverage

from volteface.conflict.load import load_conflict
from volteface.conflict.measures import parse_measure
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.on_record import case_record
from volteface.questions.conditioning.worlds import from_priors
from volteface.questions.forecasting.forecast import forecasts
from volteface.questions.forecasting.load import load_questions
from volteface.questions.forecasting.scores import score
from volteface.questions.interventions import month_of
from volteface.questions.levers.find import find_levers

FLOORS = Path(__file__).parent / "floors.toml"
CASE = "syria"
DRAWS = 2048
WORLDS = 40
CONSTRUCTED = 60
NEAR = 0.03


def ahead() -> dict[str, float]:
    """One step ahead, as known then and with all dated events."""
    conflict = load_conflict(CASE)
    shown = case_record(CASE, conflict)
    known = one_step(conflict, shown, DRAWS, later_events=False)
    dated = one_step(conflict, shown, DRAWS, later_events=True)
    return (
        known
        | {f"{name}, all events known": value for name, value in dated.items()}
        | {
            "forecast over hazard": known["log score, forecast"] - known["log score, hazard"],
            "forecast over hazard, all events known": dated["log score, forecast"]
            - dated["log score, hazard"],
        }
    )


def record() -> dict[str, float]:
    """What must follow from the record of the Syria case."""
    conflict = load_conflict(CASE)
    return by_the_record(conflict, case_record(CASE, conflict), DRAWS)


def recovery() -> dict[str, float]:
    """Coverage of 90 % intervals."""
    return coverage(load_conflict(CASE), WORLDS, 1024, 0)


def levers() -> dict[str, float]:
    """How often the known smallest lever is the one that is found, and sufficient."""
    right, off = 0, []
    for world, needed in constructed_worlds(CONSTRUCTED, 1):
        conflict = load_conflict(world.text())
        target = parse_measure(conflict, "PAT.support>=arms")
        found = find_levers(from_priors(conflict, 8, 0), target, 5, 0.5, 0)
        best = min(needed, key=lambda name: abs(np.log(needed[name])))
        said = found.singles[0].texts[0] if found.singles else ""
        name, _, factor = said.partition("*=")
        if name == QUANTITIES[best]:
            apart = abs(np.log(float(factor)) - np.log(needed[best]))
            off.append(float(apart))
            right += int(apart < NEAR)
    return {"found": right / CONSTRUCTED, "largest error of log size": max(off, default=1.0)}


def speed() -> dict[str, float]:
    """Seconds for levers on the Syria case, conditioning included, once compiled.

    The time of the processor, of all threads together: on idle cores the clock shows less.
    """
    conflict = load_conflict(CASE)
    from_priors(conflict, 8, 0).run(1)
    start, began = time.perf_counter(), time.process_time()
    day = date(2014, 12, 31)
    worlds = condition(conflict, case_record(CASE, conflict), day, draws=2000).worlds
    target = parse_measure(worlds.conflict, "RUS.support<arms")
    until = month_of(conflict, "2016-12")
    find_levers(worlds, target, until, 0.5, worlds.month + 1, workers=os.cpu_count() or 1)
    return {
        "seconds of the processor": time.process_time() - began,
        "seconds of the clock": time.perf_counter() - start,
    }


def questions() -> dict[str, float]:
    """The nine questions of the tournament; nothing without the data."""
    data = os.environ.get("VOLTEFACE_DATA")
    if data is None:
        print("VOLTEFACE_DATA is not set: the tournament is left out", file=sys.stderr)
        return {}
    conflict = load_conflict(CASE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "questions.toml"
        path.write_text(convert(Path(data) / "forecasts" / "syria-questions.csv"), encoding="utf-8")
        asked = load_questions(path, conflict)
    found = score(forecasts(conflict, case_record(CASE, conflict), asked, draws=DRAWS))
    return {
        "answered": float(found.answered),
        "Brier": found.mean("brier"),
        "Brier, base rate": found.mean("base_brier"),
        "Brier, 0.95 on the status quo": found.mean("stays_brier"),
        "over base rate": found.mean("base_brier") - found.mean("brier"),
        "over 0.95 on the status quo": found.better_by,
        "bootstrap error of that": found.error,
        "log": found.mean("log"),
    }


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "ahead": ahead,
    "record": record,
    "recovery": recovery,
    "levers": levers,
    "speed": speed,
    "questions": questions,
}


def missed(part: str, found: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for each figure outside ``least`` and ``most``."""
    lines = []
    for name, limits in floors.items():
        if name not in found:
            continue
        low, high = limits.get("least", -np.inf), limits.get("most", np.inf)
        if not low <= found[name] <= high:
            lines.append(f"{part}, {name}: {found[name]:.4f}, must lie in {low:g} .. {high:g}")
    return lines


def main() -> None:
    """Measure, print, compare."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    lines = []
    for part in sys.argv[1:] or PARTS:
        found = PARTS[part]()
        print(
            json.dumps({part: {name: round(value, 4) for name, value in found.items()}}, indent=1)
        )
        lines += missed(part, found, floors.get(part, {}))
    print("\n".join(lines) or "all floors hold")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
