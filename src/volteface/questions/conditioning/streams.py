"""Readings that stand or fall together: what one line of the record says of one patron.

A coding error may be of one reading, or lie in the whole line: what ties.toml calls arms may go to
others than the model's client, or the patron of the model may be another than that of the record.
So a stream of words follows the world with probability ``1 - ASTRAY``, each reading with a coding
error of its own; else it runs its own course, begins anywhere and stays as it is from reading to
reading but for the same error. What a patron on record can cost a world is thereby bounded: a
record that the model cannot follow says so, and does not decide which worlds are left.
"""

import math

import numpy as np

from volteface.conflict.arrays import Reals, Whole
from volteface.questions.conditioning.shown import Shown

ASTRAY = 0.1
"""Probability, before looking, that a stream is of something else than the model's patron."""


class Streams:
    """What all streams have said so far, for each world."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._following: dict[str, Reals] = {}
        self._own: dict[str, float] = {}
        self._last: dict[str, float] = {}

    def add(self, shown: Shown, logs: Reals) -> Reals:
        """One more reading: the log-likelihood that it adds, (worlds,).

        Args:
            shown: A word of a stream.
            logs: Its log-likelihood if the stream follows the world.
        """
        name = shown.stream
        if name not in self._own:
            self._following[name] = np.zeros(self._size)
            own = -math.log(shown.choices)
            before: Reals = np.zeros(self._size)
        else:
            before = self._joint(name)
            stays = shown.value == self._last[name]
            error = shown.tolerance
            own = self._own[name] + math.log(1 - error if stays else error / (shown.choices - 1))
        self._following[name] = self._following[name] + logs
        self._own[name] = own
        self._last[name] = shown.value
        return self._joint(name) - before

    def follow(self, places: Whole) -> None:
        """Take along what was said when worlds are drawn anew."""
        self._following = {name: logs[places] for name, logs in self._following.items()}

    def astray(self) -> dict[str, float]:
        """The probability of each stream that it does not follow, over equally weighted worlds."""
        return {
            name: float(np.mean(np.exp(math.log(ASTRAY) + self._own[name] - self._joint(name))))
            for name in self._own
        }

    def _joint(self, name: str) -> Reals:
        following = math.log(1 - ASTRAY) + self._following[name]
        return np.logaddexp(following, math.log(ASTRAY) + self._own[name])
