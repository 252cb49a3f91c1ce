"""Whom a word of the text stands for: names, people in office, troops, pronouns, *the group*."""

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from volteface.coding.belonging import acts_for, owners
from volteface.coding.events.actor_words import (
    ACTING,
    ANY,
    AT_WAR,
    DEFINITE,
    GROUPS,
    LOYAL,
    ORGANS,
    PAIRS,
    SIDES,
    STATES,
    TWO,
)
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
        ) | ACTING
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

    def named(self, sentence: SentenceSpan) -> list[tuple[int, Actors]]:
        """Who is named in a sentence, by the index of the word, those joined by *and* together."""
        found = []
        for item in self._by_sentence.get(sentence.start, []):
            if item.mention.actor is not None:
                joint = self.of(together(item.head))
                found.append((item.head.i, joint or (item.mention.actor,)))
        return found

    def above(self, trigger: Token) -> Actors:
        """Who the subject of the clause above is."""
        found = _subject_above(trigger)
        return self._at(found) if found is not None else ()

    def speaker(self, token: Token) -> str | None:
        """For whom the words are spoken that the token is one of; None for the writer's own."""
        return self._speaker(token.idx)

    def recent(self, token: Token) -> tuple[str, ...]:
        """Everybody named before the token, the last first."""
        return self._cast.recent(self._base + token.idx)

    def counted(self, token: Token) -> Mapping[str, int]:
        """How often everybody is named up to the end of the token's sentence."""
        return self._cast.counted(self._base + token.sent.end_char)

    def sides(self, token: Token) -> Actors:
        """The two who fight each other, as far as the report has told."""
        return self._cast.sides(self._base + token.idx)

    def kind(self, actor: str) -> str | None:
        """The actor's kind as the case has it."""
        return self._cast.kind(actor)

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
        mine = self._at(_controller(verb) or own)
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
        return self._loyal(token) or self._linked(token, lemma)

    def _loyal(self, token: Token) -> Actors:
        """*Forces loyal to the government*."""
        loyal = (part for part in token.children if part.lemma_.lower() in LOYAL)
        led = (self.of((*after(part, "to"), *after(part, "with"))) for part in loyal)
        return next((found for found in led if found), ())

    def _linked(self, token: Token, lemma: str) -> Actors:
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
            return self._cast.last_two(at, ANY)
        start = self._base + token.sent.start_char
        if lemma == "belligerent" or (lemma in SIDES and before & (TWO | AT_WAR)):
            return self._cast.sides(start)
        if lemma in PAIRS and before & TWO and not self._described(token):
            return self._cast.last_two(start, PAIRS[lemma])
        if not before & DEFINITE or any(t.pos_ == "PROPN" for t in token.lefts):
            return ()
        called = self._cast.called(at, token.lower_)
        if called is not None and all(t.dep_ in {"det", "amod"} for t in token.lefts):
            return (called,)
        if lemma in GROUPS and len(before) == 1:
            return _one(self._cast.last(at, GROUPS[lemma]))
        if lemma in ORGANS:
            return _one(self._cast.last(at, STATES))
        if lemma in self._words.officials:
            return _one(self._cast.pronoun(at, person=True))
        return ()


def _one(actor: str | None) -> Actors:
    return () if actor is None else (actor,)


def _controller(verb: Token) -> Token | None:
    """Who is to do what somebody else wants done: *Kiev* of *asked Kiev to end its raids*."""
    if verb.dep_ != "xcomp" or subject(verb) not in {None, subject(verb.head)}:
        return None
    return next((t for t in verb.head.children if t.dep_ in {"dobj", "dative"}), None)


def _subject_above(verb: Token) -> Token | None:
    """The subject that a clause depends on: *Germany* of *Germany said it would give*."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        own = subject(verb)
        if own is not None:
            return own
    return subject(verb.head) if verb.dep_ in {"advcl", "ccomp"} else None
