"""What speaks for each issue, and for each side of it, in one passage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from spacy.tokens import Token

from volteface.case.schema import Actor, Issue
from volteface.coding import holding_words, scope_words
from volteface.coding.conduct import is_conduct_of
from volteface.coding.cues import CueMatch, mention_tokens
from volteface.coding.grammar import text_of
from volteface.coding.holding import Holding, Speaker, holding
from volteface.coding.passage import Passage
from volteface.coding.scope import Scope, scope, topmost
from volteface.coding.verdict import Phrase

_EXACT = 3
"""Places of a cue that is not found by chance."""
LITTLE = 0.5
"""A cue of which less is asserted is little asserted."""
_STRENGTH = (0.5, 0.7, 0.8)
"""Of a cue of one place, of two, of more: the longer, the less it can mean something else."""
_INSIDE = 0.5
"""Share of a cue's tokens that must stand in the content itself."""
_QUOTES = "\"'\u2018\u201c\u00ab\u201e"
_REPORTED = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Found:
    """A match, what the sentence does to its side, and how much of it the speaker asserts.

    ``fits`` is false where the issue is about an actor's own conduct and somebody else does it.
    """

    match: CueMatch
    scope: Scope
    holding: Holding
    fits: bool

    def share(self) -> float:
        """How much of the cue counts, in [0, 1]."""
        return self.holding.share * (1 if self.fits else holding_words.ABSENT)

    def in_words(self) -> str:
        """The cue, and what turned or weakened it."""
        said = f'cue "{self.match.cue}"'
        acting = " ".join(self.scope.words)
        if acting and self.scope.factor != 1:
            said += f', {"turned" if self.scope.factor < 0 else "weakened"} by "{acting}"'
        if self.holding.words:
            said += f', little asserted: "{" ".join(self.holding.words)}"'
        return said + ("" if self.fits else ", of somebody else's conduct")


@dataclass(frozen=True, slots=True)
class CueEvidence:
    """The cues of one issue in a passage.

    ``strength`` in [0, 1] grows with the number and length of cues and with how much of them is
    asserted; ``side`` in [-1, 1] is where
    they point, after what the sentence does to them; ``found`` are the matches.
    """

    strength: float
    side: float
    found: tuple["Found", ...]

    def tokens(self) -> frozenset[int]:
        """Indices of all matched tokens."""
        return frozenset(i for found in self.found for i in found.match.tokens)

    def share(self) -> float:
        """How much is asserted of the cue that is asserted most, in [0, 1]."""
        return max((found.share() for found in self.found), default=0.0)

    def exact(self) -> bool:
        """Whether a cue of several places is found and asserted: hardly by chance."""
        return any(found.match.places >= _EXACT and found.share() >= LITTLE for found in self.found)

    def own(self) -> float:
        """How far the cue that is most the speaker's own thought is it, in [0, 1]."""
        return max((found.holding.own for found in self.found), default=0.0)

    def fits(self) -> bool:
        """Whether a cue is of the conduct that the issue is about."""
        return any(found.fits for found in self.found)

    def reason(self) -> str:
        """The cues in words: ``cue "step down", turned by "refused"``."""
        return "; ".join(dict.fromkeys(found.in_words() for found in self.found))


NO_CUE = CueEvidence(0.0, 0.0, ())


