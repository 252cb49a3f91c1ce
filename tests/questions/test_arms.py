"""Many interventions on shared worlds."""

from collections.abc import Callable

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict, Event
from volteface.conflict.ensemble import run_ensemble
from volteface.conflict.measures import parse_measure
from volteface.errors import UsageError
from volteface.questions.arms import Reading, read_arms
from volteface.questions.interventions import month_of, parse_interventions

Read = Callable[..., Reading]


@pytest.fixture
def read(syria: Conflict) -> Read:
    """Make a reading from texts."""

    def events(texts: tuple[str, ...]) -> tuple[Event, ...]:
        return tuple(change.event for change in parse_interventions(syria, texts))

    def make(
        measure: str, by: str, do: tuple[str, ...] = (), given: tuple[str, ...] = ()
    ) -> Reading:
        asked = parse_measure(syria, measure)
        return Reading(events(given), events(do), asked, month_of(syria, by))

    return make


def test_each_arm_has_the_bits_of_a_whole_run(syria: Conflict, read: Read) -> None:
    """Branching off where an intervention begins changes nothing, nor does the number of workers.

    Early and late interventions, one from the first month, common conditions, measures over time.
    """
    readings = [
        read("war_over", "2016-12"),
        read("toll", "2013-04"),
        read("RUS.support", "2016-12", ("RUS.pressure=2 from 2015-01",)),
        read("mean SYR-GOV.forts", "2016-06", ("RUS.support=none from 2012-06",)),
        read("ever RUS.support=force", "2016-06", ("RUS.support=none from 2012-06",)),
        read("toll", "2014-06", ("SYR-GOV.strength*=0.7",), ("RUS.support=cover from 2011-06",)),
        read("toll", "2014-06", (), ("RUS.support=cover from 2011-06",)),
    ]
    found = read_arms(syria, readings, 300, 3)
    for place, reading in enumerate(readings):
        whole = run_ensemble(
            syria,
            300,
            3,
            interventions=[*reading.given, *reading.do],
            outcomes=[reading.measure.outcome(reading.month)],
        )
        assert np.array_equal(found.values[place], whole.outcomes[0])
        if not (reading.do or reading.given):
            assert np.array_equal(found.varied, whole.varied)
            assert found.names == whole.varied_names
    again = read_arms(syria, readings, 300, 3, workers=2)
    assert np.array_equal(found.values, again.values)


def test_progress_counts_worlds(syria: Conflict, read: Read) -> None:
    """After each chunk, up to all."""
    told = []
    found = read_arms(
        syria,
        [read("toll", "2011-06")],
        300,
        3,
        progress=lambda done, asked: told.append((done, asked)),
    )
    assert told == [(256, 300), (300, 300)]
    assert found.draws == 300


def test_what_was_done_before_an_interruption_is_kept(syria: Conflict, read: Read) -> None:
    """The first chunk stays; without one there is nothing to keep."""
    reading = read("toll", "2011-06")

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    found = read_arms(syria, [reading], 600, 3, progress=stop)
    assert found.draws == 256
    assert found.values.shape == (1, 256)
    assert found.varied.shape[0] == 256


def test_an_interruption_before_the_first_worlds_keeps_nothing(
    syria: Conflict, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says so."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("volteface.questions.arms.draw_rows", stop)
    with pytest.raises(UsageError, match="nothing kept"):
        read_arms(syria, [read("toll", "2011-06")], 10, 3)


@pytest.mark.parametrize(("draws", "seed"), [(0, 1), (1, -1), (1, 2**63)])
def test_impossible_numbers_are_refused(syria: Conflict, draws: int, seed: int) -> None:
    """At least one world, and a seed that fits."""
    with pytest.raises(UsageError, match="must be"):
        read_arms(syria, [], draws, seed)
