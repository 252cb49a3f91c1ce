"""What people decided on records: whose word stands, and where they differ."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from volteface.ledger import tables
from volteface.ledger.entries import Decision
from volteface.ledger.history import history

_ROW = tables.decision.c


def all_of(connection: Connection, record: str | None = None) -> tuple[Decision, ...]:
    """The decisions on one record or on all, in order, with what was undone."""
    query = select(tables.decision).order_by(_ROW.number)
    if record is not None:
        query = query.where(_ROW.record == first_of(connection, record))
    return tuple(Decision(**row) for row in connection.execute(query).mappings())


def first_of(connection: Connection, record: str) -> str:
    """The record that was decided on, where a decision put ``record`` in its place; or itself."""
    query = select(_ROW.record).where(_ROW.result == record, _ROW.choice != "entered")
    found = connection.execute(query.order_by(_ROW.number).limit(1)).scalar()
    return record if found is None else str(found)


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """One record's decisions without those that their coders have taken back."""
    kept: list[Decision] = []
    for one in decisions:
        if one.choice != "undone":
            kept.append(one)
            continue
        at = max((n for n, other in enumerate(kept) if other.coder == one.coder), default=None)
        if at is not None:
            del kept[at]
    return kept


def standing(decisions: Iterable[Decision]) -> Decision | None:
    """The decision on one record that holds: the first coder's last, or the last that settles.

    A second coder's decision is kept beside it and changes nothing until somebody settles.
    """
    stands: Decision | None = None
    for one in in_force(decisions):
        if stands is None or one.settles or one.coder == stands.coder:
            stands = one
    return stands


def differing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Where coders differ on one record: the decision that stands, then the others; else empty.

    Of each coder the last decision counts. What was decided before a settlement is settled.
    """
    kept = in_force(decisions)
    stands = standing(decisions)
    if stands is None:
        return ()
    settled = max((one.number for one in kept if one.settles), default=0)
    last = {one.coder: one for one in kept if one.number >= settled}
    others = [
        one
        for coder, one in last.items()
        if coder != stands.coder and (one.result, one.version) != (stands.result, stands.version)
    ]
    return (stands, *others) if others else ()


def by_record(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Decisions by the record decided on, in the order of first deciding."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        found[one.record].append(one)
    return dict(found)


def approved(connection: Connection) -> frozenset[str]:
    """Ids of records that stand by a person's word, or were noted in words with *approved*."""
    praised = (history.c.action == "noted") & func.lower(history.c.why).startswith("approved")
    by_hand = history.c.reading.is_(None) & ((history.c.action == "added") | praised)
    said = set(connection.execute(select(history.c.record).where(by_hand).distinct()).scalars())
    decided = by_record(all_of(connection))
    stand = [standing(held) for held in decided.values()]
    results = {one.result for one in stand if one is not None and one.result is not None}
    touched = set(decided) | {one.result for held in decided.values() for one in held}
    return frozenset(results | (said - touched))
