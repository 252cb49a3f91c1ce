"""Series made to mislead: how often each is called a shift, and drifts called by their name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import numpy as np
from series import FIRST, monthly
from shifts import RULES

from volteface.positions.judge import judge
from volteface.records import DateInterval, Observation

SERIES = 150


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """Shares of series called a shift by kind of trap; shares of drifts called a shift by drift."""
    traps: dict[str, Callable[[np.random.Generator], list[Observation]]] = {
        "outlier": outlier,
        "prolific": prolific,
        "alternating": alternating,
        "one_year": one_year,
        "one_day": one_day,
    }
    for name, trap in traps.items():
        found = [judge(trap(rng), RULES).outcome for _ in range(SERIES)]
        yield f"trap_{name}_called_shift", found.count("shift") / SERIES
    drifts = [judge(drifting(rng), RULES) for _ in range(SERIES // 3)]
    shifts = [found for found in drifts if found.outcome == "shift"]
    yield "drifts_found", len(shifts) / len(drifts)
    called = sum(found.form == "drift" for found in shifts)
    yield "drifts_called_drift", called / max(1, len(shifts))


def outlier(rng: np.random.Generator) -> list[Observation]:
    """Three to twelve statements about one level, and one anywhere that says anything."""
    count = int(rng.integers(4, 13))
    series = monthly(rng, np.full(count, rng.uniform(-0.9, 0.9)), 0.2)
    place = int(rng.integers(count))
    series[place] = replace(series[place], value=float(rng.uniform(-1, 1)))
    return series


def prolific(rng: np.random.Generator) -> list[Observation]:
    """A few voices about one level, and one outlet that repeats another fifty times."""
    others = monthly(rng, np.full(int(rng.integers(2, 9)), rng.uniform(-0.9, 0.9)), 0.2)
    says, start = float(rng.uniform(-1, 1)), int(rng.integers(0, 200))
    return others + [_said(start + 4 * k, says, "Outlet", f"o{k}") for k in range(50)]


def alternating(rng: np.random.Generator) -> list[Observation]:
    """Two sources that contradict each other turn by turn."""
    level = rng.uniform(0.4, 0.9)
    count = int(rng.integers(6, 25))
    return [
        _said(20 * k, float(level * (-1) ** k + rng.normal(0, 0.1)), "AB"[k % 2], f"a{k}")
        for k in range(count)
    ]


def one_year(rng: np.random.Generator) -> list[Observation]:
    """Statements of one unknown day each in one year."""
    whole = DateInterval(FIRST, FIRST + timedelta(days=365), "year", "the year")
    series = monthly(rng, rng.uniform(-1, 1, 10), 0.2)
    return [replace(o, when=replace(whole, basis=f"year {k}")) for k, o in enumerate(series)]


def one_day(rng: np.random.Generator) -> list[Observation]:
    """Statements of one day."""
    return [_said(0, float(rng.uniform(-1, 1)), f"s{k}", f"d{k}") for k in range(20)]


def drifting(rng: np.random.Generator) -> list[Observation]:
    """From pole to pole in twelve years."""
    slope = np.linspace(-0.9, 0.9, 49) + rng.normal(0, 0.1, 49)
    return [
        _said(90 * k, float(np.clip(value, -1, 1)), f"s{k}", f"t{k}")
        for k, value in enumerate(slope)
    ]


def _said(day: int, value: float, source: str, record: str) -> Observation:
    when = FIRST + timedelta(days=day)
    return Observation(
        records=(record,),
        when=DateInterval(when, when, "day", "drawn"),
        value=value,
        variance=0.04,
        source=source,
        conduct=False,
    )
