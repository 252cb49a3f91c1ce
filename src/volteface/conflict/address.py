"""Randomness by address: a uniform for each (seed, draw, month, purpose, place), no state.

The same address gives the same number in every world, so worlds under different interventions
share their luck, and any number of workers gives the same bits. The hash is splitmix64 (Steele,
Lea and Flood 2014) applied to seed, draw, month and place in turn;
:mod:`volteface.conflict.compiled_address` is the same, compiled.
"""

from enum import IntEnum
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Hash: TypeAlias = Any
"""An array of ``numpy.uint64``."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_THIRTY, _TWENTY_SEVEN, _THIRTY_ONE = np.uint64(30), np.uint64(27), np.uint64(31)
_ELEVEN, _ONE = np.uint64(11), np.uint64(1)
_PURPOSES, _PLACES = 16, 4096
_STEP = 2.0**-53


class Purpose(IntEnum):
    """What a random number decides."""

    BATTLES = 0
    FIGHT = 1
    SIGHT = 2
    COMPLIANCE = 3
    VOTE = 4
    ADOPTION = 5
    FADING = 6
    STRIKE = 7


def mix(z: Hash) -> Hash:
    """The finaliser of splitmix64."""
    z = (z ^ (z >> _THIRTY)) * _FIRST
    z = (z ^ (z >> _TWENTY_SEVEN)) * _SECOND
    return z ^ (z >> _THIRTY_ONE)


def month_hash(seed: int, draws: npt.NDArray[np.int64], month: int) -> Hash:
    """Where the numbers of one month begin, for each of ``draws``."""
    with np.errstate(over="ignore"):
        run = mix(np.uint64(seed) + GOLDEN)
        return mix(mix(run + GOLDEN * (draws.astype(np.uint64) + _ONE)) + GOLDEN * _after(month))


def uniforms(
    start: Hash, purpose: Purpose, place: int, battle: int = 0, observer: int = 0
) -> npt.NDArray[np.float64]:
    """Uniforms in (0, 1), never 0 or 1, one for each start.

    Args:
        start: From :func:`month_hash`.
        purpose: What they decide.
        place: A pair, party, patron, member, option or bargain; below 4096.
        battle: Counts from 0; below 4096.
        observer: An actor.
    """
    key = purpose + _PURPOSES * (place + _PLACES * (battle + _PLACES * observer))
    with np.errstate(over="ignore"):
        z = mix(start + GOLDEN * _after(key))
    numbers: npt.NDArray[np.float64] = ((z >> _ELEVEN) + 0.5) * _STEP
    return numbers


def _after(number: int) -> np.uint64:
    return np.uint64(number + 1)
