"""How far two coders agree: what both found, and whether they read it the same way.

Krippendorff's alpha (Krippendorff 2018, *Content Analysis*, ch. 12) is 1 for full agreement and 0
for as much as chance would bring; from .8 on a coding is usually relied on, from .667 on with care.
"""

import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from volteface.model_reader.merging import common, length
from volteface.records import Statement

LEAST = 0.5
"""F1 of their characters from which two contents are the same utterance."""

Pair = tuple[Statement, Statement]
"""The same utterance as two coders read it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on the same reports.

    ``both``, ``first`` and ``second`` count utterances found by both and by one alone. ``issue``
    is the share of common utterances given the same issue or none, ``side`` of those on one issue
    the share given the same side; None where there are none. The alphas are Krippendorff's, of
    common utterances: ``issue``, ``actor`` and ``register`` nominal, ``stance`` interval, of those
    on one issue; None where they are not defined.
    """

    both: int
    first: int
    second: int
    issue: float | None
    side: float | None
    alphas: dict[str, float | None]


def pairs(first: Iterable[Statement], second: Iterable[Statement]) -> list[Pair]:
    """What both coders found in the same reports, each utterance of one paired once.

    The contents that share most are paired first. Of an utterance on several issues the records
    on one issue are compared, or else the surest.
    """
    mine, others = _utterances(first), _utterances(second)
    possible = sorted(
        (-score, i, j)
        for report in mine.keys() & others.keys()
        for i, one in mine[report].items()
        for j, other in others[report].items()
        if (score := _likeness(one[0], other[0])) >= LEAST
    )
    taken: set[str] = set()
    found: list[Pair] = []
    whole = {u: r for of in mine.values() for u, r in of.items()}
    whole_other = {u: r for of in others.values() for u, r in of.items()}
    for _, i, j in possible:
        if f"1{i}" in taken or f"2{j}" in taken:
            continue
        taken |= {f"1{i}", f"2{j}"}
        found.append(_compared(whole[i], whole_other[j]))
    return found


def agreement(first: Sequence[Statement], second: Sequence[Statement]) -> Agreement:
    """Two coders' readings of the same reports beside each other."""
    common_ones = pairs(first, second)
    on_one = [(a, b) for a, b in common_ones if a.issue is not None and a.issue == b.issue]
    both = len(common_ones)
    return Agreement(
        both=both,
        first=len({s.utterance for s in first}) - both,
        second=len({s.utterance for s in second}) - both,
        issue=_share(a.issue == b.issue for a, b in common_ones),
        side=_share(side(a) == side(b) for a, b in on_one),
        alphas={
            "issue": _alpha([(a.issue or "", b.issue or "") for a, b in common_ones], "nominal"),
            "stance": _alpha([(a.stance, b.stance) for a, b in on_one], "interval"),
            "actor": _alpha([(a.actor or "", b.actor or "") for a, b in common_ones], "nominal"),
            "register": _alpha([(a.register, b.register) for a, b in common_ones], "nominal"),
        },
    )


def side(statement: Statement) -> int:
    """+1 or -1 on the statement's issue, 0 for neither."""
    stance = statement.stance or 0.0
    return (stance > 0) - (stance < 0)


def _utterances(statements: Iterable[Statement]) -> dict[str, dict[str, list[Statement]]]:
    """The records of each utterance, by report."""
    found: defaultdict[str, dict[str, list[Statement]]] = defaultdict(dict)
    for one in statements:
        found[one.report].setdefault(one.utterance, []).append(one)
    return dict(found)


def _likeness(one: Statement, other: Statement) -> float:
    """F1 of the characters of two contents, a little more for the same person or actor."""
    shared = common(one.content, other.content)
    if not shared:
        return 0.0
    alike = 2 * shared / (length(one.content) + length(other.content))
    same = one.person == other.person or one.actor == other.actor
    return alike + 0.01 * same if alike >= LEAST else 0.0


def _compared(mine: Sequence[Statement], others: Sequence[Statement]) -> Pair:
    for one in mine:
        for other in others:
            if one.issue == other.issue:
                return one, other
    return max(mine, key=_sure), max(others, key=_sure)


def _sure(one: Statement) -> float:
    return one.confidence


def _share(right: Iterable[bool]) -> float | None:
    every = list(right)
    return sum(every) / len(every) if every else None


def _alpha(
    values: Sequence[tuple[object, object]], level: Literal["nominal", "interval"]
) -> float | None:
    """Krippendorff's alpha of two coders; None where all values are one, or there are too few."""
    import krippendorff  # noqa: PLC0415 - wanted at the end of a run only

    if len({value for pair in values for value in pair}) < 2:  # noqa: PLR2004 - nothing varies
        return None
    data = np.array(values, dtype=float if level == "interval" else str).T
    if level == "nominal":
        _, numbers = np.unique(data, return_inverse=True)
        data = numbers.reshape(data.shape).astype(float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return float(krippendorff.alpha(reliability_data=data, level_of_measurement=level))
