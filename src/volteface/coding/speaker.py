"""Who speaks: from a source phrase to a person, an actor and a role at the report's date."""

from spacy.tokens import Doc, Token

from volteface.case.schema import Case
from volteface.coding.belonging import acts_for, owners
from volteface.coding.calendar_words import CALENDAR
from volteface.coding.discourse import Discourse, Speaker
from volteface.coding.grammar import noun_phrase
from volteface.coding.mention import Mention
from volteface.coding.naming import Named, at_token, in_span, office_of
from volteface.coding.offices import main_title, office_holder, title_of
from volteface.coding.strangers import Strangers, honorific_of, observer_nouns, observers_actor
from volteface.coding.words import Words
from volteface.records import DateInterval

_PERSONAL = {"he", "she", "him", "her"}
_IMPERSONAL = {"it", "they", "them"}
_POSSESSIVE = {"his", "her", "its", "their"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_ARGUMENTS = {"dobj", "pobj", *_SUBJECTS}
_LINKS = {"for", "from", "of"}
_NOT_THIS = {"a", "an", "another", "any", "one", "some"}
_STATE_MEDIA = {"government", "official", "state"}


class Speakers:
    """Tells whom source phrases mean, one paragraph after the other."""

    def __init__(self, case: Case, words: Words, on: DateInterval | None) -> None:
        self._case = case
        self._people = {person.name: person for person in case.people}
        self._words = words
        self._on = on
        self._observers = observer_nouns(case, words)
        self._observers_actor = observers_actor(case)
        self._titles = words.officials | words.anonymous | self._observers
        self._speaks = words.officials | words.anonymous | words.bodies | words.papers
        self._discourse = Discourse(words)
        self._strangers = Strangers(case, words, on, self._discourse)
        self._base = 0

    def enter(self, base: int, doc: Doc, names: list[Named]) -> None:
        """Start a paragraph at offset ``base``: remember who is spoken of in it."""
        self._base = base
        named_at = {item.head.i: item for item in names if item.mention.outlet is None}
        for token in doc:
            item = named_at.get(token.i)
            if item is not None:
                self._enter_named(item)
            elif token.pos_ in {"NOUN", "PROPN"} and at_token(names, token) is None:
                self._enter_unnamed(token, in_span(names, noun_phrase(token)))

    def _enter_unnamed(self, token: Token, inside: list[Named]) -> None:
        if self._is_name(token) and _leads(token):
            self.spoke(token, self._strangers.resolve(self._base, token, inside))
        elif token.lemma_.lower() in self._titles and token.dep_ in _ARGUMENTS:
            if self._appositive(token, inside) or self._points_back(token, inside):
                return
            at, known = self._base + token.idx, self._described(token, inside)
            self._discourse.remember(at, known, leads=_leads(token))

    def _enter_named(self, item: Named) -> None:
        mention = item.mention
        if mention.kind == "adjective" and not _is_people(item.head):
            return
        known = self._with_role(Speaker(mention.person, mention.actor))
        if mention.person is not None:
            self._discourse.introduce(self._base, mention.person, known)
            self._discourse.goes_by(known, honorific_of(item.head, self._words))
        at = self._base + mention.start
        self._discourse.remember(at, known, leads=_leads(item.head))

    def spoke(self, token: Token, speaker: Speaker) -> None:
        """Remember a speaker at the place of the source phrase."""
        if speaker != Speaker() and speaker.outlet is None:
            self._discourse.remember(self._base + token.idx, speaker, leads=True)

    def resolve(self, head: Token, names: list[Named]) -> Speaker:
        """The person, actor and role that the source phrase around the head names."""
        at = self._base + head.idx
        if head.lower_ in _PERSONAL | _IMPERSONAL:
            return self._discourse.before(at, head.lower_, person=head.lower_ in _PERSONAL)
        inside = in_span(names, noun_phrase(head))
        own = at_token(names, head) or self._appositive(head, inside)
        if own is not None and (own.mention.kind != "adjective" or _is_people(head)):
            return self._named(own.mention, head, inside)
        if self._is_name(head):
            return self._strangers.resolve(self._base, head, inside)
        if head.lower_ in {"former", "latter"}:
            return self._discourse.of_two(at, head.lower_)
        if self._points_back(head, inside):
            title = " ".join(title_of(head))
            back = self._discourse.by_title(at, title, bare=title == head.lower_)
            if back is not None:
                return back
        return self._described(head, inside)

    def _is_name(self, head: Token) -> bool:
        common = self._titles | self._words.bodies | self._words.media
        capital = head.pos_ == "PROPN" and head.text[0].isupper()
        return capital and head.lemma_.lower() not in common and head.lower_ not in CALENDAR

    def _appositive(self, head: Token, inside: list[Named]) -> Named | None:
        """*Her envoy, Mikhail Bogdanov*, *his spokesman Dmitry Peskov*, *the news agency AFP*."""
        for item in inside:
            related = item.head.head == head and item.head.dep_ in {"appos", "compound", "nmod"}
            if related and (item.mention.person or item.mention.outlet):
                return item
        return None

    def _named(self, mention: Mention, head: Token, inside: list[Named]) -> Speaker:
        if mention.outlet is not None:
            return Speaker(None, self._observers_actor, None, mention.outlet)
        known = Speaker(mention.person, mention.actor)
        if known.person is not None and known.actor is None:
            role, actor = self._strangers.calling(
                head, [n for n in inside if n.mention is not mention]
            )
            known = Speaker(known.person, actor, role)
        return self._with_role(known)

    def _with_role(self, speaker: Speaker) -> Speaker:
        if speaker.person not in self._people or speaker.role is not None:
            return speaker
        office = office_of(self._people[speaker.person], self._on)
        title = main_title(office) if office is not None else None
        return Speaker(speaker.person, speaker.actor, title)

    def _points_back(self, head: Token, inside: list[Named]) -> bool:
        """*The official*, *the foreign minister*: somebody spoken of before."""
        definite = any(t.lower_ in {"the", "that", "this"} for t in head.lefts)
        singular = head.tag_ not in {"NNS", "NNPS"}
        known = head.lemma_.lower() in self._titles
        return definite and singular and known and self._modifier(head, inside) is None

    def _described(self, head: Token, inside: list[Named]) -> Speaker:
        """*a Russian diplomatic source*, *the Turkish foreign minister*, *analysts*."""
        lemma, role = head.lemma_.lower(), head.doc.text[slice(*noun_phrase(head))]
        if lemma in self._observers:
            return Speaker(None, self._observers_actor, role)
        if lemma in self._words.media and not {t.lower_ for t in head.lefts} & _STATE_MEDIA:
            return Speaker(None, self._observers_actor, role)
        actor = self._modifier(head, inside)
        indefinite = any(t.lower_ in _NOT_THIS for t in head.lefts)
        if lemma in self._words.officials and actor is not None and not indefinite:
            holder = office_holder(self._case, head, actor, self._on, self._words)
            if holder is not None:
                person, office = holder
                return Speaker(person.name, actor, main_title(office))
        return Speaker(None, actor, role)

    def _modifier(self, head: Token, inside: list[Named]) -> str | None:
        """Whose: *Russian*, *Russia's*, *of Russia*, *for the Kremlin*; then *his* and *its*."""
        lemma, words = head.lemma_.lower(), self._words
        speaks = lemma in self._speaks | words.media
        for item in owners(head, inside, words):
            if speaks or (item.party and lemma in words.irregulars):
                return item.mention.actor
        near = [t for t in head.children if t.dep_ in {"compound", "poss", "appos"}]
        for link in head.children:
            away = link.lower_ == "for" and lemma in words.elsewhere
            if link.dep_ == "prep" and link.lower_ in _LINKS and not away:
                near += [t for t in link.children if t.dep_ == "pobj"]
        for token in near if speaks else ():
            for item in owners(token, inside, words):
                if acts_for(item, head, words):
                    return item.mention.actor
        for token in head.children:
            if token.dep_ == "poss" and token.lower_ in _POSSESSIVE:
                at, person = self._base + token.idx, token.lower_ in {"his", "her"}
                return self._discourse.before(at, token.lower_, person=person).actor
        return None


def _leads(token: Token) -> bool:
    """Whether the token is the subject of a sentence and not of what somebody says in it."""
    return token.dep_ in _SUBJECTS and token.head.dep_ not in {"ccomp", "relcl", "acl", "pcomp"}


def _is_people(head: Token) -> bool:
    """*The French*, *the Saudis*: an adjective that stands for a nation's government."""
    return head.dep_ in _ARGUMENTS and all(t.dep_ == "det" for t in head.lefts)
