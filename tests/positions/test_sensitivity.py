"""How verdicts hang on thresholds, weights and voices."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from volteface.case.schema import Thresholds
from volteface.positions.conditions import Rules
from volteface.positions.dates import LONGEST
from volteface.positions.judge import judge
from volteface.positions.sensitivity import strip, weights, without_each
from volteface.records import Observation

FIRST = date(2012, 1, 1)


def test_the_strip_judges_by_each_choice(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Each cell is what the judge says under it, and the case's own choices are marked."""
    series = monthly(*[0.35] * 5, *[-0.35] * 5)
    cells = strip(series, rules)
    chosen = [cell for cell in cells if cell.chosen]
    assert [(c.choice, c.value) for c in chosen] == [
        ("delta", 0.4),
        ("probability", 0.9),
        ("noise", 1.0),
    ]
    assert {c.outcome for c in chosen} == {judge(series, rules).outcome}
    by_delta = {c.value: c.outcome for c in cells if c.choice == "delta"}
    assert by_delta[0.2] == "shift"
    assert by_delta[0.6] != "shift"
    trusting = [replace(o, variance=o.variance / 4) for o in series]
    assert {c.value: c.outcome for c in cells if c.choice == "noise"}[0.5] == (
        judge(trusting, rules).outcome
    )


def test_an_unusual_choice_stands_in_the_strip(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Whatever delta the case chose is among those shown."""
    unusual = replace(rules, thresholds=Thresholds(delta=0.37))
    cells = strip(monthly(0.8, 0.8, 0.8), unusual)
    assert [c.value for c in cells if c.choice == "delta"] == [0.2, 0.3, 0.37, 0.4, 0.5, 0.6]


def test_each_voice_is_left_out(
    monthly: Callable[..., list[Observation]],
    observed: Callable[..., Observation],
    rules: Rules,
) -> None:
    """Without the one that departs nothing moved; without another the remark stays."""
    series = [*monthly(*[0.8] * 5), observed(FIRST + timedelta(days=80), -0.8, "Odd")]
    found = {one.voice: one for one in without_each(series, rules)}
    assert found["Odd"].outcome == "no shift"
    assert (
        found["source 0"].outcome
        == judge([o for o in series if o.source != "source 0"], rules).outcome
    )
    assert {one.observations for one in found.values()} == {1}


def test_without_the_only_other_voice_nothing_is_left(
    monthly: Callable[..., list[Observation]], rules: Rules
) -> None:
    """One statement of two taken away is insufficient evidence, not an error."""
    assert {one.outcome for one in without_each(monthly(0.8, 0.7), rules)} == {
        "insufficient evidence"
    }


def test_weights_say_what_each_observation_did(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Shares sum to one and follow precision; a high value pulls up, a low one down."""
    series = [
        observed(FIRST, 0.5, "A"),
        observed(FIRST + timedelta(days=30), 0.9, "B", sd=0.1),
        observed(FIRST + timedelta(days=60), 0.1, "C", sd=0.4),
    ]
    found = weights(series, rules)
    assert sum(w.share for w in found) == pytest.approx(1)
    by_source = {w.observation.source: w for w in found}
    assert by_source["B"].share > by_source["A"].share > by_source["C"].share
    assert by_source["B"].pull > 0 > by_source["C"].pull
    assert abs(by_source["B"].pull) > abs(by_source["C"].pull)


def test_in_a_long_series_only_shares_are_given(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """No one of hundreds moves the level."""
    series = [observed(FIRST + timedelta(days=k), 0.5, f"s{k}") for k in range(LONGEST + 1)]
    found = weights(series, rules)
    assert {w.pull for w in found} == {0.0}
    assert sum(w.share for w in found) == pytest.approx(1)
