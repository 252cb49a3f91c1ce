"""What speaks for each issue, and for each side of it, in one passage."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from spacy.tokens import Token

from volteface.case.schema import Actor, Issue
from volteface.coding import scope_words
from volteface.coding.cues import CueMatch, mention_tokens
from volteface.coding.passage import Passage
from volteface.coding.scope import Scope, scope

_STRENGTH = (0.5, 0.7, 0.8)
"""Of a cue of one place, of two, of more: the longer, the less it can mean something else."""
_INSIDE = 0.5
"""Share of a cue's tokens that must stand in the content itself."""
_QUOTES = "\"'\u2018\u201c\u00ab\u201e"
_REPORTED = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class CueEvidence:
    """The cues of one issue in a passage.

    ``strength`` in [0, 1] grows with the number and length of cues; ``side`` in [-1, 1] is where
    they point, after what the sentence does to them; ``found`` are the matches with their scope.
    """

    strength: float
    side: float
    found: tuple[tuple[CueMatch, Scope], ...]

    def tokens(self) -> frozenset[int]:
        """Indices of all matched tokens."""
        return frozenset(i for match, _ in self.found for i in match.tokens)

    def reason(self) -> str:
        """The cues in words: ``cue "step down", turned by "refused"``."""
        return "; ".join(dict.fromkeys(_in_words(match, own) for match, own in self.found))


def _in_words(match: CueMatch, own: Scope) -> str:
    effect = "turned by" if own.factor < 0 else "weakened by"
    by = " ".join(own.words)
    return f'cue "{match.cue}"' + (f', {effect} "{by}"' if by and own.factor != 1 else "")


NO_CUE = CueEvidence(0.0, 0.0, ())


class Reading:
    """A passage prepared for the rules: its tokens, who is named where, and its quote marks."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.doc = passage.doc
        self._others = {
            i
            for start, (end, mention) in mention_tokens(self.doc, passage.mentions).items()
            for i in range(start, end)
            if passage.actor and mention.actor not in {None, passage.actor}
        }
        self._named = mention_tokens(self.doc, passage.mentions)
        self._quoted = any(
            start and self.doc.text[start - 1] in _QUOTES for start, _ in passage.content
        )

    def _reaches(self, head: Token, child: Token) -> bool:
        """A verb outside quote marks governs a whole quoted sentence only through *that*."""
        if not self._quoted or self.passage.holds(head.i) or not self.passage.holds(child.i):
            return True
        return child.dep_ not in _REPORTED or any(t.lower_ == "that" for t in child.lefts)

    def scope(self, tokens: Sequence[int]) -> Scope:
        """What the sentence does to a phrase of it."""
        return scope(
            self.doc,
            tokens,
            reaches=self._reaches,
            other=lambda token: token.i in self._others,
            of_fact=any(i in self._named for i in tokens),
        )

    def outer(self) -> Scope:
        """What the words outside the content do to all of it: *denied that ...*."""
        tokens = [t.i for t in self.passage.tokens() if self.passage.holds(t.i)]
        return self.scope(tokens) if tokens else Scope(1.0, ())

    def question(self) -> float:
        """1, or the factor on what is only asked."""
        end = self.passage.content[-1][1]
        if "?" not in self.doc.text[end - 1 : end + 1]:
            return 1.0
        opening = self.passage.text().lower()
        rhetorical = (f for start, f in scope_words.RHETORICAL.items() if opening.startswith(start))
        return next(rhetorical, scope_words.QUESTION)

    def cue_evidence(self, matches: Sequence[CueMatch]) -> dict[str, CueEvidence]:
        """The matches that stand in the content, by issue, with their scope."""
        question = self.question()
        found: dict[str, list[tuple[CueMatch, Scope]]] = {}
        for match in matches:
            inside = sum(self.passage.holds(i) for i in match.tokens)
            if inside >= _INSIDE * len(match.tokens):
                own = self.scope(match.tokens)
                changed = Scope(own.factor * question, own.words)
                found.setdefault(match.issue, []).append((match, changed))
        return {issue: _weigh(pairs) for issue, pairs in found.items()}

    def mood(self) -> float:
        """In [-1, 1]: words of expectation (positive) against words of wish in the clause."""
        lemmas = [t.lemma_.lower() for t in self.passage.tokens()]
        belief = sum(lemma in scope_words.BELIEF for lemma in lemmas)
        wish = sum(lemma in scope_words.WISH for lemma in lemmas)
        return (belief - wish) / (belief + wish) if belief + wish else 0.0


def _weigh(pairs: Sequence[tuple[CueMatch, Scope]]) -> CueEvidence:
    strengths = [_STRENGTH[min(match.places, len(_STRENGTH)) - 1] for match, _ in pairs]
    sides = [s * m.sign * sc.factor for s, (m, sc) in zip(strengths, pairs, strict=True)]
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
