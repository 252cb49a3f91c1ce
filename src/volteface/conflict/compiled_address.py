"""The addresses of :mod:`volteface.conflict.address`, compiled: the same bits."""

import numpy as np

from volteface.conflict.address import GOLDEN
from volteface.conflict.compiled import compiled

_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_ONE = np.uint64(1)
_STEP = 2.0**-53


@compiled
def mix(z: np.uint64) -> np.uint64:
    """The finaliser of splitmix64."""
    z = (z ^ (z >> _S30)) * _FIRST
    z = (z ^ (z >> _S27)) * _SECOND
    return z ^ (z >> _S31)


@compiled
def month_hash(seed: int, draw: int, month: int) -> np.uint64:
    """Where the numbers of one month of one draw begin."""
    start = mix(mix(np.uint64(seed) + GOLDEN) + GOLDEN * (np.uint64(draw) + _ONE))
    return mix(start + GOLDEN * (np.uint64(month) + _ONE))


@compiled
def unit(start: np.uint64, purpose: int, place: int, battle: int, observer: int) -> float:
    """A uniform in (0, 1) for one address."""
    key = np.uint64(purpose + 16 * (place + 4096 * (battle + 4096 * observer)))
    z = mix(start + GOLDEN * (key + _ONE))
    return (np.float64(z >> _S11) + 0.5) * _STEP
