"""Clues from events that came once: the case's facts, and those that every newspaper names.

A report that names an event by what it has been called since was not written before it. Where the
words beside it say how long ago it was, the day follows from it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from volteface.records import Span
from volteface.reports.almanac import happened, numbered
from volteface.reports.clue import CERTAIN, MOST_MENTIONS, Clue, not_before
from volteface.reports.clue_since import since_clues
from volteface.reports.phrases import any_phrase, folded
from volteface.reports.relation import applied, relations
from volteface.reports.time_words import Held

if TYPE_CHECKING:
    from volteface.case.schema import Case

_SHORT = 8
"""Days; what lasted longer has no one day from which words could count."""
_EVENT_NOUN = re.compile(
    r"\b(?:summit|meeting|talks|conference|massacre|attacks?|bombings?|killings?|murder|death|fall"
    r"|(?:re)?capture|retaking|siege|battle|downing|annexation|coup|election|vote|truce|ceasefire"
    r"|agreement|deal|accord|communiqu[eé]|withdrawal|visit|trip|evacuation|speech|strikes?|war"
    r"|resignation|ouster|defection|shelling|bombardment|uprising|invasion|referendum|liberation"
    r"|assassination|execution|concert|offensive|suspension|declaration|plebiscite)\b",
    re.IGNORECASE,
)
"""What can be yesterday; "met the coalition yesterday" does not say when that was founded."""


class Events:
    """The case's facts and the world's events, made ready to be looked for in many reports."""

    def __init__(self, case: "Case | None") -> None:
        # A phrase of two facts may mean either.
        held: dict[str, list[Held]] = defaultdict(list)
        for fact in () if case is None else case.facts:
            for phrase in fact.mentions:
                held[folded(phrase)].append((fact.from_, fact.to or fact.from_))
        for event in happened():
            for phrase in event.mentions:
                held.setdefault(folded(phrase), [event.days])
        self._held = {phrase: tuple(sorted(days)) for phrase, days in held.items()}
        self._phrases = any_phrase(self._held)

    def clues(self, text: str) -> Iterator[Clue]:
        """Clues from every event that the text names."""
        for match in islice(self._phrases.finditer(text), MOST_MENTIONS):
            yield from _of_event(text, match.span(), self._held[folded(match.group())])
        yield from _numbered_clues(text)


def _of_event(text: str, span: Span, held: tuple[Held, ...]) -> Iterator[Clue]:
    start, end = span
    name = " ".join(text[start:end].split())
    words = f'"{name}" ({", ".join(str(first) for first, _ in held)})'
    source = f"event {name.casefold()}"
    yield Clue(not_before(held[0][0]), words, CERTAIN, source, start)
    yield from since_clues(text, start, words, held)
    short = tuple(one for one in held if (one[1] - one[0]).days < _SHORT)
    for relation in relations(text, start, end, clause=bool(_EVENT_NOUN.search(name))):
        if allowed := applied(relation, short):
            said = f'{words} with "{relation.words}"'
            yield Clue(allowed, said, relation.weight, f"{source} related", start)


def _numbered_clues(text: str) -> Iterator[Clue]:
    """What is numbered in order of time was not there before the known one below it."""
    for series in numbered():
        for match in islice(series.pattern.finditer(text), MOST_MENTIONS):
            number = int(match["n"])
            days = [day for known, day in series.known if known <= number]
            if days:
                words = f'"{" ".join(match.group().split())}" (not before {days[-1]})'
                yield Clue(not_before(days[-1]), words, CERTAIN, words, match.start())
