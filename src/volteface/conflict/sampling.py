"""Draw the quantities: one row for each draw, each quantity from a stream of its own.

A draw's row depends on the seed, the quantity's name and the draw alone: changing or adding one
distribution leaves all others as they were, and so does any number of draws or workers.
"""

from collections.abc import Sequence

import numpy as np

from volteface.case.parameter import Parameter
from volteface.conflict.arrays import Reals
from volteface.errors import CaseError
from volteface.identity import text_sha256

CHUNK = 256
"""Draws that are sampled and run together; part of the address, so never to be changed lightly."""

_TRIES = 1000


def sample(names: Sequence[str], parameters: Sequence[Parameter], seed: int, chunk: int) -> Reals:
    """The rows of one chunk.

    Args:
        names: One for each column; decides its stream.
        parameters: One for each column.
        seed: Of the run.
        chunk: Counts from 0.

    Returns:
        (CHUNK, columns).
    """
    rows = np.empty((CHUNK, len(names)))
    for column, (name, parameter) in enumerate(zip(names, parameters, strict=True)):
        if parameter.kind == "value":
            rows[:, column] = parameter.numbers[0]
        else:
            key = np.array([seed, int(text_sha256(name)[:16], 16)], dtype=np.uint64)
            generator = np.random.Generator(np.random.Philox(key=key, counter=[0, 0, 0, chunk]))
            rows[:, column] = _within(generator, parameter, name)
    return rows


def _within(generator: np.random.Generator, parameter: Parameter, name: str) -> Reals:
    """Values of one distribution, those outside ``within`` drawn again."""
    values = _values(generator, parameter)
    if parameter.within is None:
        return values
    low, high = parameter.within
    for _ in range(_TRIES):
        outside = (values < low) | (values > high)
        if not outside.any():
            return values
        values[outside] = _values(generator, parameter)[outside]
    raise CaseError([f"{name}: {parameter} has almost no probability there; widen within"])


def _values(generator: np.random.Generator, parameter: Parameter) -> Reals:
    first, last = parameter.numbers[0], parameter.numbers[-1]
    match parameter.kind:
        case "uniform":
            return generator.uniform(first, last, CHUNK)
        case "normal":
            return generator.normal(first, last, CHUNK)
        case "triangular":
            low, mode, high = parameter.numbers
            return generator.triangular(low, mode, high, CHUNK)
        case "lognormal":
            return first * np.exp(last * generator.standard_normal(CHUNK))
        case _:
            return generator.beta(first, last, CHUNK)
