"""Which of a case's issues a passage bears on, and on which side: with reasons and doubts."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Self

import numpy as np

from volteface.case.schema import Case, Issue
from volteface.coding.calibration import (
    CUES_ALONE,
    WITH_VECTORS,
    Array,
    Weights,
)
from volteface.coding.case_sentences import case_sentences
from volteface.coding.compared import MEANING, around, compared, is_brief, meant
from volteface.coding.cues import CueMatcher
from volteface.coding.evidence import LITTLE, NO_CUE, CueEvidence, Reading, fits_actor, fits_subject
from volteface.coding.learnt import NOTHING, Learnt
from volteface.coding.passage import Passage
from volteface.coding.similarity import Examples, Likeness, unlike
from volteface.coding.vectors import Encoder
from volteface.coding.weighed import Evidence
from volteface.coding.wording import Wording
from volteface.records import Candidate

__all__ = ["Decision", "Passage", "StanceCoder"]

CANDIDATES = 3
SECOND = 0.5
"""The probability that a further issue needs, once those before it are set aside."""
SECOND_TRUST = 0.9
"""Factor on the probabilities of a further issue: that there is one at all is less than sure."""
_LEVEL = 0.7
"""Stance of a passage that surely takes a side, in words that are not weakened or stressed."""
_CUE_LEVEL = (0.4, 0.5)
"""The same where cues decide: the first, plus the second times how plainly they point."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A reading of a passage and its rivals.

    ``readings`` are at most three, most probable first, each an issue or none with the
    probability that the passage bears on it and the expected stance; the first is the one chosen.
    ``confidence``, in [0, 1], is the probability that the chosen issue and its side are right.
    ``reason`` says which cue or which of the case's sentences decided.
    """

    readings: tuple[Candidate, ...]
    confidence: float
    reason: str

    @property
    def issue(self) -> str | None:
        """The chosen issue, None for none."""
        return self.readings[0].issue

    @property
    def stance(self) -> float | None:
        """The stance on the chosen issue, None for none."""
        return self.readings[0].stance


class StanceCoder:
    """Codes passages by the cues, examples and pole sentences of one case.

    Raises:
        CaseError: A cue of the case cannot be read.
    """

    def __init__(
        self,
        case: Case,
        vectors: Encoder | None,
        learnt: Learnt = NOTHING,
        *,
        weights: Weights | None = None,
    ) -> None:
        """Prepare the case.

        Args:
            case: Whose issues are looked for.
            vectors: Sentence vectors, or None to go by cues alone.
            learnt: What was learnt from statements that a person has approved.
            weights: General weights; None takes those that come with the program.
        """
        self._case = case
        self._vectors = vectors
        self._issues = case.issues
        self._by_id = {issue.id: issue for issue in case.issues}
        self._numbers = {issue.id: number for number, issue in enumerate(case.issues)}
        self._blocs = [actor for actor in case.actors if actor.members]
        self._matcher = CueMatcher(case.issues, case.actors)
        self._general = weights or (WITH_VECTORS if vectors else CUES_ALONE)
        self._take(learnt)

    def taught(self, learnt: Learnt) -> Self:
        """A coder like this one that has learnt something else."""
        other = copy(self)
        other._take(learnt)  # noqa: SLF001 - of its own class
        return other

    def _take(self, learnt: Learnt) -> None:
        count = len(self._issues)
        sentences = case_sentences(self._case, learnt.approved)
        self._wording = Wording(sentences, count)
        self._examples = Examples(sentences, count, self._vectors) if self._vectors else None
        own = learnt.weights if self._vectors else None
        self._weights = own or self._general

    def code(self, passages: Sequence[Passage]) -> list[tuple[Decision, ...]]:
        """For each passage its reading, then one for each further issue that it surely bears on.

        The first decision may be that the passage is about none of the issues; further ones have
        cues of their own. A passage's decisions do not depend on those it is coded with.
        """
        return [self.decide(evidence) for evidence in self.evidence(passages)]

    def evidence(self, passages: Sequence[Passage]) -> list[Evidence]:
        """What speaks for each reading of each passage."""
        likenesses = (
            self._examples.compare(
                meant(passages, compared, self._vectors), meant(passages, around, self._vectors)
            )
            if self._examples and self._vectors
            else [unlike(len(self._issues))] * len(passages)
        )
        return [self._weigh(p, like) for p, like in zip(passages, likenesses, strict=True)]

    def _weigh(self, passage: Passage, likeness: Likeness) -> Evidence:
        reading = Reading(passage)
        tokens = passage.tokens()
        matches = self._matcher.match(passage.doc, tokens.start, tokens.end, passage.mentions)
        cues = reading.cue_evidence(matches, self._by_id)
        mood = reading.mood()
        turned = reading.outer().factor * reading.question()
        own = [cues.get(issue.id, NO_CUE) for issue in self._issues]
        worded, worded_side = self._wording.compare(passage.words(compared(passage)))
        concepts = (
            (odds, reading.factor(token))
            for token in passage.tokens()
            if passage.holds(token.i)
            and token.pos_ in MEANING
            and (odds := self._wording.concept(token.lower_, token.lemma_.lower())) is not None
        )
        issue_features = np.column_stack(
            [
                [cue.strength for cue in own],
                likeness.near,
                likeness.learnt,
                likeness.around,
                worded,
                [not fits_actor(issue, passage.actor, self._blocs) for issue in self._issues],
                [not self._fits_subject(i, passage, cues) for i in self._issues],
                [mood * (i.kind == "belief") - mood * (i.kind == "position") for i in self._issues],
                [self._yields(issue, cues) for issue in self._issues],
            ]
        )
        side_features = np.column_stack(
            [
                [cue.strength * cue.side for cue in own],
                turned * likeness.learnt_side,
                turned * worded_side,
                self._wording.lean(concepts),
            ]
        )
        brief = is_brief(passage)
        thought = max((cue.own() for cue in cues.values()), default=1 - reading.told())
        none = (
            1.0,
            likeness.learnt_none,
            1 - thought,
            float(not cues and brief),
            float(not cues and passage.deed),
            float(likeness.near.max()),
            float(worded.max()),
        )
        vague = self._examples is None or brief
        unsure = tuple(c.share() < LITTLE if c.found else vague for c in own)
        exact = [number for number, cue in enumerate(own) if cue.exact()]
        only = exact[0] if len(exact) == 1 else None
        return Evidence(cues, likeness, issue_features, side_features, none, unsure, only)

    @staticmethod
    def _fits_subject(issue: Issue, passage: Passage, cues: dict[str, CueEvidence]) -> bool:
        if issue.subject is not None and issue.id in cues:
            return cues[issue.id].fits()
        return fits_subject(issue, passage)

    def _yields(self, issue: Issue, cues: dict[str, CueEvidence]) -> float:
        """How strongly the cues of a more specific issue claim the passage."""
        specific = (cues.get(i.id, NO_CUE).strength for i in self._issues if issue.id in i.over)
        return max(specific, default=0.0)

    def decide(self, evidence: Evidence) -> tuple[Decision, ...]:
        """The decisions on one passage, from what speaks for its readings."""
        chances = evidence.chances(self._weights)
        decisions = [self._decision(chances, evidence)]
        used: frozenset[int] = frozenset()
        while (taken := decisions[-1].issue) is not None:
            used |= evidence.cues.get(taken, NO_CUE).tokens()
            number = self._numbers[taken]
            chances[2 * number : 2 * number + 2] = 0.0
            chances /= chances.sum()
            further = self._decision(chances * SECOND_TRUST, evidence)
            claimed = evidence.cues.get(further.issue or "", NO_CUE).tokens()
            if further.confidence < SECOND or not claimed - used:
                break
            decisions.append(further)
        return tuple(decisions)

    def _decision(self, chances: Array, evidence: Evidence) -> Decision:
        readings = [
            Candidate(
                issue.id,
                self._stance(chances[2 * n : 2 * n + 2], evidence.cues.get(issue.id)),
                round(float(chances[2 * n : 2 * n + 2].sum()), 4),
            )
            for n, issue in enumerate(self._issues)
        ]
        readings.append(Candidate(None, None, round(float(chances[-1]), 4)))
        readings = sorted(readings, key=lambda reading: -reading.p)[:CANDIDATES]
        chosen = readings[0].issue
        first = 2 * self._numbers[chosen] if chosen is not None else len(chances) - 1
        sure = round(float(chances[first : first + 2].max()), 4)
        return Decision(tuple(readings), sure, self._reason(chosen, evidence))

    @staticmethod
    def _stance(chances: Array, cue: CueEvidence | None) -> float:
        """The expected stance on an issue."""
        total = float(chances.sum())
        lean = float(chances[0] - chances[1]) / total if total else 0.0
        level = _CUE_LEVEL[0] + _CUE_LEVEL[1] * abs(cue.side) if cue else _LEVEL
        return round(lean * level, 3)

    def _reason(self, issue: str | None, evidence: Evidence) -> str:
        if issue is None:
            weak = ", ".join(sorted(evidence.cues))
            return f"too little for {weak}" if weak else "no cue, and no sentence of the case near"
        if issue in evidence.cues:
            return evidence.cues[issue].reason()
        near = evidence.likeness.nearest[self._numbers[issue]]
        return f'nearest: "{near}"' if near else "words of the case, and no cue"
