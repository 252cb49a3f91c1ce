"""One sentence read twice with its span shifted: the surer reading stays."""

from collections.abc import Sequence

from volteface.records import Span, Statement

SHARED = 0.6
"""Share of the shorter content that two readings must have in common."""


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def _echoes(one: Statement, other: Statement) -> bool:
    if one.utterance == other.utterance or one.issue is None or one.issue != other.issue:
        return False
    if (one.about or one.actor) != (other.about or other.actor):
        return False
    if ((one.stance or 0) > 0) != ((other.stance or 0) > 0):
        return False
    shorter = min(_length(one.content), _length(other.content))
    return _common(one.content, other.content) >= SHARED * shorter


def without_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements less those that say again what a surer reading of the same words says.

    Two readings are of the same words where they share most of them, are about the same actor,
    and take the same side of the same issue; of equals the earlier stays.
    """
    kept: list[Statement] = []
    for one in sorted(statements, key=lambda s: -s.confidence):
        if not any(_echoes(one, other) for other in kept):
            kept.append(one)
    return [one for one in statements if one in kept]
