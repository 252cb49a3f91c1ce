"""For whom a noun phrase speaks: *a member of his staff*, *the rebels' envoy*, *the army*."""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from volteface.case.schema import Actor, Case
from volteface.coding.belonging import acts_for, owners
from volteface.coding.discourse import Discourse
from volteface.coding.naming import Named
from volteface.coding.words import Words
from volteface.coding.world import world_actors

_POSSESSIVE = {"his", "her", "its", "their"}
_HE_OR_SHE = {"he", "her", "him", "his", "she"}
_PRONOUNS = {"he", "her", "him", "it", "she", "them", "they"}
_BELONGING = {"for", "from", "of"}
_SERVING = {"at", "in", "inside", "on", "with", "within"}
_ADVISING = {"adviser", "advisor", "aide", "assistant", "deputy"}
_BEFORE = {"amod", "compound", "nmod", "poss"}
_DEFINITE = {"the", "this", "that", "these", "those", "both"}
_SPOKESMEN = {"representative", "spokesman", "spokesperson", "spokeswoman"}
_OF_A_STATE = {"minister", "lawmaker", "mp", "parliamentarian", "legislator"}
_IN_POWER = {"governing", "ruling"}
_NOUNS = {"ADJ", "NOUN", "PROPN"}
_DEEPEST = 3


