"""Who and what a case knows, by id, office and date."""

import weakref
from collections import defaultdict
from dataclasses import dataclass

from volteface.case.problem import hint
from volteface.case.references import same
from volteface.case.schema import Actor, Case, Issue, Office, Person
from volteface.errors import UsageError
from volteface.records import DateInterval


@dataclass(frozen=True, slots=True)
class _Index:
    actors: dict[str, Actor]
    issues: dict[str, Issue]
    offices: dict[tuple[str, str], list[tuple[Person, Office]]]
    """By actor id and title, letter case and spaces aside."""


_indexes: dict[int, _Index] = {}
"""By ``id()`` of the case, for as long as the case lives: to hash a whole case is slow."""


def actor(case: Case, actor_id: str) -> Actor:
    """The actor with that id.

    Raises:
        UsageError: the case has none.
    """
    actors = _index(case).actors
    if actor_id not in actors:
        raise UsageError(f"the case has no actor {actor_id} ({hint(actor_id, actors)})")
    return actors[actor_id]


def issue(case: Case, issue_id: str) -> Issue:
    """The issue with that id.

    Raises:
        UsageError: the case has none.
    """
    issues = _index(case).issues
    if issue_id not in issues:
        raise UsageError(f"the case has no issue {issue_id} ({hint(issue_id, issues)})")
    return issues[issue_id]


def office_holders(
    case: Case, title: str, actor_id: str, on: DateInterval
) -> tuple[tuple[Person, Office], ...]:
    """Who held an office with that title for that actor on some day of ``on``, in the case's order.

    Args:
        case: The case.
        title: One title as reports say it, letter case aside; an office with several has each.
        actor_id: The actor spoken for.
        on: The day, as far as it is known.
    """
    holders = _index(case).offices.get((actor_id, same(title)), [])
    return tuple((person, office) for person, office in holders if _overlaps(office, on))


def offices_at(person: Person, on: DateInterval) -> tuple[Office, ...]:
    """The offices a person held on some day of ``on``; an open end reaches as far as it must."""
    return tuple(office for office in person.offices if _overlaps(office, on))


def _overlaps(office: Office, on: DateInterval) -> bool:
    began = office.from_ is None or office.from_ <= on.latest
    return began and (office.to is None or office.to >= on.earliest)


def _index(case: Case) -> _Index:
    if id(case) not in _indexes:
        offices = defaultdict(list)
        for person in case.people:
            for office in person.offices:
                for title in office.title.split(" / "):
                    offices[office.actor, same(title)].append((person, office))
        actors = {actor.id: actor for actor in case.actors}
        issues = {issue.id: issue for issue in case.issues}
        _indexes[id(case)] = _Index(actors, issues, dict(offices))
        weakref.finalize(case, _indexes.pop, id(case))
    return _indexes[id(case)]
