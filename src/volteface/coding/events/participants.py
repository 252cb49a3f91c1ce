"""Whom a word of the text stands for: names, people in office, troops, pronouns, *the group*."""

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from volteface.coding.belonging import acts_for, owners
from volteface.coding.events.arguments import after, antecedent, together
from volteface.coding.events.cast import Cast
from volteface.coding.grammar import subject
from volteface.coding.naming import Named
from volteface.coding.scene import Scene
from volteface.coding.words import Words

_FIRST = frozenset({"i", "me", "my", "our", "ours", "us", "we"})
_PERSONAL = frozenset({"he", "her", "him", "his", "she"})
_THIRD = _PERSONAL | {"it", "its", "their", "them", "they"}
_THEIRS = frozenset({"her", "his", "its", "my", "our", "their"})
_VAGUE = frozenset({"it", "them"})
_LINKS = ("of", "from", "in", "for")
_READ = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})
_PARTIES = frozenset({"party"})
_STATES = frozenset({"state"})
_BODIES = frozenset({"body", "bloc"})
_ANY = _BODIES | _PARTIES | _STATES
_GROUPS = {
    "agency": _BODIES,
    "alliance": _BODIES,
    "bloc": _BODIES,
    "body": _BODIES,
    "country": _STATES,
    "faction": _PARTIES,
    "group": _PARTIES,
    "insurgent": _PARTIES,
    "militant": _PARTIES,
    "militia": _PARTIES,
    "mission": _BODIES,
    "movement": _PARTIES,
    "organisation": _BODIES | _PARTIES,
    "organization": _BODIES | _PARTIES,
    "paramilitary": _PARTIES,
    "rebel": _PARTIES,
    "union": _BODIES,
}
"""Nouns for an actor spoken of before, and of what kind that is."""
_SIDES = frozenset(
    {
        "adversary", "army", "camp", "combatant", "commander", "enemy", "foe", "force", "general",
        "man", "opponent", "party", "rival", "side", "warlord",
    }
)  # fmt: skip
"""Nouns for those who fight each other: *both sides*, *the warring parties*."""
_PAIRS = {
    "country": _STATES,
    "government": _STATES,
    "group": _PARTIES,
    "leader": _ANY,
    "state": _STATES,
}
_AT_WAR = frozenset({"belligerent", "feuding", "fighting", "opposing", "rival", "warring"})
_ORGANS = frozenset(
    {
        "administration", "army", "authority", "cabinet", "government", "junta", "military",
        "ministry", "navy", "parliament", "police", "presidency", "regime",
    }
)  # fmt: skip
"""Nouns for those who rule or fight for the state spoken of before."""
_TWO = frozenset({"both", "either", "neither", "two"})
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})
_ACTING = frozenset(
    {
        "aircraft", "artillery", "brigade", "commander", "convoy", "delegation", "drone", "fighter",
        "force", "guard", "helicopter", "inspector", "jet", "leader", "lorry", "man", "member",
        "militia", "mission", "monitor", "peacekeeper", "plane", "rebel", "ship", "soldier", "tank",
        "troop", "troops", "truck", "unit",
    }
)  # fmt: skip
"""Nouns that, beside those of the lexicon, act for the actor whose they are."""

Actors = tuple[str, ...]


