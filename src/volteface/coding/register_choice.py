"""The register that the signs of given words speak for: a log-linear choice.

Each sign has a weight for each register, fitted on short texts about many wars by
``evaluation/coding/registers_fit.py``. The register with the greatest sum is chosen, and the signs
that gave it its lead can be told. Approved statements move the weights.
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from volteface.coding.learnt import Approved
from volteface.records import Register

REGISTERS: tuple[Register, ...] = ("stated", "conduct", "imputed", "absence", "reported")
Weights = Mapping[str, Sequence[float]]
"""Of each sign, what it adds to each of ``REGISTERS``."""

TOLD = 3
"""So many signs are named as reasons."""
HELD = 1.0
"""One over the variance of the normal prior that holds fitted weights to where they start."""
HELD_APPROVED = 5.0
"""The same where a few dozen approved statements move weights fitted on hundreds."""
_STEPS = 200
_STILL = 1e-4


@cache
def general() -> Weights:
    """The weights that come with the program."""
    text = (files(__package__) / "register_weights.toml").read_text("utf-8")
    return {sign: tuple(row) for sign, row in tomllib.loads(text)["weights"].items()}


def chosen(signs: Collection[str], weights: Weights) -> Register:
    """The register for which the signs speak most; at a tie the earlier of ``REGISTERS``."""
    return REGISTERS[int(np.argmax(_sums(signs, weights)))]


def why(signs: Collection[str], weights: Weights) -> tuple[str, ...]:
    """The signs that did most for the register chosen, against the next best; strongest first."""
    sums = _sums(signs, weights)
    first, second = np.argsort(-sums, kind="stable")[:2]
    lead = {s: weights[s][first] - weights[s][second] for s in signs if s in weights}
    strongest = sorted(lead, key=lambda sign: (-lead[sign], sign))[:TOLD]
    return tuple(sign for sign in strongest if lead[sign] > 0)


def taught(approved: Sequence[Approved], weights: Weights) -> Weights:
    """The weights after a person's approvals, held to those given.

    Args:
        approved: What a person has approved; what has no signs teaches nothing.
        weights: Where they start.
    """
    known = [(one.signs, one.register) for one in approved if one.signs]
    return fitted(known, weights, held=HELD_APPROVED) if known else weights


def fitted(
    known: Sequence[tuple[Collection[str], Register]],
    start: Weights,
    counts: Sequence[float] | None = None,
    held: float = HELD,
) -> Weights:
    """The most probable weights.

    Args:
        known: Signs of statements, and the registers they have.
        start: The prior's means; a sign that is not among them starts from zero.
        counts: How much each statement counts; None for one each.
        held: How firmly the weights are held to where they start, as ``HELD`` says.
    """
    names = sorted(set(start).union(*(signs for signs, _ in known)))
    index = {name: n for n, name in enumerate(names)}
    rows = np.zeros((len(known), len(names)))
    right = np.zeros((len(known), len(REGISTERS)))
    for n, (signs, register) in enumerate(known):
        rows[n, [index[sign] for sign in signs]] = 1.0
        right[n, REGISTERS.index(register)] = 1.0
    share = np.ones((len(known), 1)) if counts is None else np.array(counts)[:, None]
    middle = np.array([start.get(name, (0.0,) * len(REGISTERS)) for name in names])
    x = middle
    # Half of the rows' products bounds the curvature of a softmax, so that each step goes down.
    bound = np.linalg.inv((rows * share).T @ rows / 2 + held * np.eye(len(names)))
    for _ in range(_STEPS):
        slope = rows.T @ (share * (_odds(rows @ x) - right)) + held * (x - middle)
        step = bound @ slope
        x = x - step
        if np.abs(step).max() < _STILL:
            break
    return {name: tuple(float(v) for v in row) for name, row in zip(names, x, strict=True)}


def _sums(signs: Collection[str], weights: Weights) -> NDArray[np.float64]:
    found = [weights[sign] for sign in sorted(signs) if sign in weights]
    return np.sum(np.array(found), axis=0) if found else np.zeros(len(REGISTERS))


def _odds(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    total: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
    return total
