"""The statements of a report's windows as one list, what was read twice kept once."""

from collections.abc import Iterable, Sequence

from volteface.coding.echoes import SHARED
from volteface.model_reader.tally import TWICE, Tally
from volteface.records import Span, Statement


def merged(read: Sequence[Sequence[Statement]], tally: Tally) -> tuple[Statement, ...]:
    """The statements in order of their words.

    Two are one if they hold the same of the same actor's words: the same issue and side, most of
    the shorter content in common, and the same speaker. The longer content stays, as the other
    may have been cut off where its window ended; of equals the earlier.

    Args:
        read: The statements of each window.
        tally: Where what was read twice is counted.
    """
    kept: list[Statement] = []
    for one in sorted((s for window in read for s in window), key=_place):
        twin = next((n for n, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            kept.append(one)
            continue
        tally[TWICE] += 1
        if length(one.content) > length(kept[twin].content):
            kept[twin] = one
    return tuple(sorted(kept, key=_place))


def length(spans: Iterable[Span]) -> int:
    """Characters in the spans."""
    return sum(end - start for start, end in spans)


def common(one: Iterable[Span], other: Sequence[Span]) -> int:
    """Characters that two lists of spans share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def _place(one: Statement) -> tuple[object, ...]:
    return (one.content, one.cue, one.issue or "", one.stance or 0.0, one.speaker)


def _same(one: Statement, other: Statement) -> bool:
    if _message(one) != _message(other):
        return False
    shorter = min(length(one.content), length(other.content))
    return common(one.content, other.content) >= SHARED * shorter


def _message(one: Statement) -> tuple[object, ...]:
    # Speech inside speech shares its words with what it stands in, and has a speaker of its own.
    side = (one.stance or 0) > 0
    return one.voice, one.about or one.actor, one.person, one.speaker, one.issue, side
