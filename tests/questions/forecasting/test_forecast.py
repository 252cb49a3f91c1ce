"""Forecasts and their scores."""

import math
from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.shown import Shown, parse_shown
from volteface.questions.forecasting.base import base_rates, change_rate
from volteface.questions.forecasting.calibration_svg import calibration, calibration_svg
from volteface.questions.forecasting.forecast import Forecast, as_json, forecasts
from volteface.questions.forecasting.one_step import Step, skill, steps_from, weigh
from volteface.questions.forecasting.schema import Option, Question
from volteface.questions.forecasting.scores import score


def question(name: str = "q", **more: object) -> Question:
    """Will the government be out by the end of 2012?"""
    given: dict[str, object] = {
        "id": name,
        "text": "?",
        "criterion": "!",
        "opened": date(2012, 3, 10),
        "closes": date(2012, 12, 31),
        "status_quo": "no",
        "options": (
            Option(name="yes", measure="GOV.forts>=0.9"),
            Option(name="no", measure="otherwise"),
        ),
    }
    return Question.model_validate({**given, **more})


@pytest.fixture
def record(war: Conflict) -> tuple[Shown, ...]:
    """The government in office, and the patron's arms from June 2011 on."""
    from_facts = parse_shown(
        war,
        "in_power.GOV=1",
        (date(2011, 3, 5), date(2013, 2, 28)),
        where="facts.toml:1",
        source="fact:f",
    )
    arms = parse_shown(
        war,
        "PAT.support=arms",
        (date(2011, 6, 30), date(2013, 2, 28)),
        where="ties.toml:1",
        source="PAT and GOV",
    )
    return (from_facts, arms)


def test_a_forecast_mixes_the_worlds_with_the_rate_of_change(
    war: Conflict, record: tuple[Shown, ...]
) -> None:
    """The numbers add up, lie between their sources, and say what they are made of."""
    (found,) = forecasts(war, record, [question()], draws=512)
    assert sum(found.probabilities) == pytest.approx(1)
    for given, model, base in zip(found.probabilities, found.model, found.base, strict=True):
        assert given == pytest.approx(found.weight * model + (1 - found.weight) * base)
    assert found.as_of == date(2012, 3, 10)
    data = as_json(found)
    assert data["options"] == dict(zip(("yes", "no"), found.probabilities, strict=True))
    assert data["as_of"] == "2012-03-10"
    assert all(
        low <= data["options"][name] <= high for name, (low, high) in data["interval"].items()
    )
    (again,) = forecasts(war, record, [question()], draws=512)
    assert again == found


def test_a_declined_question_says_why(war: Conflict) -> None:
    """It has no options, and costs no worlds."""
    told: list[tuple[int, int]] = []
    (found,) = forecasts(
        war,
        (),
        [question(unmodelled="no cities")],
        progress=lambda done, total: told.append((done, total)),
    )
    assert as_json(found)["options"] == {}
    assert as_json(found)["declined"] == "no cities"
    assert told == [(1, 1)]


def test_too_late_and_too_early(war: Conflict) -> None:
    """A forecast is made before the closing and within the war."""
    with pytest.raises(UsageError, match="closes on 2012-12-31: 2013-01-01 is too late"):
        forecasts(war, (), [question()], as_of=date(2013, 1, 1), draws=64)
    with pytest.raises(UsageError, match="before the war"):
        forecasts(war, (), [question()], as_of=date(2010, 1, 1), draws=64)


def test_the_rate_of_change_is_that_of_the_record(record: tuple[Shown, ...]) -> None:
    """No change in the years on record, half a change and a year added."""
    day = date(2012, 3, 10)
    years = (day - date(2011, 3, 5)).days + (day - date(2011, 6, 30)).days
    assert change_rate(record, day) == pytest.approx(0.5 / (1 + years / 365.25))


def test_base_rates_of_options() -> None:
    """The question's own, by windows, or alike."""
    day = date(2012, 3, 10)
    stays = math.exp(-0.5 * (date(2012, 12, 31) - day).days / 365.25)
    assert base_rates(question(), day, 0.5) == pytest.approx((1 - stays, stays))
    own = question(base_rate={"yes": 0.3, "no": 0.7})
    assert base_rates(own, day, 0.5) == (0.3, 0.7)
    assert base_rates(question(status_quo=None), day, 0.5) == (0.5, 0.5)
    timed = question(
        options=(
            Option.model_validate(
                {"name": "a", "measure": "newly war_over", "to": date(2012, 3, 19)}
            ),
            Option.model_validate(
                {
                    "name": "b",
                    "measure": "newly war_over",
                    "from": date(2012, 3, 20),
                    "to": date(2012, 4, 18),
                }
            ),
            Option(name="no", measure="otherwise"),
        )
    )
    a, b, no = base_rates(timed, day, 0.5)
    assert b / a == pytest.approx(3)
    assert no == pytest.approx(stays)


