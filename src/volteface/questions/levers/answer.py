"""What was found: interventions that suffice, those that do not, and what does nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One intervention, single or paired, that brings the target past the threshold.

    ``texts`` say what is done, as ``whatif --do`` takes it; ``size`` is the sum of the sizes, with
    its 90 % ``interval``; ``mean`` the target with it and ``error`` its standard error.
    """

    texts: tuple[str, ...]
    size: float
    interval: tuple[float, float]
    mean: float
    error: float
    monotone: bool


@dataclass(frozen=True, slots=True)
class Short:
    """A lever that moves the target and does not suffice: the most that it does."""

    text: str
    mean: float
    error: float


@dataclass(frozen=True)
class Levers:
    """What would bring a target past a threshold, smallest first.

    ``before`` is the target as it is; ``idle`` are the quantities that changed it in none of the
    ``screened`` worlds, at their most in any direction; ``tried`` counts all quantities.
    """

    target: str
    threshold: float
    sign: int
    before: float
    error: float
    worlds: int
    screened: int
    tried: int
    singles: tuple[Found, ...]
    pairs: tuple[Found, ...]
    short: tuple[Short, ...]
    idle: tuple[str, ...]
