"""Forecasts: the chance of each option, on what was known on a date.

The model's share of worlds is mixed with what is to be expected without it (:mod:`base`), with the
weight that the model has earned one step ahead on this case by then (:mod:`one_step`). Nothing is
fitted to questions. Where the question asks about a patron whose record the model does not follow,
its word counts that much less. A question that says why the model cannot speak to it is declined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Progress
from volteface.errors import UsageError
from volteface.questions.conditioning.condition import Conditioned, condition
from volteface.questions.conditioning.shown import Shown
from volteface.questions.forecasting.base import base_rates, change_rate
from volteface.questions.forecasting.one_step import Skill, skill
from volteface.questions.forecasting.options import Chances, all_conditions, chances
from volteface.questions.forecasting.schema import Question

DRAWS = 2048


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answer to one question.

    ``probabilities`` and ``intervals`` have one entry for each option; both are empty where the
    question is ``declined``, which says why. ``model`` are the shares of worlds, ``base`` what is
    expected without a model, ``weight`` how much the model's word counts. ``intervals`` span what
    sampling and the weight leave open. ``warnings`` are those of the worlds.
    """

    question: Question
    as_of: date
    seed: int
    probabilities: tuple[float, ...] = ()
    intervals: tuple[tuple[float, float], ...] = ()
    model: tuple[float, ...] = ()
    base: tuple[float, ...] = ()
    weight: float = 0.0
    founding: float = 0.0
    warnings: tuple[str, ...] = ()
    declined: str | None = None


def forecasts(
    conflict: Conflict,
    shown: Sequence[Shown],
    questions: Sequence[Question],
    *,
    as_of: date | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
) -> list[Forecast]:
    """Answer every question, in their order.

    Args:
        conflict: The case's.
        shown: What the case has on record.
        questions: As loaded.
        as_of: What is known counts up to this day; each question's own opening if left out.
        draws: Worlds for each date.
        seed: The same seed gives the same answers.
        progress: Told of the questions done.

    Raises:
        UsageError: the day is before the war or not before a question's closing, or options overlap
            or leave gaps in some world.
    """
    desk = _Desk(conflict, shown, draws, seed)
    found = []
    for done, question in enumerate(questions, 1):
        found.append(desk.answer(question, as_of or question.opened))
        if progress is not None:
            progress(done, len(questions))
    return found


class _Desk:
    """Keeps what several questions need: worlds by date, and what the model's word is worth."""

    def __init__(self, conflict: Conflict, shown: Sequence[Shown], draws: int, seed: int) -> None:
        self._conflict = conflict
        self._shown = shown
        self._draws = draws
        self._seed = seed
        self._held: dict[date, Conditioned] = {}
        self._skills: dict[date, Skill] = {}

    def answer(self, question: Question, day: date) -> Forecast:
        if day >= question.closes:
            raise UsageError(
                f"question {question.id} closes on {question.closes}: "
                f"{day} is too late to forecast it"
            )
        if question.unmodelled is not None:
            return Forecast(question, day, self._seed, declined=question.unmodelled)
        held = self._on(day)
        said = chances(held.worlds, question, day)
        worth = self._worth(day)
        rate = change_rate(self._shown, day)
        return _mixed(question, held, said, worth, base_rates(question, day, rate))

    def _on(self, day: date) -> Conditioned:
        if day not in self._held:
            self._held[day] = condition(
                self._conflict, self._shown, day, draws=self._draws, seed=self._seed
            )
        return self._held[day]

    def _worth(self, day: date) -> Skill:
        year = date(day.year, 12, 31) if (day.month, day.day) == (12, 31) else None
        key = year or date(day.year - 1, 12, 31)
        if key not in self._skills:
            self._skills[key] = skill(
                self._conflict,
                self._shown,
                key,
                draws=self._draws,
                seed=self._seed,
                earlier=self._on,
            )
        return self._skills[key]


def _mixed(
    question: Question,
    held: Conditioned,
    said: Chances,
    worth: Skill,
    base: tuple[float, ...],
) -> Forecast:
    trust = 1 - _astray(question, held)
    probabilities, intervals = [], []
    for share, (low, high), without in zip(said.shares, said.intervals, base, strict=True):
        probabilities.append(_mix(trust * worth.weight, share, without))
        ends = [_mix(trust * w, end, without) for w in worth.interval for end in (low, high)]
        intervals.append((min(ends), max(ends)))
    assert held.worlds.as_of is not None
    return Forecast(
        question,
        held.worlds.as_of,
        held.worlds.seed,
        tuple(probabilities),
        tuple(intervals),
        said.shares,
        base,
        trust * worth.weight,
        held.founding,
        held.warnings,
    )


def _astray(question: Question, held: Conditioned) -> float:
    """The probability that a patron which the question asks about does not follow its record."""
    asked = {one.measure.channel.name for one in all_conditions(held.worlds.conflict, question)}
    return max((held.astray.get(name, 0.0) for name in asked), default=0.0)


def _mix(weight: float, model: float, base: float) -> float:
    return weight * model + (1 - weight) * base


def as_json(forecast: Forecast) -> dict[str, Any]:
    """A forecast for machines; a declined one has no options and says why."""
    names = [option.name for option in forecast.question.options]
    found: dict[str, Any] = {
        "id": forecast.question.id,
        "options": dict(zip(names, forecast.probabilities, strict=False)),
        "interval": {
            name: list(ends) for name, ends in zip(names, forecast.intervals, strict=False)
        },
        "as_of": forecast.as_of.isoformat(),
        "seed": forecast.seed,
    }
    if forecast.declined is not None:
        found["declined"] = forecast.declined
        return found
    found["model"] = dict(zip(names, forecast.model, strict=True))
    found["base"] = dict(zip(names, forecast.base, strict=True))
    found["weight"] = forecast.weight
    found["founding_draws"] = forecast.founding
    return found
