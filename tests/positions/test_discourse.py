"""Discourse networks, camps, polarisation and phases."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from volteface.case.schema import Actor, Case
from volteface.positions import discourse
from volteface.positions.channels import Key
from volteface.positions.comparison import Field
from volteface.positions.discourse import Division, Slice, division, slices
from volteface.positions.mixture import Array
from volteface.positions.observations import Measured
from volteface.positions.phases import phases
from volteface.positions.polarisation import polarisation
from volteface.records import Observation

DAY = date(2012, 1, 1)


def _slice(plus: Sequence[Sequence[float]], minus: Sequence[Sequence[float]]) -> Slice:
    return Slice(DAY, np.array(plus, dtype=float), np.array(minus, dtype=float))


def test_a_slice_weighs_by_time_and_side(observed: Callable[..., Observation]) -> None:
    """The nearer a statement the more it counts; a value of nought is on neither side."""
    series = {
        Key("A", "x", "stated"): (observed(DAY, 0.5), observed(DAY + timedelta(days=90), 0.5)),
        Key("B", "x", "stated"): (observed(DAY, -0.5), observed(DAY, 0.0)),
        Key("C", "x", "stated"): (observed(DAY, 1.0),),
    }
    now, later = slices(series, ["A", "B"], [DAY, DAY + timedelta(days=90)])
    peak = 1 / np.sqrt(2 * np.pi)
    assert now.plus[0, 0] == pytest.approx(peak * (1 + np.exp(-0.5)))
    assert now.minus[1, 0] == pytest.approx(peak)
    assert now.minus[0, 0] == now.plus[1, 0] == 0
    assert later.minus[1, 0] == pytest.approx(peak * np.exp(-0.5))


def test_congruence_and_conflict() -> None:
    """Same sides make congruence, opposite sides conflict; nobody agrees with himself."""
    one = _slice([[1, 0], [2, 0], [0, 3]], [[0, 1], [0, 0], [1, 0]])
    assert one.congruence.tolist() == [[0, 2, 0], [2, 0, 0], [0, 0, 0]]
    assert one.conflict.tolist() == [[0, 0, 4], [0, 0, 2], [4, 2, 0]]


def test_two_camps_are_found() -> None:
    """Four actors, two on either side, in an order that hides them."""
    found = division(_slice([[1], [0], [1], [0]], [[0], [1], [0], [1]]))
    assert found.camps == (0, 1, 0, 1)
    assert found.external == pytest.approx(-1)


def test_quality_is_nearness_to_the_ideal() -> None:
    """By hand: two even camps are ideal; one who says only half as much is missed."""
    assert division(_slice([[1], [1], [0], [0]], [[0], [0], [1], [1]])).quality == pytest.approx(1)
    found = division(_slice([[1], [1], [0], [0]], [[0], [0], [1], [0.5]]))
    # Congruence 1, 1, .5, .5 within, on average .75; conflict 1, 1, .5, .5 twice, on average .75.
    assert found.quality == pytest.approx(1 - (4 * 0.25 + 8 * 0.25) / (3 + 6))


def test_agreement_of_all_is_no_polarisation() -> None:
    """Where nobody contradicts anybody, half of the agreement lies across any camps."""
    found = division(_slice([[1]] * 4, [[0]] * 4))
    assert found.quality == pytest.approx(1 - 4 * (12 / 4 - 1) / 12)


def test_where_nobody_speaks_there_are_no_camps() -> None:
    """And none of one actor alone."""
    assert division(_slice([[0], [0]], [[0], [0]])) == Division((0, 0), 0.0, 0.0)
    assert division(_slice([[1]], [[0]])).quality == 0


def test_exchanges_find_what_trying_all_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """On two camps of five the greedy search ends where the exhaustive one does."""
    rng = np.random.default_rng(3)
    side = rng.permutation([0, 1] * 5)

    def noisy(on: Array) -> Array:
        return np.asarray(on[:, None] * rng.uniform(0.5, 1.5, (10, 3)))

    one = Slice(DAY, noisy(1.0 * (side == 0)), noisy(1.0 * (side == 1)))
    best = division(one)
    monkeypatch.setattr(discourse, "EXHAUSTIVE", 1)
    assert division(one) == best
    assert set(np.flatnonzero(np.array(best.camps) == best.camps[0]).tolist()) == set(
        np.flatnonzero(side == side[0]).tolist()
    )


def test_phases_part_before_from_after() -> None:
    """Three slices of one network and three of another are two phases."""
    before = ([[1.0], [1.0]], [[0.0], [0.0]])
    after = ([[1.0], [0.0]], [[0.0], [1.0]])
    found = phases([_slice(*(before if k < 3 else after)) for k in range(6)])
    assert found.phase == (0, 0, 0, 1, 1, 1)
    assert found.modularity > 0.3


def test_what_does_not_change_is_one_phase() -> None:
    """Alike, or too few to tell."""
    one = _slice([[1.0], [1.0]], [[0.0], [0.0]])
    assert set(phases([one] * 6).phase) == {0}
    assert phases([one] * 3).linkage == "none"


def test_polarisation_falls_when_camps_join(
    monthly: Callable[..., list[Observation]], case: Case
) -> None:
    """From half of the line to nothing, with bands; a bloc is not counted beside its members."""
    names = ("CHN", "USA", "FRA")
    bloc = Actor(id="WEST", name="the West", kind="bloc", members=("USA", "FRA"))
    more = (*(Actor(id=name, name=name, kind="state") for name in names), bloc)
    world = case.model_copy(update={"actors": (*case.actors, *more)})
    turn = {"RUS": (0.9, 0.9), "CHN": (0.9, 0.9), "USA": (-0.9, 0.9), "FRA": (-0.9, 0.9)}
    series = {
        Key(name, "stay", "stated"): tuple(monthly(*[first] * 8, *[last] * 8))
        for name, (first, last) in turn.items()
    }
    field = Field(Measured(series, {}, {}, {}), world, "stay")
    found = polarisation(field, field.days())
    assert found.actors == ("RUS", "CHN", "USA", "FRA")
    assert found.distance[0].mean == pytest.approx(4 * 0.85 / 6, abs=0.06)
    assert found.distance[-1].mean < 0.15
    assert found.division[0].camps == (0, 0, 1, 1)
    assert found.phases.phase[0] != found.phases.phase[-1]
