"""Who speaks: from a source phrase to a person, an actor and a role at the report's date."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.case.lookup import office_holders
from volteface.case.schema import Case
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.grammar import noun_phrase
from volteface.coding.mention import Mention
from volteface.coding.naming import Named, at_token, in_span, office_of
from volteface.coding.words import Words
from volteface.records import DateInterval

_PERSONAL = {"he", "she", "him", "her"}
_IMPERSONAL = {"it", "they", "them"}
_POSSESSIVE = {"his", "her", "its", "their"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_MODIFIERS = {"amod", "compound", "nmod", "poss"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source phrase means; all None where it cannot be told."""

    person: str | None = None
    actor: str | None = None
    role: str | None = None
    outlet: str | None = None


def observers_actor(case: Case) -> str:
    """The id of the case's actor of kind observers; ``analyst`` where it has none."""
    return next((actor.id for actor in case.actors if actor.kind == "observers"), "analyst")


@dataclass(frozen=True, slots=True)
class _Seen:
    at: int
    speaker: Speaker


class Discourse:
    """What a reader remembers of a report so far: whom *he*, *it* and *the official* can mean."""

    def __init__(self, case: Case, words: Words, on: DateInterval | None) -> None:
        self._case = case
        self._people = {person.name: person for person in case.people}
        self._words = words
        self._on = on
        self._observers = words.observers | frozenset(case.settings.vocabulary.observers)
        self._observers_actor = observers_actor(case)
        self._seen: list[_Seen] = []
        self._introduced: dict[str, Speaker] = {}
        self._base = 0

    def enter(self, base: int, doc: Doc, names: list[Named]) -> None:
        """Start a paragraph at offset ``base``: remember whom its sentences are about."""
        self._base = base
        for token in doc:
            stranger = _leads(token) and token.pos_ == "PROPN"
            if stranger and at_token(names, token) is None:
                known = self._stranger(token, in_span(names, noun_phrase(token)))
                self._remember(token.idx, known)
        for item in names:
            if item.mention.person is not None:
                person = self._with_role(Speaker(item.mention.person, item.mention.actor))
                self._introduced[item.mention.person.split()[-1]] = person
            if _leads(item.head) and item.mention.outlet is None:
                known = Speaker(item.mention.person, item.mention.actor)
                self._remember(item.mention.start, self._with_role(known))

    def last(self) -> Speaker | None:
        """The last one who spoke or acted."""
        return self._seen[-1].speaker if self._seen else None

    def spoke(self, token: Token, speaker: Speaker) -> None:
        """Remember a speaker at the place of the source phrase."""
        if speaker != Speaker() and speaker.outlet is None:
            self._remember(token.idx, speaker)

    def resolve(self, head: Token, names: list[Named]) -> Speaker:
        """The person, actor and role that the source phrase around the head names."""
        if head.lower_ in _PERSONAL:
            return self._before(head, person=True)
        if head.lower_ in _IMPERSONAL:
            return self._before(head, person=False)
        span = noun_phrase(head)
        inside = in_span(names, span)
        own = at_token(names, head) or self._appositive(head, inside)
        if own is not None and own.mention.kind != "adjective":
            return self._named(own.mention, inside)
        lemma = head.lemma_.lower()
        if head.pos_ == "PROPN" and lemma not in self._words.officials | self._words.media:
            return self._stranger(head, inside)
        if self._points_back(head, inside):
            back = self._by_role(head)
            if back is not None:
                return back
        return self._described(head, lemma, inside)

    def _remember(self, at: int, speaker: Speaker) -> None:
        self._seen.append(_Seen(self._base + at, speaker))
        self._seen.sort(key=lambda seen: seen.at)

    def _before(self, head: Token, *, person: bool) -> Speaker:
        earlier = [s.speaker for s in self._seen if s.at < self._base + head.idx]
        fitting = [s for s in earlier if self._is_person(s) == person]
        if fitting:
            return fitting[-1]
        return Speaker(actor=earlier[-1].actor) if earlier and not person else Speaker()

    def _appositive(self, head: Token, inside: list[Named]) -> Named | None:
        """*the Kremlin envoy, Mikhail Bogdanov* and *his spokesman Dmitry Peskov*."""
        for item in inside:
            related = item.head.head == head and item.head.dep_ in {"appos", "compound", "nmod"}
            if item.mention.person is not None and related:
                return item
        return None

    def _named(self, mention: Mention, inside: list[Named]) -> Speaker:
        if mention.outlet is not None:
            return Speaker(None, self._observers_actor, None, mention.outlet)
        known = Speaker(mention.person, mention.actor)
        if known.person is not None and known.actor is None:
            modifiers = [n.mention.actor for n in inside if n.mention is not mention]
            known = Speaker(known.person, next((a for a in modifiers if a), None))
        return self._with_role(known)

    def _with_role(self, speaker: Speaker) -> Speaker:
        if speaker.person not in self._people:
            return speaker
        office = office_of(self._people[speaker.person], self._on)
        title = office.title.split(" / ")[0] if office is not None else None
        return Speaker(speaker.person, speaker.actor, title)

    def _stranger(self, head: Token, inside: list[Named]) -> Speaker:
        """A proper name nobody knows: kept, with an actor only where the phrase gives one."""
        parts = [
            t
            for t in head.lefts
            if t.dep_ == "compound"
            and t.pos_ == "PROPN"
            and t.lemma_.lower() not in self._words.officials
            and t.lower_ not in CALENDAR
        ]
        first = parts[0].left_edge.idx if parts else head.idx
        name = head.doc.text[first : head.idx + len(head)]
        if name in self._introduced:
            return self._introduced[name]
        description = [t for t in head.subtree if t.pos_ in {"NOUN", "PROPN"} and t != head]
        lemmas = {t.lemma_.lower() for t in description}
        actor: str | None = None
        if lemmas & self._observers:
            actor = self._observers_actor
        elif lemmas & self._words.officials:
            actor = next((n.mention.actor for n in inside if n.mention.actor), None)
        role = next((t.text for t in description if t.lemma_.lower() in self._observers), None)
        speaker = Speaker(name, actor, role)
        self._introduced[name] = self._introduced[head.text] = speaker
        return speaker

    def _points_back(self, head: Token, inside: list[Named]) -> bool:
        """*The official*, *the foreign minister*: somebody spoken of before."""
        definite = any(t.lower_ in {"the", "that", "this"} for t in head.lefts)
        people = self._words.officials | self._observers | self._words.anonymous
        return (
            definite
            and head.lemma_.lower() in people
            and head.tag_ not in {"NNS", "NNPS"}
            and self._modifier(head, inside) is None
        )

    def _by_role(self, head: Token) -> Speaker | None:
        """The last one whose role has that title; for a bare noun, else the last person."""
        earlier = [s.speaker for s in self._seen if s.at < self._base + head.idx]
        title = " ".join(_title(head))
        for speaker in reversed(earlier):
            if speaker.role is not None and title in speaker.role.lower():
                return speaker
        people = [s for s in earlier if self._is_person(s)]
        return people[-1] if people and title == head.lower_ else None

    def _described(self, head: Token, lemma: str, inside: list[Named]) -> Speaker:
        """*a Russian diplomatic source*, *the Turkish foreign minister*, *analysts*."""
        start, end = noun_phrase(head)
        role = head.doc.text[start:end]
        if lemma in self._observers:
            return Speaker(None, self._observers_actor, role)
        actor = self._modifier(head, inside)
        if actor is None and lemma in self._words.media:
            return Speaker(None, self._observers_actor, role)
        if lemma in self._words.officials and actor is not None and self._on is not None:
            person = self._office_holder(head, actor)
            if person is not None:
                return person
        return Speaker(None, actor, role)

    def _modifier(self, head: Token, inside: list[Named]) -> str | None:
        """Whose: *Russian*, *Russia's*, *of Russia*, *for the Kremlin*; then *his* and *its*."""
        near = [t for t in head.children if t.dep_ in {"amod", "compound", "nmod", "poss", "appos"}]
        for link in head.children:
            if link.dep_ == "prep" and link.lower_ in {"for", "from", "of"}:
                near += [t for t in link.children if t.dep_ == "pobj"]
        near += [child for t in tuple(near) for child in t.children if child.dep_ in _MODIFIERS]
        for token in near:
            found = at_token(inside, token)
            if found is not None and found.mention.actor is not None:
                return found.mention.actor
        for token in near:
            if token.dep_ == "poss" and token.lower_ in _POSSESSIVE:
                owner = self._before(token, person=token.lower_ in {"his", "her"})
                if owner.actor is not None:
                    return owner.actor
        return None

    def _office_holder(self, head: Token, actor: str) -> Speaker | None:
        if self._on is None:
            return None
        words = _title(head)
        for start in range(len(words)):
            title = " ".join(words[start:])
            holders = office_holders(self._case, title, actor, self._on)
            if len(holders) == 1:
                person, office = holders[0]
                return Speaker(person.name, actor, office.title.split(" / ")[0])
        return None

    def _is_person(self, speaker: Speaker) -> bool:
        """Named, or unnamed but described as somebody (*a Western diplomat*)."""
        if speaker.person is not None or speaker.role is None:
            return speaker.person is not None
        words = set(speaker.role.lower().split())
        return bool(words & (self._words.anonymous | self._words.officials | self._observers))


def _leads(token: Token) -> bool:
    """Whether the token is the subject of a sentence and not of what somebody says in it."""
    return token.dep_ in _SUBJECTS and token.head.dep_ not in {"ccomp", "relcl", "acl", "pcomp"}


def _title(head: Token) -> list[str]:
    """The noun with the words that make it a title: *deputy foreign minister*."""
    left = [t for t in head.lefts if t.dep_ in {"compound", "amod"}]
    return [t.lower_ for t in (*left, head)]
