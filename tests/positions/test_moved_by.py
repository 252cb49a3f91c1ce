"""Events near a jump: by timing and by mention, never by cause."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from volteface.case.schema import Case, Fact
from volteface.positions.conditions import Rules
from volteface.positions.moved_by import HALF_LIFE, events_near
from volteface.records import Observation, Statement

TURN = date(2012, 6, 1)


@pytest.fixture(name="turned")
def _turned(observed: Callable[..., Observation]) -> list[Observation]:
    """A jump on one day in June."""
    days = [-90, -60, -30, -1, 0, 30, 60, 90]
    return [
        observed(TURN + timedelta(days=day), 0.8 if day < 0 else -0.8, f"s{day}") for day in days
    ]


def _with(case: Case, *facts: Fact) -> Case:
    return case.model_copy(update={"facts": facts})


def _fact(name: str, day: date, *mentions: str) -> Fact:
    return Fact(id=name, text=f"Event {name}.", from_=day, source="record", mentions=mentions)


def test_the_nearest_event_before_comes_first(
    turned: list[Observation], case: Case, rules: Rules
) -> None:
    """What came after or long before is not near; each half-life halves the timing."""
    known = _with(
        case,
        _fact("old", TURN - timedelta(days=400)),
        _fact("near", TURN - timedelta(days=5)),
        _fact("far", TURN - timedelta(days=5 + int(HALF_LIFE))),
        _fact("after", TURN + timedelta(days=3)),
    )
    found = events_near(turned, "RUS", known, [], rules.motion)
    assert [event.fact for event in found][:2] == ["near", "far"]
    timing = {event.fact: event.timing for event in found}
    assert timing["far"] == pytest.approx(timing["near"] / 2, rel=0.02)
    assert timing.get("old", 0) < 0.01
    assert timing.get("after", 0) < 0.01


def test_an_event_that_is_spoken_of_comes_before_one_that_is_not(
    turned: list[Observation],
    case: Case,
    rules: Rules,
    say: Callable[..., Statement],
) -> None:
    """Two statements by or about the actor speak of the farther event."""
    known = _with(
        case,
        _fact("near", TURN - timedelta(days=5), "harbour fire"),
        _fact("named", TURN - timedelta(days=20), "Siege of the town"),
    )
    said = [
        say("s-1", TURN, text="After the siege  of\nthe town we think otherwise"),
        say("s-2", TURN, text="the siege of the town", actor=None, about="RUS"),
        say("s-3", TURN, text="the siege of the town", actor="SYR"),
        say("s-4", TURN + timedelta(days=400), text="the siege of the town"),
        say("s-5", None, text="the siege of the town"),
        say("s-6", TURN - timedelta(days=30), text="the siege of the town"),
    ]
    found = events_near(turned, "RUS", known, said, rules.motion)
    assert [(event.fact, event.mentions) for event in found] == [
        ("named", ("s-1", "s-2")),
        ("near", ()),
    ]


def test_what_moved_is_not_what_moved_it(
    observed: Callable[..., Observation], turned: list[Observation], case: Case, rules: Rules
) -> None:
    """A deed in the series, and a fact of the same words on another issue, are left out."""
    known = _with(
        case,
        _fact("deed", TURN - timedelta(days=1)),
        Fact(id="twin", text="Event deed.", from_=TURN - timedelta(days=1), source="record"),
    )
    deed = observed(TURN, -0.8, "record", conduct=True, record="fact:deed")
    assert events_near([*turned, deed], "RUS", known, [], rules.motion) == ()
