"""Verdicts as lines of plain text: what cannot be said, then what can, where a terminal ends."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from volteface.case.schema import Case
from volteface.records import Verdict

_SHOWN = 3
NOT_ENOUGH = "insufficient evidence"


def lines(
    verdicts: Sequence[Verdict],
    case: Case,
    beneath: Callable[[Verdict], Iterable[str]] = lambda _: (),
) -> Iterator[str]:
    """One sentence a verdict, by actor, each with the ids of the records that carry it most.

    ``volteface show ID`` leads from an id to its words. ``beneath`` gives further lines for each.
    """
    said = [v for v in verdicts if v.verdict != NOT_ENOUGH]
    open_questions = [v for v in verdicts if v.verdict == NOT_ENOUGH]
    yield case.settings.title
    if not verdicts:
        yield "Nothing can be said: no statement bears on what was asked."
    if open_questions:
        yield ""
        yield "Not enough evidence"
        for verdict in open_questions:
            yield f"  {verdict.sentence} {carriers(verdict)}"
            yield from (f"      {line}" for line in beneath(verdict))
    names = {actor.id: actor.name for actor in case.actors}
    for actor, group in groupby(said, key=lambda v: v.actor):
        yield ""
        yield names[actor]
        for verdict in group:
            yield f"  {verdict.sentence} {carriers(verdict)}"
            yield from (f"      {line}" for line in beneath(verdict))


def carriers(verdict: Verdict) -> str:
    """The first ids that carry a verdict, such as ``[s-0f.. s-3a.. and 5 more]``."""
    shown = " ".join(verdict.statements[:_SHOWN])
    rest = len(verdict.statements) - _SHOWN
    return f"[{shown} and {rest} more]" if rest > 0 else f"[{shown}]"
