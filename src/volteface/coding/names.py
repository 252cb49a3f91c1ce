"""Find the names of actors, people and outlets in a text.

Names are matched word by word, longest first, in the case they are written in. Whether a capital
is a place or the government that sits there is decided from the grammar around it
(:mod:`volteface.coding.metonym`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from volteface.case.schema import Actor, OutletFile, Person
from volteface.coding.mention import NameKind

_WORD = re.compile(r"\w+")
_PARTICLES = {"al", "el", "bin", "ben", "de", "van", "von", "der", "den", "di", "da", "la", "le"}
_SHORTEST_SURNAME = 3
_ARTICLE_AND_WORD = 2
_PLACES = (
    "American Samoa",
    "British Columbia",
    "Central America",
    "Central American",
    "East China Sea",
    "Gulf of Guinea",
    "Gulf of Mexico",
    "Gulf of Oman",
    "Indian Ocean",
    "Inner Mongolia",
    "Latin America",
    "Latin American",
    "New Mexico",
    "North America",
    "North American",
    "Sea of Japan",
    "South America",
    "South American",
    "South China Sea",
    "Turkish Cypriot",
    "Turkish Cypriots",
)
"""Places whose names hold an actor's name and are no actor."""


@dataclass(frozen=True, slots=True)
class Name:
    """A known name at ``[start, end)``; exactly one of ``actor``, ``person``, ``outlet`` is set."""

    start: int
    end: int
    kind: NameKind
    actor: str | None = None
    person: Person | None = None
    outlet: str | None = None


_Entry = tuple[tuple[str, ...], NameKind, str | None, Person | None, str | None]


class Gazetteer:
    """Every name a case and the built-in tables know, indexed by its first word.

    Where two entries have the same words, the one given first wins, so a case's own names go
    before the built-in ones. A person is also known by the last word of the name unless two
    people share it.
    """

    def __init__(
        self, actors: Iterable[Actor], people: Iterable[Person], outlets: Iterable[OutletFile]
    ) -> None:
        self._index: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._seen: set[tuple[str, ...]] = set()
        self._add_people(tuple(people))
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                self._add(name, "outlet", outlet=outlet.name)
        self._add_actors(actors)
        for place in _PLACES:
            self._add(place, "metonym")
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add_people(self, people: tuple[Person, ...]) -> None:
        for person in people:
            for name in (person.name, *person.aliases):
                self._add(name, "person", person=person)
        for surname, person in _surnames(people):
            self._add(surname, "person", person=person)

    def _add_actors(self, actors: Iterable[Actor]) -> None:
        for actor in actors:
            lists: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
                ("name", (actor.name, *actor.aliases)),
                ("adjective", actor.adjectives),
                ("metonym", actor.metonyms),
            )
            for kind, names in lists:
                for name in names:
                    self._add(name, kind, actor=actor.id)

    def _add(
        self,
        name: str,
        kind: NameKind,
        actor: str | None = None,
        person: Person | None = None,
        outlet: str | None = None,
    ) -> None:
        words = tuple(_WORD.findall(name))
        # "The Guardian" keeps its article: without it, it is a common word.
        if len(words) > _ARTICLE_AND_WORD and words[0] in {"the", "The"}:
            words = words[1:]
        if words and words not in self._seen:
            self._seen.add(words)
            self._index[words[0]].append((words, kind, actor, person, outlet))

    def find(self, text: str) -> list[Name]:
        """Names in the text from left to right, none inside another."""
        tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[Name] = []
        at = 0
        while at < len(tokens):
            entry = self._longest(text, tokens, at)
            if entry is None:
                at += 1
                continue
            words, kind, actor, person, outlet = entry
            last = at + len(words) - 1
            if actor is not None or person is not None or outlet is not None:
                found.append(Name(tokens[at][1], tokens[last][2], kind, actor, person, outlet))
            at = last + 1
        return found

    def _longest(self, text: str, tokens: list[tuple[str, int, int]], at: int) -> _Entry | None:
        for entry in self._index.get(tokens[at][0], ()):
            words = entry[0]
            span = tokens[at : at + len(words)]
            if len(span) == len(words) and all(
                token[0] == word for token, word in zip(span, words, strict=True)
            ):
                gaps = (text[a[2] : b[1]] for a, b in pairwise(span))
                if all(len(gap) <= len(". ") and not set(gap) & set("\n,;:()!?") for gap in gaps):
                    return entry
        return None


def _surnames(people: tuple[Person, ...]) -> list[tuple[str, Person]]:
    """Last words that belong to one person only, with their particle where there is one."""
    owners: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        words = _WORD.findall(person.name)
        if len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME:
            owners[words[-1]].append(person)
            if words[-2].lower() in _PARTICLES:
                owners[f"{words[-2]} {words[-1]}"].append(person)
    return [(surname, who[0]) for surname, who in owners.items() if len(who) == 1]
