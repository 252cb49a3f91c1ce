"""Names that are no one person's of the case: who is meant, and for whom they speak."""

import re
from collections import defaultdict
from collections.abc import Mapping

from spacy.tokens import Token

from volteface.case.schema import Case, Office, Person
from volteface.coding.affiliation import Affiliations, noun_of
from volteface.coding.belonging import acts_for
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.grammar import text_of
from volteface.coding.names import PARTICLES
from volteface.coding.naming import Named, at_token, office_of
from volteface.coding.offices import main_title
from volteface.coding.role import short_phrase
from volteface.coding.unknown_name import beside, gave_name
from volteface.coding.words import Words
from volteface.records import DateInterval

_CENTRE = re.compile(r"\b(?:director|fellow|head|founder)\b.*\bcent(?:er|re)\b")
_OTHER_CENTRE = re.compile(
    r"\b(?:aid|cancer|community|convention|crisis|detention|health|medical|reception|refugee|trauma)"
)
_LEADING = {"chair", "command", "head", "lead", "represent", "run", "speak"}


def observers_actor(case: Case) -> str:
    """The id of the case's actor of kind observers; ``analyst`` where it has none."""
    return next((actor.id for actor in case.actors if actor.kind == "observers"), "analyst")


def observer_nouns(case: Case, words: Words) -> frozenset[str]:
    """Nouns for people who watch and are no party."""
    return words.observers | frozenset(case.settings.vocabulary.observers)


