"""What a case and the world's calendar say about when a report was written."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from volteface.records import Span
from volteface.reports.almanac import YEARS
from volteface.reports.clue import Clue
from volteface.reports.clue_date import date_clues
from volteface.reports.clue_duration import capitalised, duration_clues
from volteface.reports.clue_event import Events
from volteface.reports.clue_office import Offices
from volteface.reports.clue_series import series_clues

if TYPE_CHECKING:
    from volteface.case.schema import Case

_BEYOND = 2
"""Years after a case's end in which a report on it may still lie."""


class CaseClues:
    """A case's offices and facts, and the world's, made ready to be looked for in many reports."""

    def __init__(self, case: "Case | None" = None) -> None:
        self._offices = Offices(case)
        self._events = Events(case)
        self._known = frozenset() if case is None else _known_words(case)
        self.begins = None if case is None else case.settings.begins
        self.ends = None if case is None else case.settings.ends

    def known(self, word: str) -> bool:
        """Whether a capitalised word belongs to the case's own names."""
        return word.casefold() in self._known

    def clues(self, text: str, captions: Sequence[Span] = ()) -> Iterator[Clue]:
        """Every clue that the text holds; ``captions`` are where it describes pictures."""
        first = YEARS[0] if self.begins is None else self.begins.year
        last = YEARS[-1] if self.ends is None else self.ends.year + _BEYOND
        return chain(
            duration_clues(text, self.begins, self.known),
            self._offices.clues(text),
            self._events.clues(text),
            series_clues(text),
            date_clues(text, range(first, last + 1), captions),
        )


def _known_words(case: "Case") -> frozenset[str]:
    names = [case.settings.title]
    for actor in case.actors:
        names += [actor.name, *actor.aliases, *actor.adjectives, *actor.metonyms]
    names += [name for person in case.people for name in (person.name, *person.aliases)]
    return frozenset(word.casefold() for name in names for word in capitalised(name))
