"""From a case's ids to the names that people read, and from any name back to the id."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import TypeAlias, TypeVar

from volteface.case.lookup import offices_at
from volteface.case.problem import hint
from volteface.case.references import same
from volteface.case.schema import Case, Person
from volteface.records import DateInterval

Side: TypeAlias = tuple[str, int]
"""An issue's id, and the side that a wording stands for: 1, -1, or 0 for the question itself."""

FOR = frozenset({"+", "+1", "plus", "for", "pro", "agree", "agrees", "agreement", "yes"})
"""Words, beside a case's own, for the side of an issue's first pole."""
AGAINST = frozenset({"-", "-1", "minus", "against", "con", "disagree", "disagrees", "no"})
"""Words for the other side."""

_Meaning = TypeVar("_Meaning", str, tuple[str, int])
_PARTS = re.compile(r"\s*[:|/=]\s*|\s+(?=[+-]1?$)|(?<=\w)(?=[+-]1?$)")
_SENTENCE = 4
"""Words from which a label without separators is a sentence: an issue's pole or question."""


class UnknownNameError(ValueError):
    """The case knows no such actor or issue; the message names the nearest."""


class Names:
    """The names of one case."""

    def __init__(self, case: Case) -> None:
        self._actors = {actor.id: actor.name for actor in case.actors}
        self._issues = {issue.id: issue for issue in case.issues}
        self._actor_ids = _unambiguous(
            (name, actor.id)
            for actor in case.actors
            for name in (actor.id, actor.name, *actor.aliases, *actor.adjectives, *actor.metonyms)
        )
        self._people = _unambiguous(
            (name, person.name) for person in case.people for name in (person.name, *person.aliases)
        )
        self._persons: dict[str, Person] = {person.name: person for person in case.people}
        self._sides = _unambiguous(
            (name, (issue.id, sign))
            for issue in case.issues
            for sign, names in (
                (0, (issue.id, issue.question)),
                (1, (issue.plus.pole,)),
                (-1, (issue.minus.pole,)),
            )
            for name in names
        )
        self.actor_of: Callable[[str], str] = lru_cache(10_000)(self._actor_of)
        self.side_of: Callable[[str], Side] = lru_cache(10_000)(self._side_of)

    def actor_name(self, actor: str | None) -> str:
        """The actor's name; its id where the case does not know it, and nothing for none."""
        return self._actors.get(actor or "", actor or "")

    def concept(self, issue: str | None) -> str:
        """What somebody agrees with who stands on the issue's first side."""
        known = self._issues.get(issue or "")
        return (issue or "") if known is None else known.plus.pole

    def knows_actor(self, name: str) -> bool:
        """Whether the name means exactly one actor."""
        return same(name) in self._actor_ids

    def knows_issue(self, name: str) -> bool:
        """Whether the name or wording means exactly one issue."""
        return same(name) in self._sides

    def knows_person(self, name: str) -> bool:
        """Whether the name means exactly one person of the case."""
        return same(name) in self._people

    def _actor_of(self, name: str) -> str:
        """The id of the actor that the name means.

        Raises:
            UnknownNameError: It means none, or several.
        """
        found = self._actor_ids.get(same(name))
        if found is None:
            known = (*self._actors, *self._actors.values())
            raise UnknownNameError(f'no actor "{name}" in the case ({hint(name, known)})')
        return found

    def _side_of(self, name: str) -> Side:
        """The issue that the name, question or pole means, and the side that it words.

        Raises:
            UnknownNameError: It means none.
        """
        found = self._sides.get(same(name))
        if found is None:
            raise UnknownNameError(f'no issue "{name}" in the case ({hint(name, self._issues)})')
        return found

    def person(self, name: str) -> str:
        """The person's name as the case spells it, or as it is given."""
        return self._people.get(same(name), name)

    def actor_of_person(self, name: str, on: DateInterval | None) -> str | None:
        """The actor that a person of the case spoke for on that day; None if that is not sure."""
        person = self._persons.get(self.person(name))
        if person is None:
            return None
        days = on or DateInterval(date.min, date.max, "interval", "any day")
        actors = {office.actor for office in offices_at(person, days)}
        return actors.pop() if len(actors) == 1 else None


def label_parts(label: str) -> list[str]:
    """The parts of a label such as ``talks:+``, ``Upland | talks -`` or ``disagree``."""
    parts = [part for part in _PARTS.split(label.strip()) if part]
    return [label.strip()] if parts and len(parts[0].split()) >= _SENTENCE else parts


def label(issue: str | None, stance: float | None) -> str:
    """A label for one side of an issue, ``none`` for no issue."""
    if issue is None:
        return "none"
    if stance is None:
        return issue
    return f"{issue}:{'+' if stance >= 0 else '-'}"


def _unambiguous(pairs: Iterable[tuple[str, _Meaning]]) -> dict[str, _Meaning]:
    found: dict[str, set[_Meaning]] = {}
    for name, meaning in pairs:
        found.setdefault(same(name), set()).add(meaning)
    return {name: next(iter(meant)) for name, meant in found.items() if len(meant) == 1}
