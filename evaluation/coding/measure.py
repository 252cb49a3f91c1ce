"""How often statements with given spans are coded rightly."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from fitting import Sample
from gold import Conflict, Gold

from volteface.coding.calibration import Weights
from volteface.coding.given_register import Told
from volteface.coding.learning import Lesson, Remembering, learn
from volteface.coding.learnt import NOTHING, Approved
from volteface.coding.passage import Passage
from volteface.coding.register_choice import REGISTERS, chosen, taught
from volteface.coding.register_choice import Weights as RegisterWeights
from volteface.coding.spans import SpanCoder
from volteface.coding.stance import Decision, StanceCoder
from volteface.coding.vectors import Encoder
from volteface.records import Register

APPROVED = 40
DRAWS = 5
SUREST = 0.3
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Item:
    """A statement of the gold, ready to be read."""

    gold: Gold
    passage: Passage
    told: Told

    def approved(self) -> Approved:
        """The same, as if a person had approved it."""
        gold = self.gold
        return Approved(
            self.passage.text(),
            gold.issues[0],
            gold.sign,
            gold.register,
            self.told.signs,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one statement was read.

    ``side``: right, where the first choice is the first acceptable issue, else None. ``both``:
    issue and side. ``sure``: the probability given to the issue; ``confidence``: to both.
    """

    issue: bool
    among_three: bool
    side: bool | None
    both: bool
    sure: float
    confidence: float
    register: Register
    given: Register


def items(conflict: Conflict, registers: RegisterWeights | None = None) -> list[Item]:
    """The statements of a conflict.

    Args:
        conflict: One of the gold's.
        registers: What signs of a register are worth; None for the program's own weights.
    """
    coder = SpanCoder(conflict.case, NOTHING, registers=registers)
    found = []
    for text in conflict.texts:
        read = coder.passages(text.report, [gold.given for gold in text.statements])
        found += [
            Item(gold, passage, told)
            for gold, (passage, told, _) in zip(text.statements, read, strict=True)
        ]
    return found


def samples(conflict: Conflict, found: Sequence[Item], vectors: Encoder) -> list[Sample]:
    """The same with what speaks for each reading."""
    ids = tuple(issue.id for issue in conflict.case.issues)
    coder = StanceCoder(conflict.case, vectors)
    evidence = coder.evidence([item.passage for item in found])
    return [
        Sample(ids, item.gold.issues, item.gold.sign, one)
        for item, one in zip(found, evidence, strict=True)
    ]


def outcome(gold: Gold, first: Decision, register: Register) -> Outcome:
    """Compare one reading with the gold."""
    right = first.issue in gold.issues
    side = None
    if first.stance is not None and first.issue == gold.issues[0]:
        side = (first.stance > 0) == (gold.sign > 0)
    return Outcome(
        issue=right,
        among_three=any(reading.issue in gold.issues for reading in first.readings),
        side=side,
        both=right and side is not False,
        sure=first.readings[0].p,
        confidence=first.confidence,
        register=gold.register,
        given=register,
    )


def read(
    conflict: Conflict, found: Sequence[Item], vectors: Encoder | None, weights: Weights | None
) -> list[Outcome]:
    """Every statement, with nothing approved."""
    coder = StanceCoder(conflict.case, vectors, weights=weights)
    decided = coder.code([item.passage for item in found])
    return [outcome(i.gold, d[0], i.told.register) for i, d in zip(found, decided, strict=True)]


def read_after_learning(
    conflict: Conflict,
    found: Sequence[Item],
    vectors: Encoder,
    weights: Weights,
    registers: RegisterWeights,
) -> list[Outcome]:
    """The rest after forty, drawn at random, were approved; several draws one after the other.

    Args:
        conflict: One of the gold's.
        found: Its statements.
        vectors: Sentence vectors.
        weights: What the evidence for issue and side is worth before.
        registers: What signs of a register are worth before.
    """
    own = Remembering(vectors)
    outcomes = []
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(len(found))
        lessons = [Lesson(found[n].approved(), found[n].passage) for n in order[:APPROVED]]
        learnt, _, _ = learn(conflict.case, lessons, own, weights=weights)
        own_registers = taught(learnt.approved, registers)
        rest = [found[n] for n in order[APPROVED:]]
        coder = StanceCoder(conflict.case, own, learnt, weights=weights)
        decided = coder.code([item.passage for item in rest])
        outcomes += [
            outcome(item.gold, one[0], chosen(item.told.signs, own_registers))
            for item, one in zip(rest, decided, strict=True)
        ]
    return outcomes


def majority(found: Sequence[Item]) -> float:
    """Share right of a coder that always gives the issue, or none, that is right oftenest."""
    places = {issue for item in found for issue in item.gold.issues}
    return max(np.mean([place in item.gold.issues for item in found]) for place in places)


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The shares, in [0, 1], that the table shows."""
    surest = sorted(outcomes, key=lambda o: -o.sure)[: int(SUREST * len(outcomes))]
    return {
        "issue": _share(outcomes, lambda o: o.issue),
        "among three": _share(outcomes, lambda o: o.among_three),
        "side": _share([o for o in outcomes if o.side is not None], lambda o: o.side),
        "register": _share(outcomes, lambda o: o.given == o.register),
        "surest 30 %": _share(surest, lambda o: o.issue),
        "right of 0.8": _share([o for o in outcomes if o.confidence >= SURE], lambda o: o.both),
        "given 0.8": _share(outcomes, lambda o: o.confidence >= SURE),
    }


def _share(outcomes: Iterable[Outcome], right: Callable[[Outcome], bool | None]) -> float:
    found = [bool(right(one)) for one in outcomes]
    return float(np.mean(found)) if found else float("nan")


def recalls(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """For each register the share of its statements that were given it."""
    return {
        register: _share(
            [o for o in outcomes if o.register == register], lambda o: o.given == o.register
        )
        for register in REGISTERS
    }
