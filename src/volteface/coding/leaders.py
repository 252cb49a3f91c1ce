"""The world's leaders as people of a case: known by their full names where the case lacks them."""

import unicodedata
from collections import defaultdict
from functools import cache

from volteface.case.schema import Case, Office, Person
from volteface.coding.names import Gazetteer
from volteface.coding.world import world_actors
from volteface.reports.almanac import Term, terms


def leaders(case: Case) -> tuple[Person, ...]:
    """Those whom the case does not have, each in the offices that the almanac gives them.

    A state or the party that governs it goes by the case's id.
    """
    ours = {actor.iso3: actor.id for actor in case.actors if actor.iso3}
    known = {_plain(n) for person in case.people for n in (person.name, *person.aliases)}
    surnames = {_plain(person.name).rsplit(maxsplit=1)[-1] for person in case.people}
    found = []
    for person in _everybody():
        names = {_plain(name) for name in (person.name, *person.aliases)}
        if names & known or _plain(person.name).rsplit(maxsplit=1)[-1] in surnames:
            continue
        offices = tuple(
            office.model_copy(update={"actor": ours.get(office.actor, office.actor)})
            for office in person.offices
        )
        found.append(person.model_copy(update={"offices": offices}))
    return tuple(found)


@cache
def _everybody() -> tuple[Person, ...]:
    names = Gazetteer(world_actors(), (), ())
    held: defaultdict[str, list[tuple[Term, Office]]] = defaultdict(list)
    for term in terms():
        actor = _actor(term, names)
        if actor is not None:
            title = min(term.titles, key=len).lower()
            office = Office(title=title, actor=actor, from_=term.begins, to=term.ends)
            held[term.person].append((term, office))
    return tuple(
        Person(
            name=name,
            aliases=tuple(dict.fromkeys(n for t, _ in found for n in t.names if n != name)),
            offices=tuple(office for _, office in found),
        )
        for name, found in held.items()
    )


def _actor(term: Term, names: Gazetteer) -> str | None:
    """Whose office it is, by the longest of its titles that says so: *French President*."""
    for title in term.titles:
        for name in names.find(title):
            if name.actor is not None:
                return name.actor
    return None


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
