"""Whom a title means in this report: *the president*, *the field marshal*, *its former envoy*."""

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from volteface.case.schema import Case, Person
from volteface.coding.affiliation import Affiliations, noun_of
from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.naming import Named, office_of
from volteface.coding.offices import held_by, main_title, office_holder, title_of
from volteface.coding.words import Words
from volteface.records import DateInterval, Span

_MANY = {"adviser", "aide", "diplomat", "general", "lawmaker", "member", "officer", "official"}
"""Titles of which a state has many: a former one is nobody in particular."""


class Holders:
    """The case's people and their offices, as the report's date and its text so far have them."""

    def __init__(
        self,
        case: Case,
        words: Words,
        on: DateInterval | None,
        *,
        people: Mapping[str, Person],
        discourse: Discourse,
        affiliations: Affiliations,
    ) -> None:
        """Start a report.

        Args:
            case: Whose offices titles mean first.
            words: The lexicon.
            on: The report's date.
            people: Everybody known by name, the case's and others.
            discourse: What is remembered of the report.
            affiliations: For whom phrases speak.
        """
        self._case = case
        self._people = people
        self._words = words
        self._on = on
        self._discourse = discourse
        self._affiliations = affiliations

    def with_role(self, speaker: Speaker) -> Speaker:
        """Somebody known with the office held at the report's date."""
        person = self._people.get(speaker.person or "")
        if person is None or speaker.role is not None:
            return speaker
        office = office_of(person, self._on)
        title = main_title(office) if office is not None else None
        return Speaker(speaker.person, speaker.actor, title)

    def on_day(self, speaker: Speaker, when: DateInterval) -> Speaker:
        """The same person in the office of the day on which it was said."""
        person = self._people.get(speaker.person or "")
        office = office_of(person, when) if person is not None else None
        if person is None or office is None:
            return speaker
        return Speaker(person.name, office.actor, main_title(office))

    def holder(self, head: Token, actor: str, at: int) -> Speaker | None:
        """Who holds the office for the actor, or of those spoken of has held it.

        Args:
            head: The noun of the title.
            actor: For whom the phrase says that its holder speaks.
            at: Offset of the head in the report.
        """
        holder = office_holder(self._case, head, actor, self._on, self._words)
        if holder is not None:
            return Speaker(holder[0].name, actor, main_title(holder[1]))
        known = held_by(self._spoken_of(at), head, self._words, actor=actor)
        return None if known is None else self._in_office(known)

    def once(self, head: Token, inside: list[Named]) -> Speaker | None:
        """*South Sudan's former vice-president*: who of the case's people once was."""
        if not set(title_of(head)) & self._words.former or noun_of(head) in _MANY:
            return None
        for item in inside:
            actor = item.mention.actor
            known = held_by(self._case.people, head, self._words, actor=actor) if actor else None
            if known is not None:
                return self._in_office(known)
        return None

    def meant(
        self, head: Token, base: int, inside: list[Named], without: Collection[Span]
    ) -> Speaker | None:
        """Whom a title with no owner means: called so before, in office, or spoken of last.

        Args:
            head: The noun of the title.
            base: Offset of the paragraph in the report.
            inside: The names in the phrase.
            without: Spans of the report in which the one who speaks is not named.
        """
        at, home = base + head.idx, self._affiliations.home
        title = " ".join(title_of(head))
        former = set(title.split()) & self._words.former
        called = None if former else self._discourse.by_title(at, title)
        if called is not None:
            return called
        spoken_of = self._spoken_of(at)
        known = None if former else held_by(spoken_of, head, self._words, self._on)
        if known is None and home is not None:
            holder = office_holder(self._case, head, home, self._on, self._words)
            known = None if holder is None else holder[0]
        known = known or held_by(spoken_of, head, self._words)
        if known is not None:
            return self._in_office(known)
        if self._affiliations.actor_of(head, base, inside) is not None:
            return None
        kind = self._discourse.by_title(at, noun_of(head))
        return kind or self._discourse.last_person(at, without)

    def _spoken_of(self, at: int) -> list[Person]:
        """Those of the case's people who have been named, the last first."""
        return [self._people[n] for n in self._discourse.people(at) if n in self._people]

    def _in_office(self, person: Person) -> Speaker:
        office = office_of(person, self._on)
        return self.with_role(Speaker(person.name, office.actor if office is not None else None))
