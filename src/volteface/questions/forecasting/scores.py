"""What forecasts were worth: Brier (1950) and logarithmic score, beside two that need no model.

The rivals are the base rate (how often the questions of the file ended in their status quo, half a
question each way added, the rest shared by the other options) and 0.95 on the status quo. A
declined question is scored as the base rate. Annulled and ambiguous ones are counted and left out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.errors import UsageError
from volteface.questions.forecasting.forecast import Forecast
from volteface.questions.forecasting.schema import AMBIGUOUS, ANNULLED, Question

STAYS = 0.95
_RESAMPLED = 2000


@dataclass(frozen=True, slots=True)
class Scored:
    """One question: its Brier score, from 0 to 2, and log score, and the same of the rivals."""

    forecast: Forecast
    given: tuple[float, ...]
    brier: float
    log: float
    base_brier: float
    base_log: float
    stays_brier: float
    stays_log: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over the ``questions``; ``answered`` of them were not declined.

    ``better_by`` is the Brier score of 0.95 on the status quo less that of the forecasts, and
    ``error`` its bootstrap standard error. ``base_rate`` is that of the status quo.
    """

    questions: tuple[Scored, ...]
    answered: int
    annulled: tuple[str, ...]
    ambiguous: tuple[str, ...]
    open: tuple[str, ...]
    base_rate: float
    better_by: float
    error: float

    def mean(self, name: str) -> float:
        """The mean of one score, by its name in :class:`Scored`."""
        return float(np.mean([getattr(one, name) for one in self.questions]))


def score(found: Sequence[Forecast]) -> Scores:
    """Score forecasts of questions whose outcome is filled in.

    Raises:
        UsageError: no question has an outcome that can be scored.
    """
    outcomes = {one.question.id: one.question.outcome for one in found}
    closed = [one for one in found if outcomes[one.question.id] in _names(one.question)]
    if not closed:
        raise UsageError("no question has an outcome: fill in outcome = one of its options")
    base_rate = _base_rate([one.question for one in closed])
    scored = tuple(_scored(one, base_rate) for one in closed)
    gains = np.array([one.stays_brier - one.brier for one in scored])
    return Scores(
        scored,
        sum(one.declined is None for one in closed),
        tuple(name for name, outcome in outcomes.items() if outcome == ANNULLED),
        tuple(name for name, outcome in outcomes.items() if outcome == AMBIGUOUS),
        tuple(name for name, outcome in outcomes.items() if outcome is None),
        base_rate,
        float(gains.mean()),
        _bootstrap(gains),
    )


def _names(question: Question) -> list[str]:
    return [option.name for option in question.options]


def _base_rate(questions: Sequence[Question]) -> float:
    """How often the status quo held, of the questions that name one."""
    named = [question for question in questions if question.status_quo is not None]
    held = sum(question.outcome == question.status_quo for question in named)
    return (held + 0.5) / (len(named) + 1)


def _rival(question: Question, stays: float) -> tuple[float, ...]:
    """A probability on the status quo and the rest alike; all alike without a status quo."""
    names = _names(question)
    if question.status_quo is None:
        return (1 / len(names),) * len(names)
    rest = (1 - stays) / (len(names) - 1)
    return tuple(stays if name == question.status_quo else rest for name in names)


def _scored(forecast: Forecast, base_rate: float) -> Scored:
    question = forecast.question
    base = _rival(question, base_rate)
    given = forecast.probabilities if forecast.declined is None else base
    pairs = [_both(question, one) for one in (given, base, _rival(question, STAYS))]
    return Scored(forecast, given, *pairs[0], *pairs[1], *pairs[2])


def _both(question: Question, given: Sequence[float]) -> tuple[float, float]:
    """Brier and log score; minus infinity where what happened was given no chance."""
    came = [float(name == question.outcome) for name in _names(question)]
    brier = sum((p - o) ** 2 for p, o in zip(given, came, strict=True))
    chance = sum(p * o for p, o in zip(given, came, strict=True))
    return brier, math.log(chance) if chance > 0 else -math.inf


def _bootstrap(values: Reals) -> float:
    """The standard error of a mean, questions drawn anew."""
    generator = np.random.default_rng(0)
    drawn = generator.choice(values, (_RESAMPLED, len(values)))
    return float(drawn.mean(axis=1).std())