class Reading:
    """A passage prepared for the rules: its tokens, who is named where, and its quote marks."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.doc = passage.doc
        self._named = {
            i: mention.actor
            for start, (end, mention) in mention_tokens(self.doc, passage.mentions).items()
            for i in range(start, end)
            if mention.actor is not None
        }
        self._content = frozenset(t.i for t in passage.tokens() if passage.holds(t.i))
        self._speaker = Speaker(
            own=lambda token: self._named.get(token.i) == passage.actor is not None,
            other=lambda token: self._named.get(token.i) not in {None, passage.actor},
            content=self._content,
        )
        self._quoted = any(
            start and text_of(self.doc)[start - 1] in _QUOTES for start, _ in passage.content
        )

    def _reaches(self, head: Token, child: Token) -> bool:
        """A verb outside quote marks governs a whole quoted sentence only through *that*."""
        if not self._quoted or self.passage.holds(head.i) or not self.passage.holds(child.i):
            return True
        return child.dep_ not in _REPORTED or any(t.lower_ == "that" for t in child.lefts)

    def _scope(self, tokens: Iterable[int], *, belief: bool = False) -> Scope:
        inside = frozenset(tokens)
        phrase = Phrase(
            inside,
            belief=belief,
            of_fact=any(i in self._named for i in inside),
            wrong=any(self.doc[i].lemma_.lower() in scope_words.WRONGS for i in inside),
        )
        return scope(self.doc, phrase, reaches=self._reaches)

    def outer(self) -> Scope:
        """What the words outside the content do to all of it: *denied that ...*."""
        return self._scope(self._content) if self._content else Scope(1.0, ())

    def factor(self, token: Token) -> float:
        """What the sentence does to one word, in [-1, 1]."""
        return self._scope((token.i,)).factor * self.question()

    def told(self) -> float:
        """How much of the content is somebody else's thought, in [0, 1]."""
        if not self._content:
            return 0.0
        top = topmost(self.doc, self._content).i
        return 1 - holding(self.doc, (top,), self._speaker, belief=False).own

    def question(self) -> float:
        """1, or the factor on what is only asked."""
        end = self.passage.content[-1][1]
        if "?" not in text_of(self.doc)[end - 1 : end + 1]:
            return 1.0
        opening = self.passage.text().lower()
        rhetorical = (f for start, f in scope_words.RHETORICAL.items() if opening.startswith(start))
        return next(rhetorical, scope_words.QUESTION)

    def cue_evidence(
        self, matches: Sequence[CueMatch], issues: Mapping[str, Issue]
    ) -> dict[str, CueEvidence]:
        """The matches that stand in the content, by issue, with what the sentence does to them."""
        question = self.question()
        found: dict[str, list[Found]] = {}
        for match in matches:
            inside = sum(i in self._content for i in match.tokens)
            if inside >= _INSIDE * len(match.tokens):
                issue = issues[match.issue]
                found.setdefault(issue.id, []).append(self._found(match, issue, question))
        return {issue: _weigh(pairs) for issue, pairs in found.items()}

    def _found(self, match: CueMatch, issue: Issue, question: float) -> Found:
        belief = issue.kind == "belief"
        own = self._scope(match.tokens, belief=belief)
        return Found(
            match,
            Scope(own.factor * question, own.words),
            holding(self.doc, match.tokens, self._speaker, belief=belief),
            fits=issue.subject is None
            or is_conduct_of(
                issue.subject, self.doc, match.tokens, self._named, self.passage.actor
            ),
        )

    def mood(self) -> float:
        """In [-1, 1]: words of expectation (positive) against words of wish in the clause."""
        lemmas = [t.lemma_.lower() for t in self.passage.tokens()]
        belief = sum(lemma in scope_words.BELIEF for lemma in lemmas)
        wish = sum(lemma in scope_words.WISH for lemma in lemmas)
        return (belief - wish) / (belief + wish) if belief + wish else 0.0


def _weigh(pairs: Sequence[Found]) -> CueEvidence:
    strengths = [
        _STRENGTH[min(found.match.places, len(_STRENGTH)) - 1] * found.share() for found in pairs
    ]
    sides = [s * f.match.sign * f.scope.factor for s, f in zip(strengths, pairs, strict=True)]
    return CueEvidence(
        strength=1 - prod(1 - s for s in strengths),
        side=sum(sides) / sum(strengths),
        found=tuple(pairs),
    )


def fits_actor(issue: Issue, actor: str | None, blocs: Sequence[Actor]) -> bool:
    """Whether the actor can hold a position on the issue: itself or a bloc it is a member of."""
    if actor is None or not issue.holders:
        return True
    names = {actor} | {bloc.id for bloc in blocs if actor in bloc.members}
    return bool(names & set(issue.holders))


def fits_subject(issue: Issue, passage: Passage) -> bool:
    """Whether the actor whose conduct the issue is about speaks or is named in the clause."""
    if issue.subject is None or passage.actor == issue.subject:
        return True
    start, end = passage.clause
    return any(
        mention.actor == issue.subject and mention.start < end and mention.end > start
        for mention in passage.mentions
    )
