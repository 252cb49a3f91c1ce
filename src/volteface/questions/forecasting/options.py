"""The chance of each option of a question, over worlds that fit the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.questions.conditioning.worlds import Worlds
from volteface.questions.forecasting.conditions import Condition, parse_conditions
from volteface.questions.forecasting.schema import OTHERWISE, Option, Question

_BLOCK = 512
_NINETY = 1.6448536269514722
_EXACT = 1e-9
_FEWEST = 30


@dataclass(frozen=True, slots=True)
class Chances:
    """What the worlds say: for each option its share and the 90 % sampling interval of it.

    ``given`` is the share of the worlds in which the question's condition holds (1 without one).
    """

    shares: tuple[float, ...]
    intervals: tuple[tuple[float, float], ...]
    given: float


def chances(worlds: Worlds, question: Question, as_of: date) -> Chances:
    """The chance of each option.

    Args:
        worlds: At the end of the last month that is over on ``as_of``.
        question: Checked, and not unmodelled.
        as_of: The date of the forecast, before the closing.

    Raises:
        UsageError: options overlap or leave gaps in some world, or the question's condition holds
            in hardly any.
    """
    look = _Look(worlds, question, as_of)
    parts = [look.option(option) for option in question.options]
    rest = [place for place, option in enumerate(question.options) if option.measure == OTHERWISE]
    held = np.array([np.zeros(len(worlds)) if part is None else part for part in parts])
    total = held.sum(axis=0)
    _refuse_overlap(question, held, total)
    if rest:
        held[rest[0]] = 1 - total
    elif np.any(total < 1 - _EXACT):
        share = float(np.mean(total < 1 - _EXACT))
        raise UsageError(
            f"question {question.id}: no option holds in {share:.1%} of the worlds: its options "
            f'leave a gap (give one of them measure = "{OTHERWISE}")'
        )
    weights = look.weights(held)
    given = np.ones(len(worlds))
    if question.given is not None:
        given = look.level(parse_conditions(worlds.conflict, question.given))
        weights = weights * given
    if weights.sum() < _FEWEST:
        raise UsageError(
            f"question {question.id}: {question.given} holds in {given.mean():.2%} of "
            f"{len(worlds)} worlds: too few to say what follows"
        )
    shares = tuple(float(x) for x in held @ weights / weights.sum())
    scaled = weights / weights.mean()
    errors = [
        _NINETY * worlds.error(scaled * (part - share))
        for part, share in zip(held, shares, strict=True)
    ]
    intervals = tuple(
        (max(0.0, share - error), min(1.0, share + error))
        for share, error in zip(shares, errors, strict=True)
    )
    return Chances(shares, intervals, float(given.mean()))


def _refuse_overlap(question: Question, held: Reals, total: Reals) -> None:
    both = total > 1 + _EXACT
    if not both.any():
        return
    world = int(np.argmax(both))
    names = [o.name for o, part in zip(question.options, held, strict=True) if part[world] > 0]
    raise UsageError(
        f"question {question.id}: options {' and '.join(names)} overlap: both hold in "
        f"{both.mean():.1%} of the worlds"
    )


class _Look:
    """The worlds from the date of a forecast to the closing, month by month."""

    def __init__(self, worlds: Worlds, question: Question, as_of: date) -> None:
        self._worlds = worlds
        self._question = question
        self._as_of = as_of
        conflict = worlds.conflict
        self._until = conflict.month_of(question.closes)
        self._first = worlds.month + 1
        self._columns = sorted(
            {one.measure.channel.column for one in all_conditions(conflict, question)}
        )
        self._seen = self._run()
        self._start = _day_before(conflict.first_day(self._first))
        self._part = self._left()

    def _run(self) -> Reals:
        """The columns that are asked for, (worlds, months, columns), the month before first."""
        parts = []
        for start in range(0, len(self._worlds), _BLOCK):
            block = slice(start, min(start + _BLOCK, len(self._worlds)))
            record = self._worlds.run(self._until, block=block)[:, :, self._columns]
            before = record[:, :1] if self._worlds.last is None else record[:, :0]
            parts.append(np.concatenate([before, record], axis=1))
        return np.concatenate(parts)

    def _left(self) -> float:
        """The part of the month under way that the date of the forecast leaves."""
        end = self._end(self._first)
        return (end - max(self._as_of.toordinal(), self._start)) / (end - self._start)

    def _end(self, month: int) -> int:
        """The last day of a month of the run."""
        return _day_before(self._worlds.conflict.first_day(month + 1))

    def _passed(self, month: int, day: date) -> float:
        """How much of a month is over when a day ends, of what is left of it at the forecast."""
        end = self._end(month)
        start = max(_day_before(self._worlds.conflict.first_day(month)), self._as_of.toordinal())
        return min(1.0, max(0.0, (day.toordinal() - start) / (end - start)))

    def _holds(self, condition: Condition) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Whether it holds, (worlds, months from the one before the first)."""
        return np.asarray(self._seen_of(condition) > 0)

    def _seen_of(self, condition: Condition) -> Reals:
        column = self._columns.index(condition.measure.channel.column)
        return np.asarray(condition.measure.holds(self._seen[:, :, column]), dtype=np.float64)

    def option(self, option: Option) -> Reals | None:
        """How far an option holds in each world, from 0 to 1; None for what the others leave."""
        if option.measure == OTHERWISE or option.measure is None:
            return None
        conditions = parse_conditions(self._worlds.conflict, option.measure)
        (first, *_) = conditions
        if first.newly:
            window = (option.from_ or self._question.opened, option.to or self._question.closes)
            return self._within(self._holds(first), window)
        if first.ever:
            seen = self._holds(first)
            since = self._within(seen, (self._as_of, self._question.closes))
            return np.where(seen[:, 0], 1.0, since)
        return self.level(conditions)

    def level(self, conditions: Sequence[Condition]) -> Reals:
        """Whether all hold on the closing day: a change in its month may come before or after."""
        seen = np.logical_and.reduce([self._holds(one) for one in conditions])
        part = self._passed(self._until, self._question.closes)
        return np.asarray(part * seen[:, -1] + (1 - part) * seen[:, -2])

    def _within(
        self, seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], window: tuple[date, date]
    ) -> Reals:
        """How likely it comes to hold within a window of days, in each world."""
        comes = seen[:, 1:] & ~seen[:, :1]
        happens = comes.any(axis=1)
        month = self._first + comes.argmax(axis=1)
        before = _day(window[0].toordinal() - 1)
        months = range(self._first, self._until + 1)
        share = np.array([self._passed(m, window[1]) - self._passed(m, before) for m in months])
        return np.asarray(np.where(happens, share[month - self._first], 0.0))

    def weights(self, held: Reals) -> Reals:
        """Less than one where something changes in the month under way.

        Part of that month is over without it.
        """
        if self._part == 1:
            return np.ones(held.shape[1])
        changed = np.zeros(held.shape[1], bool)
        for condition in all_conditions(self._worlds.conflict, self._question):
            seen = self._holds(condition)
            changed |= seen[:, 0] != seen[:, 1]
        return np.where(changed, self._part, 1.0)


def all_conditions(conflict: Conflict, question: Question) -> list[Condition]:
    """Every condition of a question's options, and its own."""
    texts = [o.measure for o in question.options if o.measure not in {None, OTHERWISE}]
    texts += [question.given] if question.given is not None else []
    return [one for text in texts if text for one in parse_conditions(conflict, text)]


def _day_before(day: date) -> int:
    return day.toordinal() - 1


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
