"""What ties an event with a known day to publication: yesterday's, last week, upcoming, new.

Where a report dates one event both ways ("the Lorn summit last week") the event's day gives the
report's own. The words must belong to the event: right before it, or in its clause.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from volteface.reports.clue import HABIT, LIKELY, Days, shifted
from volteface.reports.tense import Tense, sentence_span, tense_at, tense_of_event
from volteface.reports.time_words import EXACT, FORMS, Counted, Held

_RECENT = 120
"""Days for which reporting calls something recent or new."""
_SOON = 400
"""Days for which reporting calls something upcoming."""
_CLAUSE = re.compile(
    r"[;:()\u2014\u2013]|,\s+(?:where|and|but|although)\b"
    r"|\b(?:after|before(?! yesterday)|that|since|following|when|while|which|who|whose|until"
    r"|because|ahead of|compared (?:with|to)|as)\b|(?:said|says|told)\b",
    re.IGNORECASE,
)
_WORDS = r"(?:[\w.'\u2019-]+\s+)"
_UPCOMING = re.compile(
    r"\b(?P<word>upcoming|forthcoming|coming|looming|approaching|impending)"
    rf"\s+{_WORDS}{{0,3}}$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?P<word>new|newly (?:formed|founded|created|named|elected|appointed|established)|recent)"
    rf"\s+{_WORDS}{{0,2}}$"
)
_BOUNDARY = re.compile(
    r",?\s+(?:(?:which|that)\s+)?"
    r"(?:(?:has|had|is|was|will|are|were)\s+(?:due\s+)?(?:to\s+)?)?"
    r"(?:(?P<begin>beg[aiu]ns?|start(?:s|ed)?|open(?:s|ed)?)|end(?:s|ed)?|closes|conclude[sd]?)\b"
    r"(?<=(?P<past>ed|an|un))?",
    re.IGNORECASE,
)
"""What tells an event's first or last day: "which began", "ends"."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Words that tie what is dated to publication, and how surely they belong to it."""

    words: str
    count: Callable[[Held], Held | None]
    weight: float


def relations(text: str, start: int, end: int, *, clause: bool = True) -> Iterator[Relation]:
    """The words that count from publication and belong to the event named at ``text[start:end]``.

    Args:
        text: The report.
        start: Where the event is named.
        end: Where its name ends.
        clause: Also words further off in its clause, not only those right before it.
    """
    first, last = sentence_span(text, start, end)
    before, after = text[first:start], text[end:last]
    if (own := _possessive(before)) is not None:
        yield own
        return
    if found := _UPCOMING.search(before):
        yield Relation(found["word"], lambda held: (shifted(held[0], -_SOON), held[1]), LIKELY)
    if found := _NEW.search(before):
        yield Relation(found["word"], lambda held: (held[0], shifted(held[1], _RECENT)), HABIT)
    if not clause:
        return
    if found := _BOUNDARY.match(after):
        tense: Tense = "past" if found["past"] else "future"
        if (tie := _in_clause(_up_to_clause(after[found.end() :]), tense)) is not None:
            yield _of_side(tie, 0 if found["begin"] else 1)
        return
    tense = tense_of_event(text, start, end)
    for piece in (_up_to_clause(after), _from_clause(before)):
        if (tie := _in_clause(piece, tense)) is not None:
            yield tie
            return


def relations_beside(text: str, start: int, end: int) -> Iterator[Relation]:
    """The words right beside a date that count from publication ("on May 5 next month")."""
    first, last = sentence_span(text, start, end)
    tense = tense_at(text, start, end)
    for form, count in FORMS:
        bounded = rf"(?P<form>\b(?:{form}))(?!['\u2019\w-])"
        found = re.match(rf",?\s+(?:on\s+)?{bounded}", text[end:last], re.IGNORECASE) or re.search(
            rf"{bounded},?\s+(?:on\s+|the\s+)*$", text[first:start], re.IGNORECASE
        )
        if found:
            tie = _relation(found, count, tense, HABIT)
            yield replace(tie, words=" ".join(found["form"].split()))
            return


def relations_at(text: str, place: str) -> Iterator[Relation]:
    """The days that the text names right beside a place ("Yesterday in Lorn")."""
    there = rf"(?:in|at) {re.escape(place)}"
    for form, count in EXACT:
        pattern = rf"\b(?:{form}),? {there}\b|\b{there},? (?:{form})(?!['\u2019\w-])"
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield _relation(found, count, "past", HABIT)


def applied(relation: Relation, held: Sequence[Held]) -> Days:
    """Days of publication, whichever of the dated days are meant."""
    return tuple(days for one in held if (days := relation.count(one)) is not None)


def _possessive(before: str) -> Relation | None:
    """Words such as "last week's" or "Tuesday's", right before the event."""
    for form, count in FORMS:
        pattern = rf"\b(?:{form})['\u2019]s\s+{_WORDS}{{0,3}}$"
        if found := re.search(pattern, before, re.IGNORECASE):
            return _relation(found, count, "open", LIKELY)
    return None


def _in_clause(piece: str, tense: Tense) -> Relation | None:
    for form, count in FORMS:
        if found := re.search(rf"\b(?:{form})(?!['\u2019\w-])", piece, re.IGNORECASE):
            return _relation(found, count, tense, HABIT)
    return None


def _of_side(relation: Relation, side: int) -> Relation:
    """The relation with the event's first or last day alone."""
    return Relation(
        relation.words,
        lambda held: relation.count((held[side], held[side])),
        relation.weight,
    )


def _up_to_clause(after: str) -> str:
    boundary = _CLAUSE.search(after)
    return after[: boundary.start() if boundary else None]


def _from_clause(before: str) -> str:
    boundaries = list(_CLAUSE.finditer(before))
    return before[boundaries[-1].end() if boundaries else 0 :]


def _relation(found: re.Match[str], count: Counted, tense: Tense, weight: float) -> Relation:
    words = " ".join(found.group().split())
    return Relation(words, lambda held: count(found, held, tense), weight)
