"""Find the names of actors, people and outlets in a text.

Names are matched word by word, longest first, in the case they are written in, accents aside.
Whether a capital
is a place or the government that sits there is decided from the grammar around it
(:mod:`volteface.coding.metonym`).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from volteface.case.schema import Actor, OutletFile, Person
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.mention import NameKind

_WORD = re.compile(r"\w+")
PARTICLES = {
    "abu", "ag", "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "ibn",
    "la", "le", "ould", "van", "von",
}  # fmt: skip
"""Small words within a name."""
_ARTICLE = re.compile(r"^(?:al|el|an|as|ash)-", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTEST_SURNAME = 3
_LONGEST_ABBREVIATION = 3
_BEFORE_MONTH = {
    "by", "during", "early", "from", "in", "last", "late", "mid", "next", "of", "since", "this",
    "to", "until",
}  # fmt: skip
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
    "Jordan River",
    "Jordan Valley",
    "Lake Chad",
    "Latin America",
    "Latin American",
    "New Guinea",
    "New Mexico",
    "Niger Delta",
    "Niger River",
    "North America",
    "North American",
    "River Jordan",
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


_Word = tuple[str, int, int]
_Entry = tuple[tuple[str, ...], NameKind, str | None, Person | None, str | None]


class Gazetteer:
    """Every name a case and the built-in tables know, indexed by its first word.

    Where two entries have the same words, the one given first wins, so a case's own names go
    before the built-in ones. A person is also known by the last word of the name unless two
    people share it or it names an actor or outlet.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        people: Iterable[Person],
        outlets: Iterable[OutletFile],
        others: Iterable[Person] = (),
    ) -> None:
        """Index the names.

        Args:
            actors: By all their names.
            people: By their names, and by the last word alone where that is one person's.
            outlets: By all their names.
            others: People known by their full names only.
        """
        self._index: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._seen: set[tuple[str, ...]] = set()
        known = tuple(people)
        strangers = tuple(others)
        self.people = {person.name: person for person in (*strangers, *known)}
        """Everybody by name."""
        for person in (*known, *strangers):
            for name in (person.name, *person.aliases):
                self._add(name, "person", person=person)
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                self._add(name, "outlet", outlet=outlet.name)
        self._add_actors(actors)
        for surname, person in _surnames(known):
            self._add(surname, "person", person=person)
        for place in _PLACES:
            self._add(place, "metonym")
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

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
        words = tuple(_unaccented(word) for word in _WORD.findall(_POSSESSIVE.sub("", name)))
        # "The Guardian" keeps its article: without it, it is a common word.
        if len(words) > _ARTICLE_AND_WORD and words[0] in {"the", "The"}:
            words = words[1:]
        if words and words not in self._seen:
            self._seen.add(words)
            self._index[words[0]].append((words, kind, actor, person, outlet))

    def find(self, text: str) -> list[Name]:
        """Names in the text from left to right, none inside another."""
        tokens = [(_unaccented(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
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

    def _longest(self, text: str, tokens: list[_Word], at: int) -> _Entry | None:
        first = tokens[at][0]
        for entry in (*self._index.get(first, ()), *self._begun(first)):
            words = entry[0]
            span = tokens[at : at + len(words)]
            same = len(span) == len(words) and all(
                word == known or _shouted(word) == known
                for (word, _, _), known in zip(span[1:], words[1:], strict=True)
            )
            if same and all(_one_name(text, a, b) for a, b in pairwise(span)):
                month = len(words) == 1 and words[0].lower() in CALENDAR
                return None if month and _is_month(tokens, at) else entry
        return None

    def _begun(self, first: str) -> Iterable[_Entry]:
        """What is written small and begins a sentence, or is in capitals: *Rebels*, *LAVROV*."""
        small, shouted = first[:1].lower() + first[1:], _shouted(first)
        return (
            *(() if small == first else self._index.get(small, ())),
            *(() if shouted == first else self._index.get(shouted, ())),
        )


def _shouted(word: str) -> str:
    """*LAVROV* as *Lavrov*; short words in capitals are abbreviations and stay."""
    long = len(word) > _LONGEST_ABBREVIATION and word.isupper()
    return word.capitalize() if long else word


def _unaccented(word: str) -> str:
    """*Márquez* and *Marquez* are one name."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _one_name(text: str, left: _Word, right: _Word) -> bool:
    """Whether two words stand close enough for one name: no comma, no end of a sentence."""
    gap = text[left[2] : right[1]]
    if len(gap) > len(". ") or set(gap) & set('\n,;:()!?"“”'):
        return False
    return "." not in gap or len(left[0]) <= _LONGEST_ABBREVIATION


def _is_month(tokens: list[_Word], at: int) -> bool:
    """*In May*, *May 5*: not the person of that name."""
    before = tokens[at - 1][0].lower() if at else ""
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return before in _BEFORE_MONTH or before[:1].isdecimal() or after[:1].isdecimal()


def _surnames(people: tuple[Person, ...]) -> list[tuple[str, Person]]:
    """Last words that belong to one person only, with their particle where there is one."""
    owners: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        words = person.name.split()
        surname = _ARTICLE.sub("", words[-1])
        if len(words) == 1 or len(surname) < _SHORTEST_SURNAME or not surname[0].isupper():
            continue
        owners[surname].append(person)
        particle = words[-2]
        if surname != words[-1]:
            owners[words[-1]].append(person)
        elif particle.lower() in PARTICLES:
            owners[f"{particle} {surname}"].append(person)
            owners[f"{particle.capitalize()} {surname}"].append(person)
    return [(surname, who[0]) for surname, who in owners.items() if len(set(map(id, who))) == 1]
