"""Learn one case's wording from statements that a person has approved.

They count as further sentences of the case, and the weights of the evidence are fitted to them,
starting from the general ones. What that is worth is measured by cross-validation: each statement
is read by a coder that has learnt from the others only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from volteface.case.schema import Case
from volteface.coding.calibration import WITH_VECTORS, Array, Weights
from volteface.coding.learnt import Approved, Learnt
from volteface.coding.passage import Passage
from volteface.coding.refit import Seen, refit
from volteface.coding.stance import StanceCoder
from volteface.coding.vectors import DIMENSION, Encoder, Matrix
from volteface.coding.weighed import Evidence

Item = TypeVar("Item")

FOLDS = 5
JUDGED = 120
"""At most so many statements are read for the comparison, evenly spread; all are learnt from."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """An approved statement, with its passage where it can be read again."""

    approved: Approved
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Score:
    """Shares right, in [0, 1]: issue at first choice; among three; side where the issue is right.

    ``side`` is None where no issue was right. ``count`` is how many statements were read.
    """

    count: int
    issue: float
    among_three: float
    side: float | None


class Remembering:
    """Sentence vectors that are made once for each text."""

    def __init__(self, vectors: Encoder) -> None:
        self._vectors = vectors
        self._known: dict[str, Matrix] = {}

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Matrix:
        """The texts' vectors, one a row."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._vectors.encode(new, keep=keep), strict=True))
        vectors = [self._known[text] for text in texts]
        return np.array(vectors, dtype=np.float32).reshape(-1, DIMENSION)


def learn(
    case: Case,
    lessons: Sequence[Lesson],
    vectors: Encoder,
    *,
    weights: Weights = WITH_VECTORS,
) -> tuple[Learnt, Score, Score]:
    """What is learnt, and how the judged statements are read before and after, cross-validated.

    Args:
        case: Whose issues count.
        lessons: What was approved, at least one with a passage.
        vectors: Sentence vectors.
        weights: General weights.
    """
    own = Remembering(vectors)
    judged = spread([n for n, lesson in enumerate(lessons) if lesson.passage is not None])
    plain = StanceCoder(case, own, weights=weights)
    before = dict(zip(judged, plain.evidence(_passages(lessons, judged)), strict=True))
    after: dict[int, Evidence] = {}
    for fold in range(FOLDS):
        asked = judged[fold::FOLDS]
        others = tuple(one.approved for n, one in enumerate(lessons) if n not in set(asked))
        coder = plain.taught(Learnt(others))
        after.update(zip(asked, coder.evidence(_passages(lessons, asked)), strict=True))
    ids = [issue.id for issue in case.issues]
    seen = {n: Seen(after[n], _right(ids, lessons[n].approved)) for n in judged}
    own_weights = refit([seen[n] for n in judged], weights)
    second: dict[int, StanceCoder] = {}
    for fold in range(FOLDS):
        asked = judged[fold::FOLDS]
        rest = [seen[n] for n in judged if n not in set(asked)]
        coder = plain.taught(Learnt((), refit(rest, weights)))
        second |= dict.fromkeys(asked, coder)
    return (
        Learnt(tuple(one.approved for one in lessons), own_weights),
        _score((lessons[n].approved, plain, before[n]) for n in judged),
        _score((lessons[n].approved, second[n], after[n]) for n in judged),
    )


def spread(items: Sequence[Item], most: int = JUDGED) -> list[Item]:
    """At most so many of the items, evenly spread."""
    count = min(len(items), most)
    return [items[k * len(items) // count] for k in range(count)]


def _passages(lessons: Sequence[Lesson], numbers: Iterable[int]) -> list[Passage]:
    found = (lessons[n].passage for n in numbers)
    return [passage for passage in found if passage is not None]


def _right(ids: list[str], one: Approved) -> Array:
    right = np.zeros(2 * len(ids) + 1)
    if one.issue is None or one.issue not in ids:
        right[-1] = 1
    else:
        right[2 * ids.index(one.issue) + (one.sign < 0)] = 1
    return right


def _score(read: Iterable[tuple[Approved, StanceCoder, Evidence]]) -> Score:
    issue, among, side = [], [], []
    for one, coder, evidence in read:
        (first, *_) = coder.decide(evidence)
        issue.append(first.issue == one.issue)
        among.append(any(reading.issue == one.issue for reading in first.readings))
        if first.stance is not None and first.issue == one.issue:
            side.append((first.stance > 0) == (one.sign > 0))
    return Score(
        len(issue),
        float(np.mean(issue)),
        float(np.mean(among)),
        float(np.mean(side)) if side else None,
    )
