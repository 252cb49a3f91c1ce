"""Names that are no one person's of the case: who is meant, and for whom they speak."""

from spacy.tokens import Token

from volteface.case.schema import Case, Office, Person
from volteface.coding.belonging import acts_for
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.naming import Named, at_token, office_of
from volteface.coding.offices import main_title
from volteface.coding.words import Words
from volteface.records import DateInterval


def observers_actor(case: Case) -> str:
    """The id of the case's actor of kind observers; ``analyst`` where it has none."""
    return next((actor.id for actor in case.actors if actor.kind == "observers"), "analyst")


def observer_nouns(case: Case, words: Words) -> frozenset[str]:
    """Nouns for people who watch and are no party."""
    return words.observers | frozenset(case.settings.vocabulary.observers)


class Strangers:
    """Reads names that no gazetteer knows, and surnames that several people share."""

    def __init__(
        self, case: Case, words: Words, on: DateInterval | None, discourse: Discourse
    ) -> None:
        self._case = case
        self._words = words
        self._on = on
        self._discourse = discourse
        self._observers = observer_nouns(case, words)
        self._observers_actor = observers_actor(case)
        self._titles = words.officials | words.anonymous | self._observers

    def resolve(self, paragraph: int, head: Token, inside: list[Named]) -> Speaker:
        """A name that is no one person's of the case: kept, with what the phrase says of it."""
        not_name = self._titles | self._words.honorifics | CALENDAR
        parts = [
            t
            for t in head.lefts
            if t.dep_ == "compound"
            and t.pos_ == "PROPN"
            and t.lower_.rstrip(".") not in not_name
            and at_token(inside, t) is None
            and not self._precedes_title(t, head)
        ]
        first = parts[0].left_edge.idx if parts else head.idx
        name = head.doc.text[first : head.idx + len(head)]
        honorific = honorific_of(head, self._words)
        role, actor = self.calling(head, inside)
        meant = self._bearer(name, role, actor, honorific)
        if meant is None:
            meant = Speaker(name, actor, role)
            self._discourse.introduce(paragraph, name, meant)
        self._discourse.goes_by(meant, honorific)
        return meant

    def _precedes_title(self, token: Token, head: Token) -> bool:
        """*Interior* of *Interior Minister Diego Salas* is no part of the name."""
        between = token.doc[token.i + 1 : head.i]
        return any(t.lemma_.lower() in self._titles for t in between)

    def _bearer(
        self, name: str, role: str | None, actor: str | None, honorific: str | None
    ) -> Speaker | None:
        """Whom of several with that surname: by title, else the one the report has introduced."""
        bearers = [p for p in self._case.people if p.name.split()[-1] == name]
        if role is not None and actor is None:
            held = [(p, o) for p in bearers for o in self._offices(p) if _has_title(o, role)]
            if len(held) == 1:
                return Speaker(held[0][0].name, held[0][1].actor, main_title(held[0][1]))
        known = self._discourse.called(name, honorific)
        if len(known) == 1:
            return known[0]
        possible = known or [
            Speaker(p.name, o.actor if (o := office_of(p, self._on)) is not None else None)
            for p in bearers
        ]
        if not possible:
            return None
        actors = {s.actor for s in possible}
        return Speaker(name, next(iter(actors)) if len(actors) == 1 else actor, role)

    def _offices(self, person: Person) -> tuple[Office, ...]:
        office = office_of(person, self._on)
        return (office,) if office is not None else ()

    def calling(self, head: Token, inside: list[Named]) -> tuple[str | None, str | None]:
        """What the phrase around a name says somebody is, and for whom they speak."""
        around = [t for t in head.subtree if t.pos_ in {"NOUN", "PROPN"} and t != head]
        for token in around:
            if token.lemma_.lower() in self._observers:
                return token.text, self._observers_actor
        for token in around:
            if token.lemma_.lower() in self._words.officials:
                return self._title(token, inside), next(
                    (n.mention.actor for n in inside if self._for(n, token, head)), None
                )
        return None, None

    def _for(self, item: Named, title: Token, head: Token) -> bool:
        words = self._words
        return item.mention.actor is not None and all(
            acts_for(item, token, words) for token in (title, head)
        )

    def _title(self, token: Token, inside: list[Named]) -> str:
        """The words before the noun that belong to the title: *interior minister*."""
        first = token.i
        while first > token.sent.start:
            before = token.doc[first - 1]
            if before.dep_ not in {"compound", "amod", "nmod"} or at_token(inside, before):
                break
            first -= 1
        return token.doc[first : token.i + 1].text


def honorific_of(head: Token, words: Words) -> str | None:
    """*Mrs* of *Mrs Keita*, in lower case."""
    found = (t.lower_.rstrip(".") for t in head.lefts)
    return next((word for word in found if word in words.honorifics), None)


def _has_title(office: Office, role: str) -> bool:
    return role.lower() in (title.lower() for title in office.title.split(" / "))