class Affiliations:
    """Tells for whom somebody speaks, by what the phrase and the report say."""

    def __init__(
        self, case: Case, words: Words, discourse: Discourse, named: Iterable[str] = ()
    ) -> None:
        """Start a report.

        Args:
            case: Whose actors count.
            words: The lexicon.
            discourse: What is remembered of the report.
            named: Ids of the actors that the whole report names, as often as it names them.
        """
        self._words = words
        self._discourse = discourse
        self._speaks = words.officials | words.anonymous | words.bodies | words.papers | words.media
        self._groups = words.forces | words.rulers | words.movements | words.alliances
        self._groups |= words.organisations
        actors = {actor.id: actor for actor in (*world_actors(), *case.actors)}
        governing = {actor.id for actor in case.actors if actor.kind == "party" and actor.iso3}
        self.home = next(iter(governing)) if len(governing) == 1 else None
        self._states = {i for i, a in actors.items() if a.kind == "state"} | governing
        self._parties = {i for i, a in actors.items() if a.kind == "party"} - governing
        self._blocs = {i for i, a in actors.items() if a.kind == "bloc"} | {"NATO"} & actors.keys()
        self._bodies = {i for i, a in actors.items() if a.kind in {"bloc", "body"}}
        self._seats = _seats(case.actors)
        count = Counter(actor for actor in named if actor in self._parties)
        self._party = max(count, key=lambda actor: count[actor], default=None)

    def actor_of(self, head: Token, base: int, inside: list[Named], depth: int = 0) -> str | None:
        """Whose the head is: *Russian*, *of Russia*, *for the Kremlin*; *his*; *the army's*.

        Args:
            head: The noun that heads the phrase.
            base: Offset of the paragraph in the report.
            inside: The names in the phrase.
            depth: How many phrases around it have been looked into.
        """
        words, noun = self._words, noun_of(head)
        speaks = noun in self._speaks or depth > 0
        for item in owners(head, inside, words):
            if speaks or (item.party and noun in words.irregulars):
                return item.mention.actor
        if noun in words.private or depth > _DEEPEST:
            return None
        if speaks:
            for item in self._near(head, inside):
                return item.mention.actor
            seat = self._seat(head)
            if seat is not None:
                return seat
        named = (n for n in inside if n.mention.actor is not None and n.mention.start < head.idx)
        if self._former(head) or any(n.head.i != head.i for n in named):
            return None
        return self._described(head, base, inside, depth)

    def _near(self, head: Token, inside: list[Named]) -> Iterator[Named]:
        """Names in what hangs on the head, where it acts for them."""
        for token in self._attached(head):
            for item in owners(token, inside, self._words):
                if acts_for(item, head, self._words):
                    yield item

    def _attached(self, head: Token) -> Iterator[Token]:
        """*Rebel* of *rebel envoy*, *team* of *a member of his team*, *ministry* of *at the*."""
        noun = noun_of(head)
        links = set(_BELONGING)
        if noun in self._words.elsewhere:
            links.discard("for")
        if noun in _ADVISING:
            links.add("to")
        for token in head.children:
            if token.dep_ in {*_BEFORE, "appos"}:
                yield token
            elif token.dep_ == "prep":
                for part in token.children:
                    organ = token.lower_ in _SERVING and self._is_organ(part)
                    if part.dep_ == "pobj" and (organ or token.lower_ in links):
                        yield part

    def _is_organ(self, token: Token) -> bool:
        """*The foreign ministry*, *the Kremlin*: not the town of *a diplomat in Bamako*."""
        the = any(t.lower_ == "the" for t in token.lefts)
        return noun_of(token) in self._words.bodies or (the and token.pos_ == "PROPN")

    def _seat(self, head: Token) -> str | None:
        """*The ministry in Paris*, *an official at the Quai d'Orsay*: a seat that grammar hides."""
        rules = noun_of(head) in self._words.rulers
        for link in head.subtree:
            if link.dep_ != "prep" or link.lower_ not in _SERVING or link.i < head.i:
                continue
            for place in link.children:
                if place.dep_ == "pobj" and (rules or self._is_organ(place)):
                    parts = [t.text for t in place.lefts if t.dep_ in {"compound", "nmod"}]
                    found = self._seats.get(" ".join([*parts, place.text]))
                    if found is not None:
                        return found
        return None

    def _described(self, head: Token, base: int, inside: list[Named], depth: int) -> str | None:
        """Through *his* and *its*, through a noun that belongs to somebody, by the noun alone."""
        if head.lower_ in _PRONOUNS:
            return self._pronoun(head, base)
        for token in head.children:
            if token.dep_ == "poss" and token.lower_ in _POSSESSIVE:
                return self._pronoun(token, base)
        for token in self._attached(head):
            if token.pos_ in {"NOUN", "ADJ", "PRON"} or noun_of(token) in self._groups:
                found = self.actor_of(token, base, inside, depth + 1)
                if found is not None:
                    return found
        found = self._by_kind(head, base)
        if found is None and noun_of(head) in _SPOKESMEN:
            known = self._states | self._parties | self._bodies
            return self._discourse.last_actor(base + head.idx, known, leads=True)
        return found or (self._office(head, base) if depth else None)

    def _office(self, head: Token, base: int) -> str | None:
        """*The premier* of *the premier's spokesman*: of whom one has spoken, or of the state."""
        definite = any(t.lower_ == "the" for t in head.lefts)
        if not definite or noun_of(head) not in self._words.officials:
            return None
        at = base + head.idx
        known = self._discourse.by_title(at, noun_of(head))
        recent = self._discourse.last_actor(at, self._states, leads=True)
        return (known.actor if known is not None else None) or recent or self.home

    def _pronoun(self, token: Token, base: int) -> str | None:
        at, person = base + token.idx, token.lower_ in _HE_OR_SHE
        return self._discourse.before(at, token.lower_, person=person).actor

    def _by_kind(self, head: Token, base: int) -> str | None:
        """*The army*, *the alliance*, *rebels*: of those of that kind the one spoken of last."""
        words, noun, at = self._words, noun_of(head), base + head.idx
        lefts = {t.lower_ for t in head.lefts}
        bare = not any(t.dep_ in {"det", "nummod", "poss"} for t in head.lefts)
        known = bool(lefts & _DEFINITE) or bare or head.dep_ in _BEFORE or noun in _OF_A_STATE
        if not known or any(t.pos_ == "PROPN" for t in head.lefts):
            return None
        if noun in words.forces:
            return self.home or self._discourse.last_actor(at, self._states)
        if noun in _OF_A_STATE and self.home is not None:
            return self.home
        if noun in words.rulers | _OF_A_STATE or lefts & _IN_POWER:
            recent = self._discourse.last_actor(at, self._states, leads=True, since=base)
            return recent or self.home or self._discourse.last_actor(at, self._states)
        if noun in words.alliances:
            return self._discourse.last_actor(at, self._blocs)
        if noun in words.organisations:
            return self._discourse.last_actor(at, self._bodies)
        if noun in words.movements:
            return self._discourse.last_actor(at, self._parties) or self._party
        return None

    def _former(self, head: Token) -> bool:
        return any(t.lower_ in self._words.former for t in head.lefts)


def _seats(actors: Iterable[Actor]) -> dict[str, str]:
    """Capitals, palaces and ministries by name, the case's own before the world's."""
    own = tuple(actors)
    states = {actor.iso3: actor.id for actor in own if actor.iso3}
    seats: dict[str, str] = {}
    for actor in (*own, *world_actors()):
        for name in (actor.name, *actor.metonyms):
            seats.setdefault(name, states.get(actor.iso3 or "", actor.id))
    return seats


def last_part(head: Token) -> Token:
    """The *president* of *vice-president*, which the parser hangs on its first part."""
    doc = head.doc
    while head.i + 2 < len(doc) and doc[head.i + 1].text == "-" and doc[head.i + 2].pos_ in _NOUNS:
        head = doc[head.i + 2]
    return head


def noun_of(head: Token) -> str:
    """The noun that says what the head is, in lower case."""
    return last_part(head).lemma_.lower()
