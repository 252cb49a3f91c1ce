"""Worlds whose smallest lever is known: one patron, one step to take, and Dixit's trigger.

The government cannot fall (its rival has nothing), so that belief in its survival is one and the
flow advantage of arms over cover is ``interest - cost + cost of cover - bite pressure``. The patron
arms its client when that passes the trigger of its entry cost and of what leaving would cost it.
How far each quantity must be multiplied for that is solved here, without the model.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

QUANTITIES = {
    "interest": "PAT.arms.interest",
    "cost": "PAT.arms.cost",
    "bite": "PAT.arms.bite",
    "pressure": "PAT.pressure",
    "entry": "PAT.arms.entry",
    "face": "PAT.face",
    "cover": "PAT.cover.cost",
}
"""What moves the patron here, and its name in the model."""
FOLD = 4.0
_CLEAR = 0.03
WAR = (Path(__file__).parent / "sure-war.txt").read_text(encoding="utf-8")
"""A government that nothing threatens, and its patron but for the costs; tests use it too."""
TEXT = f"""{WAR}
stake = 1
face = {{face}}
pressure = {{pressure}}
cover = {{{{ cost = {{cover}} }}}}
arms = {{{{ cost = {{cost}}, interest = {{interest}}, bite = {{bite}}, entry = {{entry}} }}}}
force = {{{{ cost = 9, entry = 90 }}}}
"""


@dataclass(frozen=True, slots=True)
class World:
    """The quantities of one constructed world."""

    interest: float
    cost: float
    bite: float
    pressure: float
    entry: float
    face: float
    cover: float

    def text(self) -> str:
        """As conflict.toml has it."""
        return TEXT.format(**{name: getattr(self, name) for name in self.__slots__})

    def short(self) -> float:
        """What the advantage lacks to the trigger; nothing or less if the patron arms."""
        advantage = self.interest - self.cost + self.cover - self.bite * self.pressure
        return trigger(0.02, 0.02, self.entry, self.face) - advantage


def trigger(rho: float, sigma: float, entry: float, leave: float) -> float:
    """Dixit's upper trigger of arithmetic Brownian motion, by bisection."""
    if entry + leave == 0:
        return 0.0
    r = math.sqrt(2 * rho) / sigma
    wanted = rho * (entry + leave) / 2
    low, high = 0.0, wanted + 10 / r
    for _ in range(50):
        middle = (low + high) / 2
        if middle - math.tanh(r * middle) / r < wanted:
            low = middle
        else:
            high = middle
    return rho * (entry - leave) / 2 + high


def least(world: World) -> dict[str, float]:
    """For each quantity that suffices within its reach, the factor that just does."""
    found = {}
    for name in QUANTITIES:

        def scaled(factor: float, name: str = name) -> World:
            return replace(world, **{name: factor * getattr(world, name)})

        factor = _factor(scaled, up=name in {"interest", "cover"})
        if factor is not None:
            found[name] = factor
    return found


def _factor(scaled: Callable[[float], World], *, up: bool) -> float | None:
    end = FOLD if up else 1 / FOLD
    if scaled(end).short() > 0:
        return None
    near, far = 0.0, math.log(end)
    for _ in range(30):
        middle = (near + far) / 2
        if scaled(math.exp(middle)).short() > 0:
            near = middle
        else:
            far = middle
    return math.exp(far)


def worlds(count: int, seed: int) -> list[tuple[World, dict[str, float]]]:
    """Worlds in which the patron does not arm, and one kind of lever is clearly the smallest.

    Interest, cost and the cost of cover are the smallest in turn; bite and pressure act as one
    product, so that either will do.
    """
    generator = np.random.default_rng(seed)
    found: list[tuple[World, dict[str, float]]] = []
    while len(found) < count:
        kind = _KINDS[len(found) % len(_KINDS)]
        world = World(
            interest=float(generator.uniform(*_RANGES["interest"][kind])),
            cost=float(generator.uniform(*_RANGES["cost"][kind])),
            bite=float(generator.uniform(*_RANGES["bite"][kind])),
            pressure=float(generator.uniform(0.5, 1.5)),
            entry=float(generator.uniform(0.2, 3)),
            face=float(generator.uniform(0.2, 2)),
            cover=float(generator.uniform(*_RANGES["cover"][kind])),
        )
        if world.short() <= 0:
            continue
        needed = least(world)
        sizes = _sizes(needed)
        ranked = sorted(sizes.values())
        if not sizes or (len(sizes) > 1 and ranked[1] - ranked[0] < _CLEAR):
            continue
        if min(sizes, key=sizes.__getitem__) == kind:
            found.append((world, needed))
    return found


_KINDS = ("interest", "cost", "cover")
_RANGES = {
    "interest": {"interest": (0.2, 0.5), "cost": (0.05, 0.1), "cover": (0.02, 0.05)},
    "cost": {"interest": (0.15, 0.4), "cost": (0.3, 0.5), "cover": (0.3, 0.4)},
    "bite": {"interest": (0.02, 0.2), "cost": (0.01, 0.05), "cover": (0.01, 0.05)},
    "cover": {"interest": (0.01, 0.05), "cost": (0.15, 0.25), "cover": (0.3, 0.45)},
}
"""Where each is drawn from, by the kind that is to be the smallest."""


def _sizes(needed: dict[str, float]) -> dict[str, float]:
    """Logarithms of the factors, bite and pressure as one."""
    found: dict[str, float] = {}
    for name, factor in needed.items():
        kind = "pressure" if name == "bite" else name
        found[kind] = min(found.get(kind, math.inf), abs(math.log(factor)))
    return found
