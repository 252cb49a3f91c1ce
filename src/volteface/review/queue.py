"""What a coder is shown, and in which order."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from volteface.case.schema import Case
from volteface.ledger import LedgerView
from volteface.ledger.decisions import by_record, differing, in_force
from volteface.ledger.machine import coder_for
from volteface.ledger.ranking import Scales

Which: TypeAlias = Literal["open", "again", "conflicts", "changed"]
"""``open``: what nobody has decided on. ``again``: what others have decided and this coder has not.
``conflicts``: where coders differ. ``changed``: what the machine now reads otherwise."""

LONGEST = 1000
"""Statements in a queue; review opens again where it stopped."""


def scales_of(case: Case) -> Scales:
    """What the case says of evidence, for ranking."""
    weights, settings = case.settings.weights, case.settings
    return Scales(
        direct=weights.direct,
        indirect=weights.indirect,
        anonymous=weights.anonymous,
        conduct=weights.conduct,
        imputed=weights.imputed,
        spread=settings.dynamics.spread,
        confidence=settings.thresholds.confidence,
    )


def queue(
    ledger: LedgerView,
    case: Case,
    coder: str,
    which: Which = "open",
    *,
    actor: str | None = None,
    issue: str | None = None,
) -> list[str]:
    """The ids of the statements to show, most informative first.

    Args:
        ledger: Where they are.
        case: By whose weights they are ranked.
        coder: Who reviews.
        which: Which of them.
        actor: Only those that bear on this actor.
        issue: Only those on this issue, or likeliest on it.
    """
    decided = by_record(ledger.decisions())
    if which == "conflicts":
        return [record for record, held in decided.items() if differing(held)]
    by_whom = {record: {one.coder for one in in_force(held)} for record, held in decided.items()}
    if which == "again":
        others = [r for r, coders in by_whom.items() if coders and coder not in coders]
        return [record for record in others if ledger.versions(record)]
    if which == "changed":
        return _changed(ledger, case, by_whom)
    done = {record for record, coders in by_whom.items() if coders} | ledger.approved()
    ranked = ledger.informative(
        scales_of(case), limit=LONGEST + len(done), actor=actor, issue=issue
    )
    return [one.record for one in ranked if one.record not in done][:LONGEST]


def _changed(ledger: LedgerView, case: Case, by_whom: dict[str, set[str]]) -> list[str]:
    """What holds and is read otherwise than before; and of what was decided, the decided one."""
    found = []
    for now, before in ledger.reread(coder_for(case)).items():
        decided: Sequence[str] = [one for one in (before, now) if by_whom.get(one)]
        found.append(decided[0] if decided else now)
    return list(dict.fromkeys(found))
