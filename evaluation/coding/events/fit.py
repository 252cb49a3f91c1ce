"""Fit the weights by which an act's unsaid recipients are found, and write them to the package.

Usage, from the root of the project: ``.venv/bin/python evaluation/coding/events/fit.py``. Every act
of the tuned gold whose recipients no word names is a choice among all who may be meant; the weights
make the gold's choices most probable, held near zero by a normal prior. What is printed is measured
on each set with weights fitted on the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from measure import PASSAGES, Gold, reader_of, report_of, texts
from numpy.typing import NDArray
from run import SETS
from scipy.optimize import minimize

from volteface.coding.events import unsaid
from volteface.coding.events.coder import EventCoder
from volteface.coding.events.joining import Told
from volteface.coding.events.participants import Participants
from volteface.coding.world import world_actors

SPREAD = 1.0
"""Standard deviation of the weights' prior."""
LEAST = 0.05
"""Weights nearer to zero are left out."""
TARGET = Path(unsaid.__file__).with_name("unsaid.toml")
Choice = tuple[int, list[Mapping[str, float]]]


class Recorder:
    """Answers with the gold's recipients where the gold has the act, and notes the choice."""

    def __init__(self) -> None:
        self.text: Gold = {}
        self.noted: list[Choice] = []

    def __call__(self, act: unsaid.Act, who: Participants, told: Sequence[Told]) -> unsaid.Actors:
        """The gold's recipients, or what the present weights say."""
        wanted = self._gold(act)
        if wanted is None:
            return unsaid.whom(act, who, told)
        listed = list(unsaid.choices(act, who, told))
        for n, (group, _) in enumerate(listed):
            if set(group) == wanted:
                self.noted.append((n, [features for _, features in listed]))
                return group
        return tuple(sorted(wanted))

    def _gold(self, act: unsaid.Act) -> set[str] | None:
        text = self.text["text"]
        at = text.find(act.trigger.doc.text) + act.trigger.idx
        mine = set(act.actors)
        for event in self.text["event"]:
            start = text.find(event["words"])
            if event["type"] != act.type or not start <= at < start + len(event["words"]):
                continue
            does, suffers = set(event["actors"]), set(event["recipients"])
            if mine == does or (mine < does and does == suffers):
                return suffers - mine
        return None


def noted(path: Path, case: Path | None) -> list[Choice]:
    """The choices of one gold file."""
    recorder = Recorder()
    for text in texts(path):
        reader = reader_of(case if case is not None else PASSAGES / text["war"])
        recorder.text = text
        reader._events = EventCoder(reader.case, world_actors(), recorder)  # noqa: SLF001
        reader.code(report_of(text))
    return recorder.noted


def fitted(choices: Sequence[Choice]) -> dict[str, float]:
    """The most probable weights."""
    names = sorted({name for _, listed in choices for one in listed for name in one})
    index = {name: n for n, name in enumerate(names)}
    matrices = [(right, _matrix(listed, index)) for right, listed in choices]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = float(weights @ weights) / (2 * SPREAD**2)
        slope = weights / SPREAD**2
        for right, matrix in matrices:
            scores = matrix @ weights
            scores -= scores.max()
            shares = np.exp(scores) / np.exp(scores).sum()
            total -= float(np.log(shares[right]))
            slope = slope + shares @ matrix - matrix[right]
        return total, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, found.tolist(), strict=True))


def _matrix(listed: Sequence[Mapping[str, float]], index: Mapping[str, int]) -> NDArray[np.float64]:
    matrix = np.zeros((len(listed), len(index)))
    for row, features in enumerate(listed):
        for name, value in features.items():
            if name in index:
                matrix[row, index[name]] = value
    return matrix


def right(choices: Sequence[Choice], weights: Mapping[str, float]) -> int:
    """How many choices the weights make as the gold does."""
    hits = 0
    for wanted, listed in choices:
        scores = [sum(weights.get(n, 0.0) * v for n, v in one.items()) for one in listed]
        hits += int(np.argmax(scores)) == wanted
    return hits


def _all() -> Iterator[tuple[str, list[Choice]]]:
    for name, pairs in SETS.items():
        for path, case in pairs:
            yield (name if case is None else path.parent.name), noted(path, case)


def main() -> None:
    """Measure across the sets, then fit on all and write."""
    sets: dict[str, list[Choice]] = {}
    for name, choices in _all():
        sets.setdefault(name, []).extend(choices)
    for name, choices in sets.items():
        others = [one for other, listed in sets.items() if other != name for one in listed]
        hits = right(choices, fitted(others))
        nobody = sum(wanted == 0 for wanted, _ in choices)
        print(f"{name:16}{len(choices):4} acts, right {hits:4}, if always nobody {nobody:4}")
    weights = fitted([one for listed in sets.values() for one in listed])
    lines = [f'"{name}" = {value:.2f}' for name, value in weights.items() if abs(value) >= LEAST]
    head = (
        "# Written by evaluation/coding/events/fit.py; volteface.coding.events.unsaid explains.\n"
    )
    TARGET.write_text(head + "\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
