"""Which quantities, and which parts of the model, an answer rests on.

The variance of the answer over worlds is split. Worlds are run twice, with the same quantities and
another luck: what the two have in common is due to the quantities (and, in worlds held to a record,
to where it has led them), the rest to luck. Each quantity's own share is its first-order index
(RBD-FAST on given data; Tarantola, Gatelli and Mara 2006); what none explains alone is interaction.
Then each part of the model is switched off from the first month on, in the same worlds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import numpy as np

from volteface.case.parameter import Parameter
from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.layout import SET
from volteface.conflict.measures import Measure
from volteface.questions.conditioning.posterior import varied_columns
from volteface.questions.conditioning.worlds import Worlds

_FEWEST = 200
_HARMONICS = 4
_SHOWN = 10
_SHUFFLES = 20
_TAIL = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """One quantity: its first-order ``index``, a share from 0 to 1, and its standard error."""

    name: str
    index: float
    error: float


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the model: the answer without it, and how far that is off, with its error."""

    title: str
    without: float
    change: float
    error: float


@dataclass(frozen=True)
class Explained:
    """What an answer rests on.

    ``mean`` and ``spread`` (standard deviation over worlds) are of the answer; ``quantities`` is
    the share of its variance that is due to quantities, ``luck`` the rest. ``shares`` are those
    clearly above what shuffled worlds give, ``chance`` what those give; ``parts`` the most telling
    first.
    """

    mean: float
    error: float
    spread: float
    quantities: float
    luck: float
    shares: tuple[Share, ...]
    chance: float
    parts: tuple[Part, ...]


def explain(
    worlds: Worlds, measure: Measure, month: int, do: Sequence[Event] = (), *, seed: int = 0
) -> Explained:
    """What an answer rests on.

    Args:
        worlds: Of the priors or held to a record.
        measure: What is asked.
        month: When.
        do: With interventions, the answer is the difference that they make.
        seed: Of the shuffles and resamples.
    """

    def answer(those: Worlds, more: Sequence[Event] = ()) -> Reals:
        asked = [(measure, month)]
        with_ = those.read(asked, [*more, *do])[0]
        return np.asarray(with_ - those.read(asked, more)[0]) if do else with_

    values = answer(worlds)
    again = answer(replace(worlds, address=worlds.address + 2 * len(worlds)))
    spread = float(values.std())
    common = 0.0
    if spread > 0 and again.std() > 0:
        common = max(0.0, float(np.corrcoef(values, again)[0, 1]))
    shares: tuple[Share, ...] = ()
    chance = 0.0
    if spread > 0 and len(worlds) >= _FEWEST:
        shares, chance = _shares(worlds, values, seed)
    parts = [
        Part(
            title,
            float(those.mean()),
            float((those - values).mean()),
            worlds.error(those - values),
        )
        for title, those in _without(worlds, answer)
    ]
    parts.sort(key=lambda part: (-abs(part.change), part.title))
    return Explained(
        float(values.mean()),
        worlds.error(values),
        spread,
        common,
        1 - common if spread > 0 else 0.0,
        shares,
        chance,
        tuple(parts),
    )


def _shares(worlds: Worlds, values: Reals, seed: int) -> tuple[tuple[Share, ...], float]:
    """Quantities whose index is above nearly all that shuffled worlds give."""
    names, columns = varied_columns(worlds.conflict)
    drawn = worlds.rows[:, columns]
    keep = [place for place in range(len(names)) if np.ptp(drawn[:, place]) > 0]
    names, drawn = tuple(names[place] for place in keep), drawn[:, keep]
    indices = first_order(drawn, values)
    generator = np.random.default_rng(seed)
    null = [first_order(_shuffled(worlds, drawn, generator), values) for _ in range(_SHUFFLES)]
    chance = float(np.quantile(np.concatenate(null), 1 - (1 - _TAIL) / len(names)))
    error = float(np.std(np.concatenate(null)))
    order = [p for p in np.argsort(-indices, kind="stable") if indices[p] > chance][:_SHOWN]
    return tuple(Share(names[p], float(indices[p]), error) for p in order), chance


def _shuffled(worlds: Worlds, drawn: Reals, generator: np.random.Generator) -> Reals:
    """The quantities of other founders, whole families together, for worlds of one are alike."""
    _, first, family = np.unique(worlds.founders, return_index=True, return_inverse=True)
    return np.asarray(drawn[first[generator.permutation(len(first))[family]]])


def first_order(drawn: Reals, values: Reals) -> Reals:
    """First-order indices by RBD-FAST on given data, (quantities,).

    Args:
        drawn: (worlds, quantities).
        values: (worlds,) not all alike.
    """
    rbd_fast: Any = import_module("SALib.analyze.rbd_fast")  # heavy, and without types

    problem = {"num_vars": drawn.shape[1], "names": [str(n) for n in range(drawn.shape[1])]}
    found: Any = rbd_fast.analyze(problem, drawn, values, M=_HARMONICS, num_resamples=2, seed=0)
    indices = np.asarray(found["S1"], dtype=np.float64)
    return np.where(np.isfinite(indices), indices, 0.0)


def _without(worlds: Worlds, answer: Any) -> Iterator[tuple[str, Reals]]:  # noqa: ANN401
    """The answer without each part of the model that the case has."""
    conflict = worlds.conflict
    for title, endings in _PARTS.items():
        off = list(_held(conflict, endings, worlds.month + 1))
        if off:
            yield title, answer(worlds, off)
    regime = conflict.structure.regime
    for title, ours in (("the patrons of the regime", True), ("the patrons of its enemies", False)):
        names = [
            f"{patron.id}.support"
            for patron, client in zip(conflict.file.patrons, conflict.structure.client, strict=True)
            if (client == regime) == ours
        ]
        if names:
            yield title, answer(worlds, list(_held(conflict, tuple(names), worlds.month + 1)))
    if conflict.shocks:
        width = len(conflict.quantities)
        bare = replace(
            worlds, conflict=replace(conflict, shocks=()), rows=worlds.rows[:, :width].copy()
        )
        yield "dated events", answer(bare)


_PARTS = {
    "overstretch": ("battlefield.overstretch",),
    "battles that aid brings about": ("battlefield.escalation",),
    "the fading of parties": (".fade",),
    "learning from battles": (".sees",),
    "face and sunk costs": (".face", ".sunk"),
    "options to settle": (".tabled",),
    "outrage at casualties": ("scandal.outrage",),
    "relations and trust": ("settlement.guarantee", ".rivalry"),
}
"""What is set to nothing for each part to be off, by how names end."""


def _held(conflict: Conflict, endings: tuple[str, ...], first: int) -> Iterator[Event]:
    for place, quantity in enumerate(conflict.quantities):
        if not quantity.name.endswith(endings) or not quantity.unit:
            continue
        low, high = conflict.reach([], place)
        if low == high == 0 or quantity.bounds.fault(0, 0) is not None:
            continue
        value = Parameter("value", (0.0,))
        yield Event(f"without {quantity.name}", place, SET, value, first, conflict.months - 1)
