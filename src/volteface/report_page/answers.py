"""Verdicts as the page's answers, by actor: what can be said, and what cannot."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from volteface.records import Outcome, Verdict
from volteface.report_page.behind import Behind
from volteface.report_page.content import ActorAnswers, Answer
from volteface.report_page.names import CHANNELS, Names

_ORDER: tuple[Outcome, ...] = (
    "shift",
    "gap",
    "hedge",
    "disagreement",
    "passing remark",
    "no shift",
    "insufficient evidence",
)
"""What moved comes before what did not."""


def answer(verdict: Verdict, names: Names, behind: Behind | None = None) -> Answer:
    """One verdict with its names resolved, and what stands behind it."""
    return Answer(
        actor=names.actor(verdict.actor),
        question=names.question(verdict.issue, verdict.actor),
        channel=CHANNELS[verdict.channel],
        verdict=verdict.verdict,
        sentence=verdict.sentence,
        probability=verdict.probability,
        records=verdict.statements,
        timeline=anchor(verdict.actor, verdict.issue, verdict.channel),
        against=verdict.against,
        turns=verdict.turns,
        behind=behind,
    )


def anchor(actor: str, issue: str, channel: str) -> str:
    """The name of the place on the page that shows an actor on an issue in a channel."""
    return f"line-{issue}-{actor}-{channel}"


def by_actor(
    verdicts: Iterable[Verdict],
    names: Names,
    behind: Callable[[Verdict], Behind | None] = lambda _: None,
) -> tuple[ActorAnswers, ...]:
    """Actors with their answers: those who moved first, otherwise in the given order."""
    groups = [
        (actor, sorted(group, key=_rank)) for actor, group in groupby(verdicts, lambda v: v.actor)
    ]
    return tuple(
        ActorAnswers(
            names.actor(actor),
            names.colour(actor),
            tuple(answer(v, names, behind(v)) for v in group),
        )
        for actor, group in sorted(groups, key=lambda each: _rank(each[1][0]))
    )


def tally(verdicts: Sequence[Verdict]) -> tuple[tuple[str, int], ...]:
    """How many answers of each kind, in the order of the page."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    return tuple((kind, counts[kind]) for kind in _ORDER if counts[kind])


def _rank(verdict: Verdict) -> int:
    return _ORDER.index(verdict.verdict)