class Participants:
    """Reads the nouns and pronouns of one paragraph.

    Args:
        scene: The paragraph, parsed and with its names.
        words: The lexicon.
        cast: Who was spoken of in the report.
        speaker: For whom the words at an offset of the paragraph are spoken, None for the
            writer's own.
        capitals: The state of each capital that the paragraph names, by its offset.
    """

    def __init__(
        self,
        scene: Scene,
        words: Words,
        cast: Cast,
        *,
        speaker: Callable[[int], str | None],
        capitals: Mapping[int, str],
    ) -> None:
        self._capitals = capitals
        self._base = scene.base
        self._words = words
        self._cast = cast
        self._speaker = speaker
        self._acting = (
            words.officials | words.anonymous | words.bodies | words.groups | words.irregulars
        ) | _ACTING
        self._known: dict[int, Actors] = {}
        self._starts = [s.start for s in scene.doc.sents for _ in s]
        self._by_sentence: dict[int, list[Named]] = {}
        for item in scene.names:
            self._by_sentence.setdefault(self._starts[item.head.i], []).append(item)

    def of(self, tokens: Iterable[Token]) -> Actors:
        """The ids of the actors that the tokens stand for, in order, each once."""
        return tuple(dict.fromkeys(actor for token in tokens for actor in self._at(token)))

    def owners(self, head: Token) -> Actors:
        """Whose a thing is: *the Russian offer*, *their demand*, *Moscow's embargo*."""
        named = [n.mention.actor for n in owners(head, self._near(head), self._words)]
        found = [actor for actor in named if actor is not None]
        found += self.of(token for token in head.children if token.dep_ == "poss")
        return tuple(dict.fromkeys(found))

    def seats(self, tokens: Iterable[Token]) -> Actors:
        """The states whose capitals the tokens name."""
        found = (self._capitals.get(t.idx) for token in tokens for t in (*token.lefts, token))
        return tuple(dict.fromkeys(actor for actor in found if actor is not None))

    def meant(self, trigger: Token, without: Actors) -> Actors:
        """To whom is said what names nobody: the subject of the clause above, else the hearer.

        *Kiev said that Moscow had refused*, *Kiir had promised, Machar said*.
        """
        above = _subject_above(trigger)
        found = self._at(above) if above is not None else ()
        if found and not set(found) & set(without):
            return found
        speaker = self._speaker(trigger.idx)
        if speaker is not None and speaker not in without and self._cast.acts(speaker):
            return (speaker,)
        return ()

    def counts(self, actor: str) -> bool:
        """Whether the actor is one of the conflict, and no observer."""
        return self._cast.acts(actor)

    def _near(self, token: Token) -> list[Named]:
        return self._by_sentence.get(self._starts[token.i], [])

    def _at(self, token: Token) -> Actors:
        token = antecedent(token)
        if token.i not in self._known:
            self._known[token.i] = ()  # what leads back to itself names nobody
            self._known[token.i] = self._read(token)
        return self._known[token.i]

    def _read(self, token: Token) -> Actors:
        low = token.lower_
        if low in _FIRST:
            return _one(self._speaker(token.idx))
        if low in _THIRD:
            return self._pronoun(token)
        if token.pos_ not in _READ:
            return ()
        own = next(owners(token, self._near(token), self._words), None)
        if own is not None:
            return _one(own.mention.actor)
        return self._through(token) or self._back(token)

    def _pronoun(self, token: Token) -> Actors:
        """The subject of its clause or of the one above, else who led a sentence before.

        *Germany said it would*, *Russia and its army*, *asked him*.
        """
        verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        own = subject(verb) if verb is not None else None
        if verb is None or own is None:
            return self._before(token)
        if own.left_edge.i <= token.i <= own.right_edge.i:
            above = _subject_above(verb)
            found = self._at(above) if above is not None and above != token else ()
            return found or self._before(token)
        mine = self._at(own)
        if token.lower_ in _THEIRS:
            return mine or self._before(token)
        if token.lower_ in _VAGUE:
            return ()
        above = _subject_above(verb)
        found = self._at(above) if above is not None and above != own else ()
        return tuple(actor for actor in found or self._before(token) if actor not in mine)

    def _before(self, token: Token) -> Actors:
        at, person = self._base + token.idx, token.lower_ in _PERSONAL
        return _one(self._cast.pronoun(at, person=person))

    def _through(self, token: Token) -> Actors:
        """Whose troops, leaders or members they are: *of Chad*, *his men*, an apposition."""
        lemma = token.lemma_.lower()
        former = any(t.lower_ in self._words.former for t in token.lefts)
        if former or lemma in self._words.private:
            return ()
        for part in token.children:
            if part.dep_ == "poss" and part.lower_ in _THEIRS:
                return self._at(part)
            if part.dep_ == "appos":
                own = self.of(together(part))
                if own:
                    return own
        written = lemma in self._words.papers
        if written or lemma in self._acting:
            for link in ("by", *_LINKS) if written else _LINKS:
                found = self.of(t for t in after(token, link) if self._acts_for(t, token))
                if found:
                    return found
        return ()

    def _acts_for(self, named: Token, head: Token) -> bool:
        """Whether the head acts for whom it is *of*: rebels of a state do not act for it."""
        near = self._near(named)
        item = next((n for n in near if n.mention.start <= named.idx < n.mention.end), None)
        return item is None or acts_for(item, head, self._words)

    @staticmethod
    def _described(token: Token) -> bool:
        """*The two Libyan leaders*: by an adjective that names nobody of the case."""
        return any(t.text[0].isupper() and t.i != t.sent.start for t in token.lefts)

    def _back(self, token: Token) -> Actors:
        """*The group*, *both sides*, *the army*: somebody spoken of before."""
        lemma, at = token.lemma_.lower(), self._base + token.idx
        before = {t.lower_ for t in token.lefts}
        if token.lower_ == "both":
            return self._cast.last_two(at, _ANY)
        start = self._base + token.sent.start_char
        if lemma == "belligerent" or (lemma in _SIDES and before & (_TWO | _AT_WAR)):
            return self._cast.sides(start)
        if lemma in _PAIRS and before & _TWO and not self._described(token):
            return self._cast.last_two(start, _PAIRS[lemma])
        if not before & _DEFINITE or any(t.pos_ == "PROPN" for t in token.lefts):
            return ()
        if lemma in _GROUPS and len(before) == 1:
            return _one(self._cast.last(at, _GROUPS[lemma]))
        if lemma in _ORGANS:
            return _one(self._cast.last(at, _STATES))
        if lemma in self._words.officials:
            return _one(self._cast.pronoun(at, person=True))
        return ()


def _one(actor: str | None) -> Actors:
    return () if actor is None else (actor,)


def _subject_above(verb: Token) -> Token | None:
    """The subject that a clause depends on: *Germany* of *Germany said it would give*."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        own = subject(verb)
        if own is not None:
            return own
    return subject(verb.head) if verb.dep_ in {"advcl", "ccomp"} else None
