"""Print how well issue, side and register are coded with given spans; compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/coding/run.py [--blind]
[--plot]``. Each conflict of ``tuned`` is read with weights fitted on the others, and the weights
fitted on all are printed. ``--blind`` reads ``blind`` too, with the program's own weights, and
prints totals only: nothing may be tuned on it. ``--plot`` draws the reliability diagram of the
documentation. Exit code 1 when a figure misses its floor.
"""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from fitting import BOTH, CUES, SENTENCE, VECTORS, Sample, fit
from gold import FOLDER, Conflict, conflicts
from measure import (
    Item,
    Outcome,
    figures,
    items,
    majority,
    read,
    read_after_learning,
    recalls,
    samples,
)
from registers_fit import known, weights_of
from reliability import draw
from sentences import sentence_samples

from volteface.coding.calibration import WITH_VECTORS
from volteface.coding.learning import Remembering
from volteface.coding.register_choice import general
from volteface.coding.vectors import load_vectors

FLOORS = FOLDER / "floors.toml"
PLOT = FOLDER.parent.parent / "docs" / "stance-reliability.svg"
KIN = {"ukraine": "donbas", "libya": "libya_2019"}
"""Files of evaluation/stance about a conflict of tuned: left out together with it."""


def line(name: str, found: dict[str, float]) -> str:
    """One line of the table, in percent."""
    return name.ljust(24) + "".join(f"{100 * value:9.0f}" for value in found.values())


def header() -> str:
    """The names of the columns."""
    names = ("issue", "in 3", "side", "register", "surest", "of 0.8", "are 0.8")
    return " " * 24 + "".join(f"{name:>9}" for name in names)


def left_out(vectors: Remembering) -> tuple[list[Outcome], list[Outcome]]:
    """Each tuned conflict read with weights of the others: nothing approved, and forty."""
    sets = known()
    registers = {
        name: weights_of([one for other, told in sets.items() if other != name for one in told])
        for name in sets
    }
    read_all = [(c, items(c, registers[c.name])) for c in conflicts("tuned")]
    every = {c.name: samples(c, found, vectors) for c, found in read_all}
    single = sentence_samples(vectors, SENTENCE)
    rows: dict[str, list[Outcome]] = {}
    after: list[Outcome] = []
    for conflict, found in read_all:
        others = _others(conflict.name, every, single)
        for name, features in (("cues alone", CUES), ("vectors alone", VECTORS), ("both", BOTH)):
            weights = fit(others, features)
            rows.setdefault(name, []).extend(read(conflict, found, vectors, weights))
        own = registers[conflict.name]
        after += read_after_learning(conflict, found, vectors, weights, own)
    pooled = [item for _, found in read_all for item in found]
    share = sum(len(f) * majority(f) for _, f in read_all) / len(pooled)
    print(f"tuned: {len(pooled)} statements, each conflict by weights of the others\n{header()}")
    print(f"{'majority class':24}{100 * share:9.0f}")
    for name, outcomes in rows.items():
        print(line(name, figures(outcomes)))
    print(line("both, 40 approved", figures(after)))
    print("recall of registers:", _percents(recalls(rows["both"])))
    everything = [s for group in (*every.values(), *single.values()) for s in group]
    print("WITH_VECTORS =", fit(everything, BOTH))
    print("CUES_ALONE =", fit(everything, CUES))
    return rows["both"], after


def _others(
    name: str, every: dict[str, list[Sample]], single: dict[str, list[Sample]]
) -> list[Sample]:
    texts = [s for other, group in every.items() if other != name for s in group]
    return texts + [s for other, group in single.items() if KIN.get(other) != name for s in group]


def blind(vectors: Remembering) -> tuple[list[Outcome], list[Outcome]]:
    """The blind conflicts with the program's own weights: totals only."""
    before: list[Outcome] = []
    after: list[Outcome] = []
    pooled: list[tuple[Conflict, list[Item]]] = [(c, items(c)) for c in conflicts("blind")]
    for conflict, found in pooled:
        before += read(conflict, found, vectors, None)
        after += read_after_learning(conflict, found, vectors, WITH_VECTORS, general())
    count = sum(len(found) for _, found in pooled)
    share = sum(len(f) * majority(f) for _, f in pooled) / count
    print(f"blind: {count} statements, shipped weights\n{header()}")
    print(f"{'majority class':24}{100 * share:9.0f}")
    cues = [o for c, found in pooled for o in read(c, found, None, None)]
    print(line("cues alone", figures(cues)))
    print(line("both", figures(before)))
    print(line("both, 40 approved", figures(after)))
    print("recall of registers:", _percents(recalls(before)))
    return before, after


def _percents(shares: dict[str, float]) -> str:
    return ", ".join(f"{name} {100 * share:.0f}" for name, share in shares.items())


def missed(name: str, found: dict[str, float]) -> list[str]:
    """One line for each figure below its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    return [
        f"MISSED {name}, {figure}: {found[figure]:.2f} under {least:.2f}"
        for figure, least in floors.items()
        if found[figure] < least
    ]


def main(arguments: Sequence[str]) -> int:
    """Read, print, compare."""
    model = load_vectors()
    assert model is not None, "the evaluation needs sentence vectors"
    vectors = Remembering(model)
    before, after = left_out(vectors)
    lines = missed("tuned", figures(before) | recalls(before))
    lines += missed("tuned, 40 approved", figures(after) | recalls(after))
    series: dict[str, Sequence[Outcome]] = {"left out": before}
    if "--blind" in arguments:
        unseen, taught = blind(vectors)
        series["blind"] = unseen
        lines += missed("blind", figures(unseen) | recalls(unseen))
        lines += missed("blind, 40 approved", figures(taught) | recalls(taught))
    if "--plot" in arguments:
        Path(PLOT).write_text(draw(series), encoding="utf-8")
    print("\n".join(lines) or "all floors hold")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
