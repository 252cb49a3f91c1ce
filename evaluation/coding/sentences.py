"""The single sentences of evaluation/stance, as samples for a fit."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "stance"))

from fitting import Sample

from conflict import conflicts, read_conflict
from volteface.coding.reader import parser
from volteface.coding.stance import StanceCoder
from volteface.coding.vectors import Encoder


def sentence_samples(vectors: Encoder, weight: float) -> dict[str, list[Sample]]:
    """By conflict, the sentences that bear on one issue at most."""
    found = {}
    for path in (*conflicts("fitted"), *conflicts("traps")):
        case, gold = read_conflict(path, parser())
        ids = tuple(issue.id for issue in case.issues)
        evidence = StanceCoder(case, vectors).evidence([one.passage for one in gold])
        found[path.stem] = [
            Sample(ids, one.issues or (None,), one.side, seen, weight)
            for one, seen in zip(gold, evidence, strict=True)
            if one.second is None
        ]
    return found
