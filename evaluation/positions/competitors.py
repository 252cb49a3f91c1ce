"""Our verdicts beside simpler rules and change point detection, on the same series in one run.

- *last*: the last statement is the position; it shifted where two in a row differ by over delta.
- *rolling*: the mean of three; it shifted where two windows side by side differ by over delta.
- *pelt*, *binseg*: ruptures' PELT and binary segmentation with squared error and the penalty
  2 s^2 log n, s the true noise; it shifted where the means on both sides differ by more than delta.

Each is told the same noise. Reported: false shifts where nothing moved, also with one outlier;
jumps missed; and of those found the mean number of statements after the jump until it is told, when
the series is looked at after each.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
from series import monthly
from shifts import RULES

from volteface.positions.judge import judge
from volteface.records import Observation

SERIES, BEFORE, AFTER = 100, 6, 6
DELTA = RULES.thresholds.delta
Rule = Callable[[Sequence[Observation]], bool]


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """All figures by rule and noise."""
    rules: dict[str, Rule] = {"ours": ours, "last": last, "rolling": rolling}
    if find_spec("ruptures") is None:
        print("pelt and binseg skipped: ruptures is not installed")
    else:
        rules |= {"pelt": pelt, "binseg": binseg}
    for noise in (0.2, 0.4):
        still = [
            monthly(rng, np.full(BEFORE + AFTER, level), noise)
            for level in rng.uniform(-0.9, 0.9, SERIES)
        ]
        odd = [_with_outlier(rng, series) for series in still]
        jump = np.repeat([0.5, -0.5], [BEFORE, AFTER])
        turned = [monthly(rng, jump * rng.choice([-1, 1]), noise) for _ in range(SERIES)]
        for name, rule in rules.items():
            yield f"{name}_false_{noise}", _share(rule, still)
            yield f"{name}_false_outlier_{noise}", _share(rule, odd)
            delays = [_delay(rule, series) for series in turned]
            found = [delay for delay in delays if delay is not None]
            yield f"{name}_missed_{noise}", 1 - len(found) / SERIES
            yield f"{name}_delay_{noise}", float(np.mean(found)) if found else float("nan")


def ours(series: Sequence[Observation]) -> bool:
    """A verdict of shift."""
    return judge(series, RULES).outcome == "shift"


def last(series: Sequence[Observation]) -> bool:
    """The last statement wins."""
    values = _values(series)
    return bool((np.abs(np.diff(values)) > DELTA).any())


def rolling(series: Sequence[Observation]) -> bool:
    """Means of three."""
    values = _values(series)
    if len(values) < 6:  # noqa: PLR2004 - two windows
        return False
    means = np.convolve(values, np.ones(3) / 3, mode="valid")
    return bool((np.abs(means[3:] - means[:-3]) > DELTA).any())


def pelt(series: Sequence[Observation]) -> bool:
    """Killick, Fearnhead and Eckley (2012)."""
    from ruptures import Pelt  # noqa: PLC0415 - may be missing

    return _split(Pelt, series)


def binseg(series: Sequence[Observation]) -> bool:
    """Binary segmentation."""
    from ruptures import Binseg  # noqa: PLC0415 - may be missing

    return _split(Binseg, series)


def _split(method: Callable[..., object], series: Sequence[Observation]) -> bool:
    values = _values(series)
    if len(values) < 4:  # noqa: PLR2004 - two on each side
        return False
    penalty = 2 * series[0].variance * np.log(len(values))
    made: object = method(model="l2", min_size=2, jump=1)
    ends = made.fit(values[:, None]).predict(pen=penalty)  # type: ignore[attr-defined]
    means = [part.mean() for part in np.split(values, ends[:-1])]
    return bool((np.abs(np.diff(means)) > DELTA).any())


def _values(series: Sequence[Observation]) -> np.ndarray:
    return np.array([one.value for one in series])


def _share(rule: Rule, many: Sequence[Sequence[Observation]]) -> float:
    return sum(map(rule, many)) / len(many)


def _delay(rule: Rule, series: Sequence[Observation]) -> int | None:
    """Statements after the jump until a shift is told for good; None if it never is."""
    told = [rule(series[:end]) for end in range(BEFORE + 1, len(series) + 1)]
    if not told[-1]:
        return None
    return next(k for k in range(len(told)) if all(told[k:])) + 1


def _with_outlier(rng: np.random.Generator, series: Sequence[Observation]) -> list[Observation]:
    place = int(rng.integers(len(series)))
    found = list(series)
    found[place] = replace(found[place], value=float(rng.choice([-0.9, 0.9])))
    return found
