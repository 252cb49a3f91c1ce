"""What stands behind verdicts of every kind."""

from collections.abc import Callable
from datetime import date, timedelta

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.explain import explain, series_of
from volteface.positions.explain_json import explanation_json
from volteface.positions.observations import Measured
from volteface.positions.verdicts import verdicts
from volteface.records import Observation

FIRST = date(2012, 1, 1)
STATED = Key("RUS", "stay", "stated")


def _measured(**channels: list[Observation]) -> Measured:
    series = {STATED._replace(channel=name): tuple(held) for name, held in channels.items()}
    return Measured(series, {}, {}, {})


def test_a_shift_is_explained_in_full(
    monthly: Callable[..., list[Observation]],
    case: Case,
    with_fact: Callable[..., Case],
) -> None:
    """Weights, voices left out, the strip, and events near it."""
    known = with_fact("summit", FIRST + timedelta(days=100), None, actors=(), issue=None)
    measured = _measured(stated=monthly(*[0.8] * 4, *[-0.8] * 4))
    (verdict,) = verdicts(measured, case)
    found = explain(verdict, measured, known, {})
    assert len(found.weights) == len(found.without) == 8
    assert {cell.outcome for cell in found.strip if cell.chosen} == {"shift"}
    assert [event.fact for event in found.events] == ["summit"]
    data = explanation_json(found)
    assert data["events"][0]["day"] == "2012-04-10"
    assert [cell["chosen"] for cell in data["strip"]].count(True) == 3


def test_no_shift_has_no_events(
    monthly: Callable[..., list[Observation]], with_fact: Callable[..., Case]
) -> None:
    """What did not move was moved by nothing."""
    case = with_fact("summit", FIRST + timedelta(days=100), None, actors=(), issue=None)
    measured = _measured(stated=monthly(*[0.8] * 6))
    (verdict,) = verdicts(measured, case)
    assert explain(verdict, measured, case, {}).events == ()


def test_a_gap_shows_the_weights_of_words_and_deeds(
    monthly: Callable[..., list[Observation]], case: Case
) -> None:
    """Two series, and no strip of its own."""
    deeds = monthly(*[-0.8] * 5, conduct=True)
    measured = _measured(stated=monthly(*[0.8] * 5), revealed=deeds)
    (gap,) = (v for v in verdicts(measured, case) if v.verdict == "gap")
    found = explain(gap, measured, case, {})
    assert [w.observation.conduct for w in found.weights] == [False] * 5 + [True] * 5
    assert (found.strip, found.without) == ((), ())
    assert set(gap.against) == {r for o in deeds for r in o.records}


def test_only_the_period_asked_of_is_explained(
    monthly: Callable[..., list[Observation]], case: Case
) -> None:
    """Observations outside the period that a verdict is on are not among its weights."""
    measured = _measured(stated=monthly(*[0.8] * 6))
    (verdict,) = verdicts(measured, case, period=(date(2012, 2, 15), None))
    (series,) = series_of(verdict, measured)
    assert len(series) == 4
