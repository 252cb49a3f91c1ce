"""What is written and read again is the same ledger, whatever it holds."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.formats.kinds import KINDS
from volteface.ledger import Reading, open_ledger

History = st.SearchStrategy[tuple[list[Reading], list[str]]]


def filled(place: Path, readings: list[Reading], approved: list[str]) -> Path:
    """A ledger into which all this went, one after another."""
    with open_ledger(place) as ledger:
        for reading in readings:
            ledger.store(reading)
        for record in filter(ledger.record, approved):
            ledger.note(record, "carla", "approved")
    return place


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=settings().max_examples // 5,
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@given(data=st.data())
def test_same_ledger(data: st.DataObject, kind: str, any_history: History, trip: Any) -> None:  # noqa: ANN401
    """Every record that holds comes back, with who read it and who approved it; once is enough."""
    place = filled(trip.fresh(), *data.draw(any_history))
    before = trip.holdings(place)
    path, again = trip.export(place, kind), trip.fresh()
    for _ in range(2):
        assert trip.take_in(again, path, kind).faults == ()
        assert trip.holdings(again) == before
