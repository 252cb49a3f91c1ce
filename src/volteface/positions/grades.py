"""Grades of sources and statements, and what they take from or add to a statement's weight.

The scales are those of the Admiralty code (NATO AJP-2.1): reliability of the source from A to E, F
where it cannot be judged; credibility of what it says from 1 to 5, 6 where it cannot be judged.
The code itself gives no numbers. That a grade multiplies the standard deviation of the error, and
by how much, is this program's judgement: B2, an ordinary report of an ordinary outlet, is what the
case's weights are meant for and changes nothing; each step below it takes about a third of the
weight, the last one more; F and 6 say nothing and change nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from volteface.case.references import same
from volteface.case.schema import Case
from volteface.records import Report, Statement

RELIABILITY: Mapping[str, tuple[str, float]] = {
    "A": ("completely reliable", 0.9),
    "B": ("usually reliable", 1.0),
    "C": ("fairly reliable", 1.25),
    "D": ("not usually reliable", 1.6),
    "E": ("unreliable", 2.5),
    "F": ("reliability cannot be judged", 1.0),
}
"""What each letter says, and its factor on the standard deviation."""
CREDIBILITY: Mapping[int, tuple[str, float]] = {
    1: ("confirmed by other sources", 0.8),
    2: ("probably true", 1.0),
    3: ("possibly true", 1.25),
    4: ("doubtful", 1.6),
    5: ("improbable", 2.5),
    6: ("truth cannot be judged", 1.0),
}
"""What each number says, and its factor on the standard deviation."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A statement's grades; a scale on which nothing was graded is None."""

    reliability: str | None = None
    credibility: int | None = None

    @property
    def code(self) -> str:
        """Both in short, such as ``B2``; F and 6 for what was not graded, empty for neither."""
        if self.reliability is None and self.credibility is None:
            return ""
        return f"{self.reliability or 'F'}{self.credibility or 6}"

    @property
    def words(self) -> str:
        """Both in words."""
        letter, number = self.reliability, self.credibility
        found = [RELIABILITY[letter][0]] if letter else []
        return "; ".join(found + ([CREDIBILITY[number][0]] if number else []))

    @property
    def factor(self) -> float:
        """On the standard deviation of the statement's error."""
        reliable = RELIABILITY[self.reliability or "F"][1]
        return reliable * CREDIBILITY[self.credibility or 6][1]


def graded(statement: Statement, source: str, report: Report | None, case: Case) -> Graded:
    """A statement's grades: its own, else those of who vouches for it, else of the outlet.

    Each scale by itself, so that one statement of a graded source can be marked as doubtful.

    Args:
        statement: The statement.
        source: Who vouches for it (:func:`volteface.positions.channels.source_of`).
        report: Its report.
        case: Whose grades count.
    """
    if not case.settings.grades:
        return Graded()
    outlet = report.outlet if report is not None else None
    own = [one for one in case.settings.grades if one.statement == statement.id]
    named = [
        one
        for name in (source, outlet)
        if name is not None
        for one in case.settings.grades
        if one.source is not None and same(one.source) == same(name)
    ]
    every = (*own, *named)
    return Graded(
        next((one.reliability for one in every if one.reliability is not None), None),
        next((one.credibility for one in every if one.credibility is not None), None),
    )


def told(codes: Iterable[str]) -> str | None:
    """The grades of several observations in words: ``graded B2 to D4``; None where none is."""
    every = list(codes)
    found = sorted({code for code in every if code})
    if not found:
        return None
    stretch = found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"
    part = "" if all(every) else ", in part"
    return f"graded {stretch}{part}"
