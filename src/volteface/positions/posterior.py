"""What is asked of a series once the recursion has run, whether it is short or long."""

from typing import NamedTuple, Protocol

from volteface.positions.mixture import Array, Whole
from volteface.positions.segments import Motion


class Parts(NamedTuple):
    """Some of the ways in which a level can have come about: weights, means and variances.

    All are flat and of one length; the weights sum to the probability of those ways.
    """

    weight: Array
    mean: Array
    variance: Array


class Change(NamedTuple):
    """Probabilities, each of shape (S,), that the level rose or fell by more than delta.

    ``jumped`` parts have at least one jump in between; ``drifted`` parts have none.
    """

    rose_jumped: Array
    rose_drifted: Array
    fell_jumped: Array
    fell_drifted: Array


class Posterior(Protocol):
    """S series of n observations each, in order of time."""

    @property
    def times(self) -> Array:
        """(S, n) years."""

    @property
    def evidence(self) -> Array:
        """(S,) log evidence."""

    @property
    def motion(self) -> Motion:
        """How the level moves."""

    @property
    def places(self) -> Whole:
        """The observations at which :meth:`means` looks: all, or many evenly spread."""

    def means(self) -> Array:
        """(S, places) posterior mean of the level."""

    def jumps(self) -> tuple[Array, Array]:
        """(S, n) probability of a jump in the gap before each observation, and its mean size."""

    def change(self, i: int, j: int, delta: float) -> Change:
        """The exact posterior of the change from observation i to a later one, j."""

    def labels(self, row: int) -> Whole:
        """(n,) the segment of each observation under the most probable set of jumps."""

    def level(self, row: int, k: int) -> Parts:
        """The level at an observation."""

    def ended(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment ends with it."""

    def begun(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment begins with it."""

    def bridge(self, row: int, k: int, since: float, until: float) -> Parts:
        """The level between observation k and the next, in segments that hold both.

        ``since`` and ``until`` are years from the one and to the other.
        """
