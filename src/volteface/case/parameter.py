"""A parameter of a model: a number, or a distribution over what it may be, and who says so.

In TOML a parameter is a bare number or one table on one line::

    strength = 1.0
    overstretch = { uniform = [0.83, 0.92], source = "Smith and Stam 2004" }
    horizon = { normal = [34, 2], within = [24, 48], source = "judgement" }
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from volteface.case.problem import hint

_ARITY = {"value": 1, "uniform": 2, "normal": 2, "triangular": 3, "lognormal": 2, "beta": 2}
_ALLOWED = (*_ARITY, "within", "source")
_FORMS = (
    "must be a number or a table with one of value, uniform = [low, high], "
    "normal = [mean, sd], triangular = [low, mode, high], lognormal = [median, log_sd], "
    "beta = [a, b]"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number (``kind`` "value") or a distribution.

    ``numbers`` are those of ``kind`` as the module's docstring orders them. ``within`` cuts a
    distribution to an interval. ``source`` is a text, "judgement", or None where the table around
    the parameter gives the source.
    """

    kind: str
    numbers: tuple[float, ...]
    within: tuple[float, float] | None = None
    source: str | None = None

    @property
    def support(self) -> tuple[float, float]:
        """The lowest and the highest value it can take, infinite where it has no end."""
        low, high = {
            "value": (self.numbers[0], self.numbers[0]),
            "uniform": (self.numbers[0], self.numbers[-1]),
            "normal": (-math.inf, math.inf),
            "triangular": (self.numbers[0], self.numbers[-1]),
            "lognormal": (0.0, math.inf),
            "beta": (0.0, 1.0),
        }[self.kind]
        if self.within is None:
            return low, high
        return max(low, self.within[0]), min(high, self.within[1])

    @property
    def centre(self) -> float:
        """The middle before ``within`` cuts: the mean, but of lognormal the median."""
        if self.kind in {"value", "normal", "lognormal"}:
            return self.numbers[0]
        if self.kind == "beta":
            return self.numbers[0] / sum(self.numbers)
        return sum(self.numbers) / len(self.numbers)

    def __str__(self) -> str:
        """As an analyst would say it: ``0.5``, ``uniform 0.83 to 0.92``."""
        said = " ".join(f"{number:g}" for number in self.numbers)
        if self.kind == "value":
            return said
        cut = "" if self.within is None else f" within {self.within[0]:g} to {self.within[1]:g}"
        return f"{self.kind} {said}{cut}"


def parse_parameter(written: object) -> Parameter:
    """Read a parameter as TOML gives it.

    Raises:
        PydanticCustomError: it is no number and no distribution, or one without support.
    """
    if isinstance(written, Parameter):
        return written
    if _is_number(written):
        return Parameter("value", _numbers("value", written))
    if not isinstance(written, Mapping):
        raise _wrong(_FORMS)
    for key in written:
        if key not in _ALLOWED:
            raise _wrong(f"has the unknown key {key} ({hint(str(key), _ALLOWED)})")
    kinds = [key for key in written if key in _ARITY]
    if len(kinds) != 1:
        raise _wrong(_FORMS)
    parameter = Parameter(kinds[0], _numbers(kinds[0], written[kinds[0]]))
    _check_numbers(parameter)
    if "within" in written:
        low, high = _numbers("uniform", written["within"])
        parameter = replace(parameter, within=(low, high))
    source = written.get("source")
    if source is not None and (not isinstance(source, str) or not source.strip()):
        raise _wrong('must have its source as text, or "judgement"')
    _check_support(parameter)
    return replace(parameter, source=source)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a quantity may be: from ``low`` to ``high``, both allowed, and more than ``above``."""

    low: float = -math.inf
    high: float = math.inf
    above: float = -math.inf

    def fault(self, least: float, most: float) -> str | None:
        """What is wrong with values from ``least`` to ``most``, as "must be at least 0"."""
        if least < self.above or most == self.above:
            return f"must be above {self.above:g}"
        if least < self.low:
            return f"must be at least {self.low:g}"
        if most > self.high:
            return f"must be at most {self.high:g}"
        return None

    def __call__(self, parameter: Parameter) -> Parameter:
        """The parameter, if all that it can take is allowed.

        A distribution may reach down to ``above``, where it has no probability; a number may not.

        Raises:
            PydanticCustomError: it is not.
        """
        least, most = parameter.support
        fault = self.fault(least, most)
        if fault is None:
            return parameter
        if parameter.kind != "value":
            fault += f" ({parameter} goes from {least:g} to {most:g}: cut it with within)"
        raise _wrong(fault)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _numbers(kind: str, written: object) -> tuple[float, ...]:
    items = written if isinstance(written, tuple | list) else (written,)
    if len(items) != _ARITY[kind] or not all(_is_number(item) for item in items):
        raise _wrong(f"must have {_ARITY[kind]} number(s) for {kind}")
    numbers = tuple(float(item) for item in items)
    if not all(math.isfinite(number) for number in numbers):
        raise _wrong("must be finite")
    return numbers


def _check_numbers(parameter: Parameter) -> None:
    """Each family's own conditions."""
    kind, numbers = parameter.kind, parameter.numbers
    if kind in {"uniform", "triangular"} and list(numbers) != sorted(numbers):
        raise _wrong(f"must have the numbers of {kind} in rising order")
    if kind in {"uniform", "triangular"} and numbers[0] == numbers[-1]:
        raise _wrong(f"has no support: {kind} needs low below high")
    if kind in {"normal", "lognormal"} and numbers[1] <= 0:
        raise _wrong(f"must have a standard deviation above 0 for {kind}")
    if kind in {"lognormal", "beta"} and min(numbers) <= 0:
        raise _wrong(f"must have numbers above 0 for {kind}")


def _check_support(parameter: Parameter) -> None:
    low, high = parameter.support
    if parameter.kind == "value" and parameter.within is not None:
        raise _wrong("must not have within: it is a number")
    if parameter.within is not None and (low >= high or _mass(parameter) < _LEAST_MASS):
        raise _wrong(f"has no support within {parameter.within[0]:g} to {parameter.within[1]:g}")


_LEAST_MASS = 1e-3
"""Less than this between the bounds of ``within``, and the bounds contradict the distribution."""


def _mass(parameter: Parameter) -> float:
    """Probability between the bounds of ``within``: exact but for beta and triangular (1 there)."""
    assert parameter.within is not None
    low, high = parameter.support
    first, second = parameter.numbers[0], parameter.numbers[-1]
    if parameter.kind == "uniform":
        return (high - low) / (second - first)
    if parameter.kind == "normal":
        return _normal((high - first) / second) - _normal((low - first) / second)
    if parameter.kind == "lognormal":
        bottom = -math.inf if low <= 0 else math.log(low / first) / second
        top = math.inf if math.isinf(high) else math.log(high / first) / second
        return _normal(top) - _normal(bottom)
    return 1.0


def _normal(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("parameter", "{message}", {"message": message})
