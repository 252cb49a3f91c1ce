"""War lengths of the model against those of civil wars since 1975 (UCDP External Support Dataset).

Usage, from the root of the project, with the data's folder in VOLTEFACE_DATA:
``python evaluation/conflict/base_rates.py [--search]``. A general war (a government and one to
three rebel groups, with and without patrons, nothing of any case) is run for fifteen years. How
often it ends in each year of each kind gives the logit of *ends this year* on rebel groups, support
of either side and log(year), over the kinds and years of the record. It is association, not
effect: that supported governments are the weaker ones (``need``) is part of what is fitted. The
numbers in ``FITTED`` were searched for on episodes begun before 2000 and are held against later
ones. ``--search`` looks again, for minutes.
"""

import argparse
import csv
import json
import math
import os
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.ensemble import run_ensemble
from volteface.conflict.load import load_conflict

YEARS = 15
SMALL = 1e-10
SPLIT = 2000
MOST_GROUPS = 3
Kind = tuple[int, int, int]
"""Rebel groups (three stand for more), rebels supported, government supported."""

FITTED = {
    "fade": 0.031,
    "spread": 1.57,
    "fade_support": 1.515,
    "nu": 0.49,
    "rebels": 0.765,
    "gov": 0.604,
    "need": 0.629,
}
RANGES = {
    "fade": (0.005, 0.06),
    "spread": (0.3, 2.0),
    "fade_support": (0.5, 4),
    "nu": (0.0, 0.8),
    "rebels": (0.3, 1.0),
    "gov": (0.2, 1.0),
    "need": (0.0, 1.0),
}
POINTS = 360
ERRORS = {
    "rebel groups": 0.24,
    "rebels supported": 0.17,
    "government supported": 0.17,
    "log(year)": 0.08,
}
SIX_YEARS = {"both": ((3, 1, 1), 0.22), "rebels only": ((3, 1, 0), 0.37), "none": ((3, 0, 0), 0.60)}


def war(kind: Kind, numbers: dict[str, float]) -> str:
    """conflict.toml of a war of this kind."""
    groups, rebels, government = kind
    lines = [
        "begins = 2000-01-01", f"months = {12 * YEARS}", "forts = 120", "[battlefield]",
        'source = "fitted"', f"overstretch = {numbers['nu']}", "decisiveness = 1",
        "[[party]]", 'id = "GOV"', "regime = true", "forts = 60", "core = 12",
        'source = "fitted"', "start = 1",
        f"strength = {{ lognormal = [{math.exp(-numbers['need'] * government)}, 0.3] }}",
    ]  # fmt: skip
    share = 60 // groups
    for place in range(groups):
        lines += [
            "[[party]]", f'id = "R{place}"', f"forts = {share}", "core = 2", 'source = "fitted"',
            "start = 1", f"strength = {{ lognormal = [{0.8 / groups}, 0.5] }}",
            f"fade = {{ lognormal = [{numbers['fade']}, {numbers['spread']}], within = [0, 1] }}",
            f"fade_support = {numbers['fade_support']}",
            "[[hostility]]", f'between = ["GOV", "R{place}"]', f"battles = {4 / groups}",
            'source = "fitted"',
        ]  # fmt: skip
        if rebels:
            lines += _patron(f"PR{place}", f"R{place}", numbers["rebels"] / groups)
    if government:
        lines += _patron("PG", "GOV", numbers["gov"])
    return "\n".join(lines) + "\n"


def _patron(name: str, client: str, effect: float) -> list[str]:
    return [
        "[[patron]]", f'id = "{name}"', f'client = "{client}"', 'starts = "arms"', "face = 1000",
        'source = "fitted"', f"arms = {{ effect = {effect} }}",
    ]  # fmt: skip


def hazards(kind: Kind, numbers: dict[str, float], draws: int) -> Reals:
    """The chance of ending in each year, of wars that have lasted so long, (years,)."""
    found = run_ensemble(load_conflict(war(kind, numbers)), draws, 1)
    over = np.concatenate([[0.0], found.mean[11::12, found.record.world]])
    lasting = np.maximum(1e-9, 1 - over[:-1])
    ends: Reals = np.clip((over[1:] - over[:-1]) / lasting, 1e-6, 1 - 1e-6)
    return ends


