"""Who a model says was speaking, as far as the report and the case bear it out."""

from collections import defaultdict
from dataclasses import dataclass

from volteface.case.lookup import offices_at
from volteface.case.schema import Case, Person
from volteface.coding.offices import main_title
from volteface.model_reader.answer_form import actor_ids
from volteface.model_reader.tally import NO_ACTOR, NO_NAME, Tally
from volteface.model_reader.verbatim import Verbatim, plain
from volteface.records import DateInterval


@dataclass(frozen=True, slots=True)
class Source:
    """Person, office and actor, each None where nothing bears it out."""

    person: str | None
    role: str | None
    actor: str | None


class Sources:
    """Checks names against a case; made once for all reports."""

    def __init__(self, case: Case) -> None:
        self._actors = {plain(one): one for one in actor_ids(case)}
        for actor in case.actors:
            for name in (actor.name, *actor.aliases):
                self._actors.setdefault(plain(name), actor.id)
        named: defaultdict[str, set[str]] = defaultdict(set)
        self._people = {person.name: person for person in case.people}
        for person in case.people:
            for name in (person.name, *person.aliases, person.name.split()[-1]):
                named[plain(name)].add(person.name)
        self._named = {name: min(found) for name, found in named.items() if len(found) == 1}

    def actor(self, given: object, tally: Tally) -> str | None:
        """The id of an actor given by id or name; None, and counted, for what the case has not."""
        if not isinstance(given, str) or not given.strip():
            return None
        known = self._actors.get(plain(given.strip()))
        if known is None:
            tally[NO_ACTOR] += 1
        return known

    def source(
        self,
        given: dict[str, object],
        report: Verbatim,
        on: DateInterval | None,
        tally: Tally,
    ) -> Source:
        """Who speaks, by the model's fields ``person``, ``role`` and ``actor``.

        A name or office must stand in the report. The case knows better for whom a person speaks:
        of somebody who holds one office that day, or several of one actor, its actor counts.

        Args:
            given: The model's statement.
            report: The whole report.
            on: The day, at which offices are looked up.
            tally: Where what is left out is counted.
        """
        actor = self.actor(given.get("actor"), tally)
        name = self._standing(given.get("person"), report, tally, last=True)
        known = self._person(name)
        if known is not None:
            offices = offices_at(known, on) if on is not None else ()
            if offices and actor not in {office.actor for office in offices}:
                actors = {office.actor for office in offices}
                actor = offices[0].actor if len(actors) == 1 else None
            held = [office for office in offices if office.actor == actor]
            if held:
                return Source(known.name, main_title(held[0]), actor)
            name = known.name
        return Source(name, self._standing(given.get("role"), report, tally), actor)

    def standing(self, given: object, report: Verbatim, tally: Tally) -> str | None:
        """A phrase that stands in the report; None, and counted, for one that does not."""
        return self._standing(given, report, tally)

    def _person(self, name: str | None) -> Person | None:
        if name is None:
            return None
        found = self._named.get(plain(name)) or self._named.get(plain(name.split()[-1]))
        # A surname is enough only if the first name does not speak against it.
        if found is None or (
            len(name.split()) > 1
            and plain(name) not in self._named
            and plain(name.split()[0])[:1] != plain(found)[:1]
        ):
            return None
        return self._people[found]

    def _standing(
        self, given: object, report: Verbatim, tally: Tally, *, last: bool = False
    ) -> str | None:
        """The phrase, if it stands in the report; with ``last`` its last word is enough."""
        if not isinstance(given, str) or not given.strip():
            return None
        words = " ".join(given.split())
        if report.spans(words, None) or (last and report.spans(words.split()[-1], None)):
            return words
        tally[NO_NAME] += 1
        return None
