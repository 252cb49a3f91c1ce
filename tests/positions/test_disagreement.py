"""Sources that contradict each other."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from volteface.positions.conditions import Rules
from volteface.positions.disagreement import contrary_accounts, contrary_opinions
from volteface.records import Observation

FIRST = date(2012, 12, 1)


def _often(
    observed: Callable[..., Observation], source: str, values: list[float], step: int = 30
) -> list[Observation]:
    return [
        observed(FIRST + timedelta(days=step * k), value, source) for k, value in enumerate(values)
    ]


def test_contrary_opinions_of_one_month_are_shown(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """One reporter says it moved, another that it did not."""
    opinions = [
        observed(FIRST, 0.9, "The Paper", sd=0.4),
        observed(FIRST + timedelta(days=10), -0.9, "The Wire", sd=0.4),
    ]
    found = contrary_opinions(opinions, rules)
    assert found.apart == ("The Paper", "The Wire")
    assert found.probability > 0.9
    assert found.period == (FIRST, FIRST + timedelta(days=10))


@pytest.mark.parametrize(
    "reply",
    [
        {"later": 400},
        {"source": "The Paper"},
        {"value": 0.9},
        {"value": -0.2},
        {"sd": 1.5},
    ],
)
def test_what_is_no_disagreement(
    reply: dict[str, Any], observed: Callable[..., Observation], rules: Rules
) -> None:
    """Another time, one source, one side, a faint or a vague view."""
    said = {"later": 10, "source": "The Wire", "value": -0.9, "sd": 0.4} | reply
    day = FIRST + timedelta(days=said.pop("later"))
    opinions = [observed(FIRST, 0.9, "The Paper", sd=0.4), observed(day, **said)]
    assert contrary_opinions(opinions, rules) is None


def test_sources_that_hold_apart_disagree(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Two sources alternate: each is constant, and they contradict each other."""
    series = _often(observed, "A", [0.8] * 5) + _often(observed, "B", [-0.8] * 5)
    found = contrary_accounts(series, rules)
    assert found.outcome == "disagreement"
    assert found.apart == ("A", "B")
    assert (found.start > 0, found.end < 0) == (True, True)


def test_a_turn_that_another_source_denies_is_disagreement(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """One account has a shift in the middle of another's constancy."""
    series = _often(observed, "A", [0.8] * 10) + _often(observed, "B", [0.8] * 5 + [-0.8] * 5)
    found = contrary_accounts(series, rules)
    assert found.apart == ("A", "B")
    assert found.probability > 0.9


def test_sources_that_agree_or_never_meet_do_not_disagree(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Agreement, and constancy at another time, are no contradiction."""
    same = _often(observed, "A", [0.8] * 4) + _often(observed, "B", [0.7] * 4)
    assert contrary_accounts(same, rules) is None
    later = [observed(FIRST + timedelta(days=2000 + 30 * k), -0.8, "B") for k in range(4)]
    assert contrary_accounts(_often(observed, "A", [0.8] * 4) + later, rules) is None


def test_a_turn_after_the_other_fell_silent_is_no_contradiction(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """A source cannot deny what happened after its last word."""
    short = _often(observed, "A", [0.8] * 3)
    assert contrary_accounts(short + _often(observed, "B", [0.8] * 6 + [-0.8] * 4), rules) is None
