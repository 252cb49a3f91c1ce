"""What a case says that reading cannot use: issues it cannot tell apart, cues that decide nothing.

Issues are told apart by leaving out each example in turn and asking the others whose it is (the
closed form for ridge regression: Allen 1974). Cues are tried on their own words and on all the
case's sentences.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from volteface.case.cues import ANY, ARTICLES
from volteface.case.problem import Problem
from volteface.case.schema import Case
from volteface.coding.case_sentences import Sentence, case_sentences, cue_in_words
from volteface.coding.cue_language import tokenised
from volteface.coding.cues import CueMatcher
from volteface.coding.grammar import text_of
from volteface.coding.mention import Mention
from volteface.coding.similarity import RIDGE
from volteface.coding.vectors import Encoder

FILE = "issues.toml"
CONFUSED = 0.4
"""Share of two issues' sentences that are taken for the other's: then they are not told apart."""
FEWEST = 4
"""Sentences of two issues on which that is judged."""
EVERYWHERE = 0.3
"""Share of the case's sentences that no cue of one pole ought to match."""
ENOUGH = 20
"""Sentences on which that is judged."""


def case_doubts(case: Case, vectors: Encoder | None) -> list[Problem]:
    """Warnings about the case's issues, in order of their lines.

    Args:
        case: A case without errors.
        vectors: Sentence vectors; without them confusion is not looked for.
    """
    path = Path(case.folder) / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    found = [*_idle_cues(case, lines), *_common_cues(case, lines)]
    if vectors is not None:
        found += _confused(case, vectors, lines)
    return sorted(found, key=lambda problem: problem.line or 0)


def _line(lines: Sequence[str], text: str) -> int | None:
    return next((n for n, line in enumerate(lines, start=1) if f'"{text}"' in line), None)


def _warning(lines: Sequence[str], text: str, message: str) -> Problem:
    return Problem("warning", FILE, _line(lines, text), message)


def _mentions(doc: Doc, case: Case) -> list[Mention]:
    """Names of the case's actors, as they stand in the case."""
    return [
        Mention(found.start(), found.end(), actor.id, None)
        for actor in case.actors
        for found in re.finditer(re.escape(actor.name), text_of(doc))
    ]


def _idle_cues(case: Case, lines: Sequence[str]) -> Iterator[Problem]:
    """A cue that does not match even its own words never matches."""
    names = {actor.id: actor.name for actor in case.actors}
    anybody = {ANY: case.actors[0].name} if case.actors else {}
    for issue in case.issues:
        matcher = CueMatcher([issue], case.actors)
        for pole in (issue.plus, issue.minus):
            for cue in pole.cues:
                said = cue_in_words(cue, names | anybody)
                doc = tokenised(" ".join(w for w in said.split() if w.lower() not in ARTICLES))
                if not matcher.match(doc, 0, len(doc), _mentions(doc, case)):
                    wrong = f'issue {issue.id}: cue "{cue}" never matches, not even "{said}"'
                    yield _warning(lines, cue, wrong)


def _common_cues(case: Case, lines: Sequence[str]) -> Iterator[Problem]:
    """A cue that is found in a good part of all sentences says nothing of its issue."""
    docs = [tokenised(one.text) for one in case_sentences(case) if not one.cue]
    if len(docs) < ENOUGH:
        return
    matcher = CueMatcher(case.issues, case.actors)
    hits = Counter(
        found
        for doc in docs
        for found in {
            (match.issue, match.cue)
            for match in matcher.match(doc, 0, len(doc), _mentions(doc, case))
        }
    )
    for (issue, cue), count in hits.items():
        if count > EVERYWHERE * len(docs):
            wrong = (
                f'issue {issue}: cue "{cue}" matches {count} of the case\'s {len(docs)} sentences'
            )
            yield _warning(lines, cue, f"{wrong}, of whatever issue: say more in it")


def _confused(case: Case, vectors: Encoder, lines: Sequence[str]) -> Iterator[Problem]:
    sentences = case_sentences(case)
    taken = _taken_for(sentences, len(case.issues), vectors)
    counts = [sum(s.issue == n and not s.cue for s in sentences) for n in range(len(case.issues))]
    for one, first in enumerate(case.issues):
        for two in range(one + 1, len(case.issues)):
            second = case.issues[two]
            wrong = [*taken[one, two], *taken[two, one]]
            both = counts[one] + counts[two]
            mutual = taken[one, two] and taken[two, one]
            if mutual and both >= FEWEST and len(wrong) >= CONFUSED * both:
                shown = "; ".join(f'"{text}"' for text in (taken[one, two][0], taken[two, one][0]))
                said = (
                    f"issues {first.id} and {second.id} cannot be told apart: {len(wrong)} of "
                    f"their {both} sentences are taken for the other's, such as {shown}"
                )
                yield Problem("warning", FILE, _line(lines, second.id), said)


def _taken_for(
    sentences: Sequence[Sentence], issues: int, vectors: Encoder
) -> defaultdict[tuple[int, int], list[str]]:
    """Examples of one issue that the others put on another: by the two issues' numbers."""
    known = vectors.encode([s.text for s in sentences], keep=True).astype(np.float64)
    targets = np.eye(issues + 1)[[s.issue for s in sentences]]
    inverse = np.linalg.inv(known @ known.T + RIDGE * np.eye(len(known)))
    left_out = targets - (inverse @ targets) / np.diag(inverse)[:, None]
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for sentence, scores in zip(sentences, left_out, strict=True):
        chosen = int(np.argmax(scores))
        if sentence.issue < issues and chosen != sentence.issue and not sentence.cue:
            found[sentence.issue, chosen].append(sentence.text)
    return found