def test_one_step_ahead(war: Conflict, record: tuple[Shown, ...]) -> None:
    """Everything on record on both days is predicted; what is not over yet is not."""
    day = date(2011, 12, 31)
    held = condition(war, record, day, draws=512)
    office, arms = steps_from(held, record, day)
    assert office.what == "in_power.GOV=1"
    assert arms.what == "PAT.support=arms"
    assert 0.9 < office.model <= 1
    assert office.hazard == pytest.approx(math.exp(-change_rate(record, day)))
    assert 1 <= arms.spread <= 4
    assert steps_from(held, record, date(2012, 12, 31)) == []
    assert len(skill(war, record, date(2012, 12, 31), draws=256, seed=0).steps) == 2
    assert skill(war, record, date(2012, 12, 30), draws=256, seed=0).steps == ()


def test_the_weight_follows_the_record() -> None:
    """One half before anything is seen, more where the model was better, less where worse."""
    day = date(2011, 12, 31)
    assert weigh([]).weight == pytest.approx(0.5)
    better = weigh([Step(day, "x", 0.95, 0.5, 0, 1)] * 6)
    worse = weigh([Step(day, "x", 0.02, 0.8, 0, 1)] * 6)
    assert better.weight > 0.7
    assert worse.weight < 0.3
    low, high = better.interval
    assert low < better.weight < high


Made = Callable[..., Forecast]


@pytest.fixture
def made() -> Made:
    """Make a forecast of a question with an outcome."""

    def make(name: str, chance: float, outcome: str | None, **more: object) -> Forecast:
        asked = question(name, outcome=outcome)
        return Forecast(asked, asked.opened, 0, (chance, 1 - chance), **more)  # type: ignore[arg-type]

    return make


def test_scores_against_rivals(made: Made) -> None:
    """Brier's sum over options and the log of what came true; the rivals on the same questions."""
    found = score([made("a", 0.1, "no"), made("b", 0.8, "yes"), made("c", 0.3, "no")])
    assert found.mean("brier") == pytest.approx(2 * (0.01 + 0.04 + 0.09) / 3)
    assert found.mean("log") == pytest.approx(np.mean(np.log([0.9, 0.8, 0.7])))
    assert found.base_rate == pytest.approx(2.5 / 4)
    assert found.mean("stays_brier") == pytest.approx(2 * (2 * 0.05**2 + 0.95**2) / 3)
    assert found.better_by == pytest.approx(found.mean("stays_brier") - found.mean("brier"))
    assert found.error > 0


def test_declined_annulled_ambiguous_and_open(made: Made) -> None:
    """Declined is the base rate; the others are counted and left out."""
    found = score(
        [
            made("a", 0.1, "no"),
            made("b", 0.1, "annulled"),
            made("c", 0.1, "ambiguous"),
            made("d", 0.1, None),
            made("e", 0.0, "no", declined="no cities"),
        ]
    )
    assert (found.annulled, found.ambiguous, found.open) == (("b",), ("c",), ("d",))
    assert found.answered == 1
    declined = found.questions[1]
    assert declined.brier == declined.base_brier
    with pytest.raises(UsageError, match="no question has an outcome"):
        score([made("d", 0.1, None)])


def test_what_was_given_no_chance(made: Made) -> None:
    """Has a log score of minus infinity, and is not cut off."""
    assert score([made("a", 0.0, "yes")]).mean("log") == -math.inf


def test_the_calibration_plot(made: Made) -> None:
    """Options given alike are counted together; the numbers stand in the description."""
    found = score([made("a", 0.05, "no"), made("b", 0.05, "yes"), made("c", 1.0, "yes")])
    first, *_, last = calibration(found.questions)
    assert first.given == pytest.approx(0.1 / 3)
    assert (first.came, first.count) == (1 / 3, 3)
    assert (last.count, last.came) == (3, 2 / 3)
    svg = calibration_svg(found.questions)
    assert svg.count("<circle") == 2
    assert "came true 0.67 of 3" in svg
