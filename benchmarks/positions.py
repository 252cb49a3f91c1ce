"""How fast positions are estimated, against statsmodels' Kalman filter on the same series.

Prints, for 100,000 series of 10 points, the seconds of the run-length recursion with jump
probabilities and P(change) on two workers, and as ratios to statsmodels, which sums over no jumps
and is built and run once a series: ``ratio`` on two workers, ``ratio_one_worker`` on one,
``ratio_recursion`` without P(change), on one, and ``ratio_filter`` where the recursion has no jumps
either, on one, so that both work out the same number. All are measured in one run, in turns, so
that what else the machine does weighs on all alike.
``growth`` is the fitted exponent of time in points of one long series, from 500 to 8000.

    python benchmarks/positions.py --json
"""

import argparse
import json
import math
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from volteface.positions.batch import batch
from volteface.positions.runs import runs
from volteface.positions.segments import Motion

MOTION = Motion(drift=0.01, jumps=0.1, spread=0.64)
STILL = MOTION._replace(jumps=0.0)
DELTA = 0.4
SERIES, POINTS, FEW, TURNS = 100_000, 10, 1000, 5
SIZES = (500, 1000, 2000, 4000, 8000)


def drawn(series: int, n: int, years: float) -> tuple[NDArray[np.float64], ...]:
    """Times, stances and noise variances."""
    rng = np.random.default_rng(1)
    times = np.sort(rng.uniform(0, years, (series, n)), axis=1)
    variances = rng.uniform(0.15, 0.45, (series, n)) ** 2
    values = rng.uniform(-1, 1, (series, 1)) + rng.normal(0, 1, (series, n)) * np.sqrt(variances)
    return times, values, variances


def seconds(work: Callable[[], object]) -> float:
    """How long it takes by the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def theirs(
    times: NDArray[np.float64], values: NDArray[np.float64], variances: NDArray[np.float64]
) -> float:
    """The log likelihood of one series without jumps, by statsmodels."""
    model = KalmanFilter(k_endog=1, k_states=1)
    model.bind(values[:, None].copy())
    model["design"] = model["transition"] = model["selection"] = np.ones((1, 1))
    model["obs_cov"] = variances.reshape(1, 1, -1)
    model["state_cov"] = (MOTION.drift * np.append(np.diff(times), 0.0)).reshape(1, 1, -1)
    model.initialize_known(np.zeros(1), np.full((1, 1), MOTION.spread))
    return float(model.loglike())


def measure() -> dict[str, object]:
    """All figures."""
    rows = drawn(SERIES, POINTS, 5.0)
    few = tuple(x[:FEW] for x in rows)
    works: dict[str, Callable[[], object]] = {
        "two": lambda: batch(*rows, MOTION, DELTA, levels=False, workers=2),
        "one": lambda: batch(*rows, MOTION, DELTA, levels=False),
        "recursion": lambda: batch(*rows, MOTION, None, levels=False),
        "still": lambda: batch(*rows, STILL, None, levels=False),
        "statsmodels": lambda: [theirs(*row) for row in zip(*few, strict=True)],
    }
    batch(*few, MOTION, DELTA)
    best = dict.fromkeys(works, math.inf)
    for _ in range(TURNS):
        for name, work in works.items():
            best[name] = min(best[name], seconds(work))
    each = best["statsmodels"] / FEW * SERIES
    off = batch(*few, STILL, DELTA).log_evidence - [theirs(*row) for row in zip(*few, strict=True)]
    return {
        f"seconds_{SERIES}x{POINTS}": round(best["two"], 3),
        "ratio": round(each / best["two"], 1),
        "ratio_one_worker": round(each / best["one"], 1),
        "ratio_recursion": round(each / best["recursion"], 1),
        "ratio_filter": round(each / best["still"], 1),
        "statsmodels_difference": float(np.abs(off).max()),
        "growth": growth(),
    }


def growth() -> dict[str, object]:
    """Seconds by points of both passes over one series, and the exponent."""
    lines = [drawn(1, n, n / 365) for n in SIZES]
    runs(*lines[0], MOTION)
    took = [min(seconds(lambda line=line: runs(*line, MOTION)) for _ in range(3)) for line in lines]
    slope = float(np.polyfit(np.log(SIZES), np.log(took), 1)[0])
    return {
        "exponent": round(slope, 2),
        "seconds": dict(zip(map(str, SIZES), np.round(took, 3).tolist(), strict=True)),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    found = measure()
    if parser.parse_args().json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
