"""Words against deeds."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from volteface.positions.conditions import Rules
from volteface.positions.gap import gap
from volteface.records import Observation

FIRST = date(2012, 1, 1)


def _every(
    observed: Callable[..., Observation],
    count: int,
    value: float,
    start: date = FIRST,
    *,
    conduct: bool = False,
) -> list[Observation]:
    return [
        observed(
            start + timedelta(days=60 * k), value, f"s{k}", conduct=conduct, record=f"{conduct} {k}"
        )
        for k in range(count)
    ]


def test_a_gap_throughout(observed: Callable[..., Observation], rules: Rules) -> None:
    """Words one way and deeds the other, from the first day on."""
    words = _every(observed, 4, 0.8)
    deeds = _every(observed, 4, -0.8, conduct=True)
    found = gap(words, deeds, rules)
    assert found.since is None
    assert found.period == (FIRST, FIRST + timedelta(days=180))
    assert found.start == pytest.approx(0.8, abs=0.1)
    assert found.end == pytest.approx(-0.8, abs=0.1)
    assert found.probability > 0.9


def test_a_gap_that_opens(observed: Callable[..., Observation], rules: Rules) -> None:
    """Deeds turn and words do not: the gap has a date."""
    words = _every(observed, 9, 0.8)
    deeds = _every(observed, 5, 0.8, conduct=True) + [
        observed(FIRST + timedelta(days=60 * k), -0.8, conduct=True, record=f"late {k}")
        for k in range(5, 9)
    ]
    found = gap(words, deeds, rules)
    assert found.since == (FIRST + timedelta(days=240), FIRST + timedelta(days=300))
    assert found.period[1] == FIRST + timedelta(days=480)


def test_levels_are_told_of_when_words_were_last_spoken(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Later deeds lengthen the gap and do not blur what the words were."""
    words = _every(observed, 6, 0.8)
    deeds = _every(observed, 9, -0.9, conduct=True)
    found = gap(words, deeds, rules)
    assert found.period[1] > max(o.when.latest for o in words)
    shorter = gap(words, deeds[:6], rules)
    assert found.start == pytest.approx(shorter.start, abs=1e-9)


def test_words_and_deeds_that_agree_have_no_gap(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Agreement is not reported."""
    assert gap(_every(observed, 4, 0.8), _every(observed, 4, 0.7, conduct=True), rules) is None


def test_old_words_are_not_held_against_new_deeds(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Ten years later the words may have changed unseen."""
    deeds = _every(observed, 3, -0.8, date(2032, 1, 1), conduct=True)
    assert gap(_every(observed, 3, 0.8), deeds, rules) is None


def test_one_reported_deed_is_too_little(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """A single deed may be misread; a single dated fact may not."""
    words = _every(observed, 4, 0.8)
    day = FIRST + timedelta(days=90)
    assert gap(words, [observed(day, -0.8, conduct=True, record="s-9")], rules) is None
    assert gap(words, [observed(day, -0.8, conduct=True, record="fact:veto")], rules) is not None
    assert gap(words[:1], [observed(FIRST, -0.8, conduct=True, record="fact:v")], rules) is None


def test_words_that_hold_for_a_while_are_held_against_deeds(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """Words that later turn differ from the deeds as long as they had not."""
    words = [*_every(observed, 2, -0.8), observed(FIRST + timedelta(days=900), 0.8, "late")]
    deeds = _every(observed, 16, 0.8, conduct=True)
    found = gap(words, deeds, rules)
    assert found is not None
    assert found.period[0] == FIRST
    assert found.period[1] < FIRST + timedelta(days=900)
    assert found.against < {record for o in deeds for record in o.records}
    assert "late" not in {o.source for o in found.observations}
    assert not found.lasting


def test_one_utterance_within_the_stretch_is_too_little(
    observed: Callable[..., Observation], rules: Rules
) -> None:
    """That a level reaches into a time on paper says nothing about it."""
    words = [observed(FIRST, -0.8), observed(FIRST + timedelta(days=900), 0.8, "late")]
    assert gap(words, _every(observed, 16, 0.8, conduct=True), rules) is None
