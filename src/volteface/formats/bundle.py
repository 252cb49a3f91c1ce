"""All that a ledger holds on one report: what travels together from one ledger to another."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, get_args

from volteface.formats.record_json import Json, Record, optional, text, to_json
from volteface.ledger.entries import Choice, Decision
from volteface.records import Claim, Event, Report, Statement


@dataclass(frozen=True, slots=True)
class Made:
    """A coder's last reading of a report; ``records`` are the ids of what it made and holds.

    ``counts`` is false for a second reading, beside another coder's.
    """

    coder: str
    key: str
    version: str | None
    records: tuple[str, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person decided on a record: entered it, or noted something on it."""

    record: str
    action: Literal["added", "noted"]
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """One report of a ledger with what holds of it."""

    report: Report
    made: tuple[Made, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    decisions: tuple[Decision, ...] = ()


def frame_json(bundle: Bundle) -> Json:
    """The report, its readings and what people decided, as one JSON object."""
    return {
        "report": to_json(bundle.report),
        "readings": [
            {
                "coder": m.coder,
                "key": m.key,
                "version": m.version,
                "counts": m.counts,
                "records": list(m.records),
            }
            for m in bundle.made
        ],
        "by_hand": [
            {"record": h.record, "action": h.action, "who": h.who, "why": h.why}
            for h in bundle.by_hand
        ],
        "decisions": [asdict(d) | {"at": d.at.isoformat()} for d in bundle.decisions],
    }


def whole_json(bundle: Bundle, *, leave: tuple[str, ...] = ()) -> Json:
    """The bundle as one JSON object, without the kinds of record to ``leave`` out."""
    told: dict[str, tuple[Record, ...]] = {
        "statements": bundle.statements,
        "events": bundle.events,
        "claims": bundle.claims,
    }
    lists = {
        name: [to_json(record) for record in records]
        for name, records in told.items()
        if name not in leave
    }
    return frame_json(bundle) | lists


def made_of(data: Json) -> Made:
    """A reading from its JSON object.

    Raises:
        ValueError: A field is missing or is not what it must be.
    """
    return Made(
        text(data, "coder"),
        text(data, "key"),
        optional(data, "version", str),
        tuple(str(record) for record in data.get("records", ())),
        counts=data.get("counts") is not False,
    )


def by_hand_of(data: Json) -> ByHand:
    """What a person decided from its JSON object.

    Raises:
        ValueError: A field is missing or is not what it must be.
    """
    action = text(data, "action")
    if action not in {"added", "noted"}:
        raise ValueError(f"action is {action!r:.40}; allowed: added, noted")
    kept: Literal["added", "noted"] = "added" if action == "added" else "noted"
    return ByHand(text(data, "record"), kept, text(data, "who"), text(data, "why"))


def decision_of(data: Json) -> Decision:
    """A decision from its JSON object.

    Raises:
        ValueError: A field is missing or is not what it must be.
    """
    choice = text(data, "choice")
    if choice not in get_args(Choice):
        raise ValueError(f"choice is {choice!r:.40}; allowed: {', '.join(get_args(Choice))}")
    kept: Choice = choice  # type: ignore[assignment]
    return Decision(
        number=0,
        record=text(data, "record"),
        coder=text(data, "coder"),
        choice=kept,
        at=datetime.fromisoformat(text(data, "at")),
        result=optional(data, "result", str),
        version=optional(data, "version", int),
        why=optional(data, "why", str),
        settles=data.get("settles") is True,
    )
