"""Ideal points in the General Assembly against known turning points; reported, without a floor."""

import csv
import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from volteface.positions.dates import canonical
from volteface.positions.level import fit, gaps
from volteface.positions.segments import Motion
from volteface.records import DateInterval, Observation

MOTION = Motion(drift=0.1**2, jumps=0.1, spread=1.0)
SURE = 0.5
NEAR = 2


def measure(folder: Path) -> Iterator[tuple[str, float]]:
    """Share of known turning points with a jump within two years, and other jumps found."""
    known: dict[str, list[int]] = {}
    with (folder / "unga" / "known_shifts.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known.setdefault(row["iso3c"], []).append(int(row["year"]))
    series = _series(folder, set(known))
    hits = others = 0
    for state, years in known.items():
        fitted = fit(canonical(series[state]), MOTION)
        found = [gap.latest.year for gap in gaps(fitted) if gap.jump > SURE]
        hits += sum(any(abs(year - turn) <= NEAR for year in found) for turn in years)
        others += sum(all(abs(year - turn) > NEAR for turn in years) for year in found)
    yield "ideal_points_known", float(sum(map(len, known.values())))
    yield "ideal_points_found", float(hits)
    yield "ideal_points_others", float(others)


def _series(folder: Path, states: set[str]) -> dict[str, list[Observation]]:
    series: dict[str, list[Observation]] = {state: [] for state in states}
    path = folder / "unga" / "ideal-points-1946-2019.csv.gz"
    with gzip.open(path, "rt", encoding="latin-1") as file:
        for row in csv.DictReader(file):
            if row["iso3c"] in states:
                series[row["iso3c"]].append(_point(row))
    return series


def _point(row: dict[str, str]) -> Observation:
    """The General Assembly first met in 1946; the quantiles span 3.29 standard deviations."""
    day = date(1945 + int(row["session"]), 12, 31)
    deviation = (float(row["Q95%"]) - float(row["Q5%"])) / 3.29
    return Observation(
        records=(f"{row['iso3c']} {day.year}",),
        when=DateInterval(day, day, "day", "session"),
        value=float(row["IdealPoint"]),
        variance=deviation**2,
        source=f"session {row['session']}",
        conduct=True,
    )
