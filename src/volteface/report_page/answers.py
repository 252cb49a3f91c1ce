"""Verdicts as the page's answers, by actor: what can be said, and what cannot."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from volteface.positions.sensitivity import Cell, Choice
from volteface.records import Outcome, Verdict
from volteface.report_page.content import ActorAnswers, Answer, Strip
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
CHOICES: Mapping[Choice, str] = {
    "delta": "smallest change that counts",
    "probability": "how sure it must be",
    "noise": "noise of all statements, times",
}
"""What a strip varies, in words."""


def answer(verdict: Verdict, names: Names, cells: Sequence[Cell] = ()) -> Answer:
    """One verdict with its names resolved, and what it would be under other choices."""
    return Answer(
        actor=names.actor(verdict.actor),
        question=names.question(verdict.issue),
        channel=CHANNELS[verdict.channel],
        verdict=verdict.verdict,
        sentence=verdict.sentence,
        probability=verdict.probability,
        records=verdict.statements,
        timeline=anchor(verdict.actor, verdict.issue, verdict.channel),
        against=verdict.against,
        turns=verdict.turns,
        strips=tuple(_strips(cells)),
    )


def _strips(cells: Sequence[Cell]) -> Iterator[Strip]:
    for choice, row in groupby(cells, key=lambda cell: cell.choice):
        told = tuple((f"{cell.value:g}", cell.outcome, cell.chosen) for cell in row)
        yield Strip(CHOICES[choice], told)


def anchor(actor: str, issue: str, channel: str) -> str:
    """The name of the place on the page that shows an actor on an issue in a channel."""
    return f"line-{issue}-{actor}-{channel}"


def by_actor(
    verdicts: Iterable[Verdict],
    names: Names,
    cells: Callable[[Verdict], Sequence[Cell]] = lambda _: (),
) -> tuple[ActorAnswers, ...]:
    """Actors with their answers: those who moved first, otherwise in the given order."""
    groups = [
        (actor, sorted(group, key=_rank)) for actor, group in groupby(verdicts, lambda v: v.actor)
    ]
    return tuple(
        ActorAnswers(
            names.actor(actor),
            names.colour(actor),
            tuple(answer(v, names, cells(v)) for v in group),
        )
        for actor, group in sorted(groups, key=lambda each: _rank(each[1][0]))
    )


def tally(verdicts: Sequence[Verdict]) -> tuple[tuple[str, int], ...]:
    """How many answers of each kind, in the order of the page."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    return tuple((kind, counts[kind]) for kind in _ORDER if counts[kind])


def _rank(verdict: Verdict) -> int:
    return _ORDER.index(verdict.verdict)
