"""The Turing Change Point Dataset (van den Burg and Williams 2020), without a floor.

Each series is scaled to mean 0 and variance 1; the noise is taken from the median absolute
difference of neighbours. Ours are the starts of segments under the likeliest jumps, with two jumps
expected in a series; ruptures' PELT and binary segmentation have squared error and the penalty
3 s^2 log n. Scored by F1 within five points and by covering, averaged over the annotators, as the
authors of the set do. Series of one dimension only.
"""

import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from volteface.positions.mixture import Array
from volteface.positions.runs import runs
from volteface.positions.segments import Motion

MARGIN = 5
LONGEST = 3000
Method = Callable[[Array, float], list[int]]


def measure(folder: Path) -> Iterator[tuple[str, float]]:
    """Mean F1 and covering of each method, over all series."""
    marks = json.loads((folder / "tcpd" / "annotations.json").read_text(encoding="utf-8"))
    methods: dict[str, Method] = {"ours": ours, "none": none}
    if find_spec("ruptures") is not None:
        methods |= {"pelt": _ruptures("Pelt"), "binseg": _ruptures("Binseg")}
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in methods}
    for path in sorted((folder / "tcpd").glob("*.json")):
        values = _series(path) if path.stem in marks else None
        if values is None:
            continue
        noise = float(np.median(np.abs(np.diff(values))) / 0.954) or 0.1
        told = [sorted(ends) for ends in marks[path.stem].values()]
        for name, method in methods.items():
            found = method(values, noise)
            scores[name].append((f_score(told, found), covering(told, found, len(values))))
    for name, pairs in scores.items():
        f1, cover = np.mean(pairs, axis=0)
        yield f"turing_f1_{name}", float(f1)
        yield f"turing_covering_{name}", float(cover)
    yield "turing_series", float(len(scores["ours"]))


def none(values: Array, noise: float) -> list[int]:
    """No change at all: what any method has to beat."""
    del values, noise
    return []


def ours(values: Array, noise: float) -> list[int]:
    """Where the likeliest segments start, but the first."""
    n = len(values)
    times = np.linspace(0, 1, n)[None]
    motion = Motion(drift=noise**2, jumps=2.0, spread=1.0)
    found = runs(times, values[None], np.full((1, n), noise**2), motion)
    return [int(k) for k in np.flatnonzero(np.diff(found.labels(0))) + 1]


def _ruptures(name: str) -> Method:
    def found(values: Array, noise: float) -> list[int]:
        import ruptures  # noqa: PLC0415 - may be missing

        penalty = 3 * noise**2 * np.log(len(values))
        made = getattr(ruptures, name)(model="l2", min_size=2, jump=1)
        return [int(end) for end in made.fit(values[:, None]).predict(pen=penalty)[:-1]]

    return found


def f_score(told: Sequence[Sequence[int]], found: Sequence[int]) -> float:
    """F1 with the start of the series as a change that all agree on."""
    every = {0, *(end for ends in told for end in ends)}
    precision = len(_matched(every, {0, *found})) / len({0, *found})
    recalls = [len(_matched({0, *ends}, {0, *found})) / len({0, *ends}) for ends in told]
    recall = float(np.mean(recalls))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _matched(told: set[int], found: set[int]) -> set[int]:
    left, matched = set(found), set()
    for mark in sorted(told):
        near = [end for end in left if abs(end - mark) <= MARGIN]
        if near:
            left.discard(min(near, key=lambda end: abs(end - mark)))
            matched.add(mark)
    return matched


def covering(told: Sequence[Sequence[int]], found: Sequence[int], n: int) -> float:
    """How well each annotated segment is covered by one that was found."""
    ours_parts = _parts(found, n)
    return float(np.mean([_cover(_parts(ends, n), ours_parts, n) for ends in told]))


def _parts(ends: Sequence[int], n: int) -> list[set[int]]:
    bounds = [0, *sorted(ends), n]
    return [set(range(a, b)) for a, b in itertools.pairwise(bounds)]


def _cover(told: list[set[int]], found: list[set[int]], n: int) -> float:
    return sum(len(a) * max(len(a & b) / len(a | b) for b in found) for a in told) / n


def _series(path: Path) -> Array | None:
    """The values of a series of one dimension, scaled; None for another."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["n_dim"] != 1 or data["n_obs"] > LONGEST:
        return None
    raw = np.array([np.nan if x is None else x for x in data["series"][0]["raw"]], dtype=float)
    raw = np.interp(np.arange(raw.size), np.flatnonzero(np.isfinite(raw)), raw[np.isfinite(raw)])
    return np.asarray((raw - raw.mean()) / (raw.std() or 1.0))
