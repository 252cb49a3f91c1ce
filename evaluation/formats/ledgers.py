"""Ledgers at random: any characters, several coders, second readings, approvals, decisions."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar, get_args

from volteface.identity import content_id, text_sha256
from volteface.ledger import Ledger, Reading
from volteface.records import (
    Candidate,
    Claim,
    DateInterval,
    Direction,
    Event,
    EventType,
    Figure,
    Kind,
    Mode,
    Number,
    Precision,
    Register,
    Report,
    Span,
    Statement,
    Voice,
)

_T = TypeVar("_T")
_CODERS = ("volteface/valley", "anna", "boris")
_ODD = "\x00\ud800\ufdd0\u202e\U0001f54a\r\n\t;\"'=+-@,<&"
_USUAL = "abcdefghijklmnop éßя中ع"


class Maker:
    """Makes records from one source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def fill(self, ledger: Ledger) -> None:
        """Reports with readings by several coders, of which some are read again and approved."""
        for _ in range(self._chance.randint(1, 3)):
            report = self.report()
            for _ in range(self._chance.randint(1, 3)):
                reading = self.reading(report)
                ledger.store(reading)
                for statement in reading.statements:
                    approves = self._chance.random() < 0.2  # noqa: PLR2004 - one in five
                    if approves and ledger.record(statement.id) is not None:
                        ledger.note(statement.id, "carla", "approved")

    def reading(self, report: Report) -> Reading:
        """Any reading of a report."""
        return Reading(
            report,
            self.words(),
            self.one(_CODERS),
            tuple(self.some(lambda: self.statement(report), 4)),
            self.maybe(self.words),
            tuple(self.some(lambda: self.event(report), 2)),
            tuple(self.some(lambda: self.claim(report), 2)),
        )

    def report(self) -> Report:
        """Any report."""
        text = self.words(120) + "."
        report = Report(
            "", self.words(), text, text_sha256(text), *self.maybes(2), self.interval(),
            *self.maybes(1), tuple(self.some(lambda: self.span(text), 2)), *self.maybes(2),
        )  # fmt: skip
        return replace(report, id=content_id("r", ascii(report)))

    def statement(self, report: Report) -> Statement:
        """Any statement of a report."""
        content, speaker, cue = (
            tuple(self.some(lambda: self.span(report.text), 2)) for _ in range(3)
        )
        issue = self.one([None, "garrison", self.words()])
        made = Statement(
            id="", utterance=self.words(), report=report.id, voice=self.of(Voice),
            content=content, speaker=speaker, cue=cue, text=self.words(30), kind=self.of(Kind),
            register=self.of(Register), person=self.maybe(self.words), actor=self.maybe(self.words),
            role=self.maybe(self.words), about=self.maybe(self.words),
            addressee=self.maybe(self.words), via=tuple(self.some(self.words, 2)),
            endorsed=self._chance.random() < 0.5,  # noqa: PLR2004 - half of them
            said_on=self.interval(), issue=issue,
            stance=None if issue is None else self._chance.uniform(-1, 1),
            confidence=self._chance.random(),
            candidates=tuple(self.some(self.candidate, 3)), repeats=self.maybe(self.words),
            reason=self.maybe(self.words),
        )  # fmt: skip
        return replace(made, id=content_id("s", ascii(made)))

    def event(self, report: Report) -> Event:
        """Any event of a report."""
        made = Event(
            id="", report=report.id, content=tuple(self.some(lambda: self.span(report.text), 2)),
            text=self.words(30), actors=tuple(self.some(self.words, 2)),
            recipients=tuple(self.some(self.words, 2)), type=self.of(EventType),
            mode=self.of(Mode), when=self.interval(), place=self.maybe(self.words),
            numbers=tuple(self.some(self.number, 2)), issue=self.maybe(self.words),
            stance=self.maybe(lambda: self._chance.uniform(-1, 1)), voice=self.of(Voice),
        )  # fmt: skip
        return replace(made, id=content_id("e", ascii(made)))

    def claim(self, report: Report) -> Claim:
        """Any claim of a report."""
        made = Claim(
            "", report.id, tuple(self.some(lambda: self.span(report.text), 2)), self.words(),
            self.words(), self._chance.random() < 0.5, self.words(), self.words(),  # noqa: PLR2004
            self.of(Direction), self.maybe(self.words),
        )  # fmt: skip
        return replace(made, id=content_id("c", ascii(made)))

    def candidate(self) -> Candidate:
        """Any candidate."""
        return Candidate(self.maybe(self.words), self.maybe(self._chance.random), 0.5)

    def number(self) -> Number:
        """Any figure."""
        return Number(self.of(Figure), self._chance.randrange(2**40), self.maybe(self.words))

    def interval(self) -> DateInterval | None:
        """Any days, or none."""
        first = date.fromordinal(self._chance.randint(1, date.max.toordinal() - 400))
        last = first + timedelta(self._chance.randrange(400))
        return self.maybe(lambda: DateInterval(first, last, self.of(Precision), self.words()))

    def span(self, text: str) -> Span:
        """Any stretch of a text."""
        start = self._chance.randrange(len(text))
        return start, self._chance.randint(start + 1, len(text))

    def words(self, most: int = 10) -> str:
        """Any characters, now and then odd ones."""
        odd = _USUAL + _ODD if self._chance.random() < 0.3 else _USUAL  # noqa: PLR2004
        return "".join(self._chance.choices(odd, k=self._chance.randint(0, most)))

    def maybes(self, number: int) -> list[str | None]:
        """Words or nothing, so many times."""
        return [self.maybe(self.words) for _ in range(number)]

    def maybe(self, make: Callable[[], _T]) -> _T | None:
        """What ``make`` gives, or nothing."""
        return make() if self._chance.random() < 0.6 else None  # noqa: PLR2004

    def some(self, make: Callable[[], _T], most: int) -> list[_T]:
        """None to ``most`` of what ``make`` gives."""
        return [make() for _ in range(self._chance.randint(0, most))]

    def one(self, of: Sequence[_T]) -> _T:
        """One of them."""
        return self._chance.choice(of)

    def of(self, kind: Any) -> Any:  # noqa: ANN401 - one of the values that a Literal allows
        """Any value of a literal type."""
        return self._chance.choice(get_args(kind))
