"""Very wide priors."""

import numpy as np

from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import draw_rows, run_ensemble
from volteface.conflict.layout import ADD, SET
from volteface.questions.wide import widen


def test_every_number_varies_but_zeros_and_switches(syria: Conflict) -> None:
    """Fixed ones too, so that no answer is built in by a number that happens to be fixed."""
    for before, after in zip(syria.quantities, widen(syria).quantities, strict=True):
        last = before.name.rpartition(".")[2]
        still = last in {"support", "imposed", "removed", "tabled", "talks_on", "talks"}
        zero = before.parameter.kind == "value" and before.parameter.numbers == (0.0,)
        assert (after.parameter.kind == "value") == (still or zero), before.name
        assert (before.name, before.bounds) == (after.name, after.bounds)


def test_what_is_drawn_stays_in_bounds_and_is_wide(syria: Conflict) -> None:
    """Shares over their whole range; others over factors of five around the case's centre."""
    wide = widen(syria)
    rows = draw_rows(wide, wide.shocks, 1, 0)
    for place, quantity in enumerate(wide.quantities):
        if not quantity.levels:
            assert quantity.bounds.fault(rows[:, place].min(), rows[:, place].max()) is None
    prior = rows[:, wide.quantities.place("RUS.prior")]
    assert prior.min() < 0.05
    assert prior.max() > 0.95
    face = rows[:, wide.quantities.place("RUS.face")]
    assert face.min() < 2 / 5
    assert face.max() > 2 * 5
    ideal = rows[:, wide.quantities.place("council.CHN.ideal")]
    assert ideal.min() < -0.5
    assert ideal.max() > 1


def test_dated_events_vary_in_size_but_not_in_direction(syria: Conflict) -> None:
    """One that is set varies as its quantity does; those that turn a switch stay."""
    wide = widen(syria)
    for before, after in zip(syria.shocks, wide.shocks, strict=True):
        assert (before.name, before.first, before.last) == (after.name, after.first, after.last)
        quantity = syria.quantities.at(before.place)
        if quantity.name.endswith(("tabled", "talks_on")):
            assert after == before
        elif before.operation == ADD and before.value.support[0] > 0:
            assert after.value.support[0] >= 0
        elif before.operation == SET:
            low, high = after.value.support
            assert quantity.bounds.fault(low, high) is None


def test_the_widest_worlds_have_numbers_everywhere(syria: Conflict) -> None:
    """And wars that go on in enough of them for a test."""
    found = run_ensemble(widen(syria), 256, 5)
    assert np.isfinite(found.kept).all()
    over = found.kept[:, -1, found.record.world]
    assert 0.1 < over.mean() < 0.9