def record(path: Path) -> list[dict[str, int]]:
    """The record's conflict-years, with the year in which each episode began."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    begun: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row["conflict_id"], row["ep"])
        begun[key] = min(begun.get(key, 9999), int(row["year"]))
    return [
        {name: int(row[name]) for name in ("nreb", "rsup", "gsup", "t", "end")}
        | {"begun": begun[row["conflict_id"], row["ep"]]}
        for row in rows
    ]


def kind_of(row: dict[str, int]) -> Kind:
    """The kind of a conflict-year."""
    return min(MOST_GROUPS, row["nreb"]), row["rsup"], row["gsup"]


def logit(features: Reals, ends: Reals, weights: Reals) -> Reals:
    """Coefficients of a logit with a constant first, by Newton's method, (1 + features,)."""
    design = np.column_stack([np.ones(len(features)), features])
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ beta))
        slope = design.T @ (weights * (ends - chance))
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < SMALL:
            break
    return beta


def simulated(rows: list[dict[str, int]], numbers: dict[str, float], draws: int) -> Reals:
    """The logit's coefficients if the record's conflict-years ended as the model's do."""
    kinds = {kind_of(row) for row in rows}
    ends = {kind: hazards(kind, numbers, draws) for kind in kinds}
    counted = Counter((kind_of(row), min(YEARS, row["t"])) for row in rows)
    features = np.array([(*kind, math.log(year)) for kind, year in counted])
    chances = np.array([ends[kind][year - 1] for kind, year in counted])
    return logit(features, chances, np.array(list(counted.values()), dtype=np.float64))


def observed(rows: list[dict[str, int]]) -> Reals:
    """The logit's coefficients of the record itself, groups counted as the model counts them."""
    features = np.array([(*kind_of(row), math.log(min(YEARS, row["t"]))) for row in rows])
    ends = np.array([row["end"] for row in rows], dtype=np.float64)
    return logit(features, ends, np.ones(len(rows)))


def by_year_six(numbers: dict[str, float], draws: int) -> dict[str, float]:
    """How likely a war of three groups is over by its sixth year."""
    return {
        name: float(1 - np.prod(1 - hazards(kind, numbers, draws)[:6]))
        for name, (kind, _) in SIX_YEARS.items()
    }


def search(rows: list[dict[str, int]]) -> dict[str, float]:
    """Of points drawn at random, later ones near the best, the one nearest to the record."""
    target = observed(rows)
    generator = np.random.default_rng(1)
    best: tuple[float, dict[str, float]] = (math.inf, {})
    for place in range(POINTS):
        numbers = {key: round(float(generator.uniform(*ends)), 3) for key, ends in RANGES.items()}
        if place > POINTS / 3:  # near the best so far
            numbers = {key: round(0.8 * best[1][key] + 0.2 * numbers[key], 3) for key in numbers}
        distance = float(np.abs(simulated(rows, numbers, 256)[1:] - target[1:]).sum())
        six = by_year_six(numbers, 256)
        distance += sum(abs(found - SIX_YEARS[name][1]) for name, found in six.items())
        if distance < best[0]:
            best = (distance, numbers)
            print(round(distance, 3), json.dumps(numbers), file=sys.stderr)
    return best[1]


def distances(
    rows: list[dict[str, int]], numbers: dict[str, float], draws: int
) -> dict[str, float]:
    """How far the model is from the record.

    Slopes in the published standard errors, clustered by conflict, for episodes begun from the
    split on and for all; chances of being over by year six in absolute terms.
    """
    found = {}
    for name, some in (
        ("later", [row for row in rows if row["begun"] >= SPLIT]),
        ("all", rows),
    ):
        gaps = np.abs(observed(some) - simulated(some, numbers, draws))[1:]
        found |= {
            f"slope of {key}, {name} episodes": round(float(gap) / error, 2)
            for (key, error), gap in zip(ERRORS.items(), gaps, strict=True)
        }
    six = by_year_six(numbers, draws)
    return found | {
        f"over by year six, {name}": round(abs(six[name] - chance), 3)
        for name, (_, chance) in SIX_YEARS.items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--search", action="store_true", help="look for the numbers again")
    given = parser.parse_args()
    folder = os.environ.get("VOLTEFACE_DATA")
    if folder is None:
        print("VOLTEFACE_DATA is not set: nothing measured")
        return
    rows = record(Path(folder) / "ucdp" / "external-support-conflict-year.csv")
    numbers = FITTED
    if given.search:
        numbers = search([row for row in rows if row["begun"] < SPLIT])
    print(json.dumps({"numbers": numbers} | distances(rows, numbers, 2048), indent=1))


if __name__ == "__main__":
    main()
