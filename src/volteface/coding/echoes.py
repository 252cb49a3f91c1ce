"""One sentence read twice with its span shifted: the surer reading stays."""

from collections.abc import Sequence

from volteface.records import Span, Statement

SHARED = 0.6
"""Share of the shorter content that two readings must have in common."""


_NEAR = 2_000
"""Characters: readings of the same words begin no farther apart."""


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def _same_words(one: Statement, other: Statement) -> bool:
    if one.utterance == other.utterance:
        return False
    shorter = min(_length(one.content), _length(other.content))
    return _common(one.content, other.content) >= SHARED * shorter


def _message(one: Statement) -> tuple[object, ...]:
    """Who is said to stand where, and through whom: speech within speech has a longer chain."""
    return one.about or one.actor, one.issue, (one.stance or 0) > 0, one.via


def without_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements less those that say again what a surer reading of the same words says.

    Two readings are of the same words where they share most of them, are about the same actor
    through the same chain, and take the same side of the same issue; of equals the earlier stays.
    """
    kept: dict[tuple[object, ...], list[Statement]] = {}
    echoes: set[int] = set()
    for n in sorted(range(len(statements)), key=lambda n: -statements[n].confidence):
        one = statements[n]
        if one.issue is None:
            continue
        where = one.content[0][0] // _NEAR
        message = _message(one)
        near = (k for cell in (where - 1, where, where + 1) for k in kept.get((cell, *message), ()))
        if any(_same_words(one, other) for other in near):
            echoes.add(n)
        else:
            kept.setdefault((where, *message), []).append(one)
    return [one for n, one in enumerate(statements) if n not in echoes]
