"""Decisions in words."""

from collections.abc import Iterator, Sequence

from volteface.ledger.entries import Decision


def told_conflict(differing: Sequence[Decision]) -> Iterator[str]:
    """Who decided otherwise on a record, and how to end it; nothing where coders agree."""
    if not differing:
        return
    stands, *others = differing
    names = " and ".join(sorted({one.coder for one in others}))
    yield (
        f"conflict on {stands.record}: {stands.coder} {said(stands)}, {names} decided otherwise; "
        f"both are kept and what {stands.coder} decided holds, until somebody settles "
        "(volteface review --conflicts, or correct --settle)"
    )


def said(decision: Decision) -> str:
    """What was decided and when: ``corrected it on 2016-05-31 at 12:00 UTC``."""
    return f"{decision.choice} it on {decision.at:%Y-%m-%d at %H:%M} UTC"