class Strangers:
    """Reads names that no gazetteer knows, and surnames that several people share."""

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
        """Start a report; the arguments are those of :class:`Holders`."""
        self._case = case
        self._surnames: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people.values():
            self._surnames[person.name.split()[-1]].append(person)
        self._words = words
        self._on = on
        self._discourse = discourse
        self._affiliations = affiliations
        self._observers = observer_nouns(case, words)
        self._observers_actor = observers_actor(case)
        self._titles = words.officials | words.anonymous | self._observers
        self._things = words.bodies | words.papers | words.media
        self._not_name = self._titles | words.honorifics | CALENDAR

    def resolve(
        self,
        paragraph: int,
        head: Token,
        inside: list[Named],
        described: Token | None = None,
    ) -> Speaker:
        """A name that is no one person's of the case: kept, with what the phrase says of it.

        Args:
            paragraph: Offset of the paragraph in the report.
            head: The last word of the name.
            inside: The names known in the phrase.
            described: The noun beside the name, where that heads the phrase: *a housewife*.
        """
        first = self._first(head, inside)
        name = text_of(head.doc)[first.idx : head.idx + len(head)]
        honorific = honorific_of(head, self._words)
        role, actor = self.calling(described or head, inside, paragraph)
        if described is not None and role is None:
            role = short_phrase(described)
            actor = self._affiliations.actor_of(described, paragraph, inside)
        meant = self._bearer(name, role, actor, honorific)
        if meant is None:
            meant = Speaker(name, actor, role)
            self._discourse.introduce(paragraph, name, meant)
        self._discourse.goes_by(meant, honorific)
        return meant

    def name_beside(self, head: Token, inside: list[Named]) -> Token | None:
        """*Umm Khaled* of *a housewife, Umm Khaled*: an unknown name beside what somebody is."""
        if noun_of(head) in self._things:
            return None
        names = (t for t in beside(head) if at_token(inside, t) is None)
        return next((t for t in names if t.lower_ not in self._not_name), None) or gave_name(head)

    def _first(self, head: Token, inside: list[Named]) -> Token:
        """The first word of the name: *Juan* of *Rep. Juan de la Cruz*, *al* of *al-Zaidi*."""
        first = token = head
        while token.i > token.sent.start:
            token = token.doc[token.i - 1]
            if token.lower_ in PARTICLES or (token.text == "-" and not token.whitespace_):
                continue
            given = token.pos_ == "PROPN" and token.text[0].isupper()
            other = token.lower_.rstrip(".") in self._not_name or token.text.endswith("s'")
            if not given or other or at_token(inside, token) is not None:
                break
            first = token
        before = head.doc[first.i - 1] if first.i else head
        if before.text == "-" and not before.whitespace_ and first.i > 1:
            before = head.doc[first.i - 2]
        return before if before.lower_ in PARTICLES else first

    def _bearer(
        self, name: str, role: str | None, actor: str | None, honorific: str | None
    ) -> Speaker | None:
        """Whom of several with that surname: by title, else the one the report has introduced."""
        bearers = [p for p in self._case.people if p.name.split()[-1] == name]
        if role is not None and actor is None:
            anybody = bearers or self._surnames.get(name, [])
            held = [(p, o) for p in anybody for o in self._offices(p) if _has_title(o, role)]
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

    def calling(
        self, head: Token, inside: list[Named], paragraph: int
    ) -> tuple[str | None, str | None]:
        """What the phrase around a name says somebody is, and for whom they speak."""
        own = _without_clauses(head)
        around = [t for t in own if t.pos_ in {"NOUN", "PROPN"} and t != head]
        if head.pos_ == "NOUN":
            around.insert(0, head)
        for token in around:
            if noun_of(token) in self._observers:
                return token.text, self._observers_actor
        phrase = "".join(t.text_with_ws for t in own).lower()
        studies = any(noun_of(token) in self._words.learned for token in around) or (
            _CENTRE.search(phrase) is not None and _OTHER_CENTRE.search(phrase) is None
        )
        if studies or any(name in phrase for name in self._words.think_tanks):
            return None, self._observers_actor
        for token in around:
            part = token.dep_ in {"amod", "compound"} and token.head != head
            if noun_of(token) in self._words.officials and not part:
                return self._title(token, inside), self._actor(token, head, inside, paragraph)
        return None, self._of(head, inside) or self._leads(head, inside, paragraph)

    def _leads(self, head: Token, inside: list[Named], paragraph: int) -> str | None:
        """*Who heads the mission*, *who speaks for the rebels*: for whom that makes him speak."""
        for clause in head.subtree:
            if clause.dep_ != "relcl" or clause.lemma_.lower() not in _LEADING:
                continue
            for token in clause.subtree:
                thing = token.dep_ == "dobj" and token.head == clause
                for_whom = token.dep_ == "pobj" and token.head.lower_ == "for"
                if thing or (for_whom and token.head.head == clause):
                    named = at_token(inside, token)
                    known = named.mention.actor if named is not None else None
                    return known or self._affiliations.actor_of(token, paragraph, inside, 1)
        return None

    def _actor(self, title: Token, head: Token, inside: list[Named], paragraph: int) -> str | None:
        """For whom the title acts: the first name that fits, else what the title says of itself."""
        named = next((n.mention.actor for n in inside if self._for(n, title, head)), None)
        if named is not None or any(n.mention.actor for n in inside):
            return named
        return self._affiliations.actor_of(title, paragraph, inside)

    def _of(self, head: Token, inside: list[Named]) -> str | None:
        """*Kadri Saar of the OSCE*."""
        for link in head.children:
            if link.dep_ == "prep" and link.lower_ in {"of", "from", "with"}:
                for token in link.children:
                    found = at_token(inside, token)
                    if found is not None and found.mention.kind == "name":
                        return found.mention.actor
        return None

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


def _without_clauses(head: Token) -> list[Token]:
    """The phrase less the clauses that tell something of him: *who met the president*."""
    gone = {t.i for clause in head.subtree if clause.dep_ == "relcl" for t in clause.subtree}
    return [t for t in head.subtree if t.i not in gone]


def honorific_of(head: Token, words: Words) -> str | None:
    """*Mrs* of *Mrs Keita*, in lower case."""
    found = (t.lower_.rstrip(".") for t in head.lefts)
    return next((word for word in found if word in words.honorifics), None)


def _has_title(office: Office, role: str) -> bool:
    return role.lower() in (title.lower() for title in office.title.split(" / "))
