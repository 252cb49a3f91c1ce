"""Records as JSON and back; what comes back equals what went in.

The form is that of ``volteface read --jsonl`` and, for reports, their text and hash beside it.
"""

from datetime import date
from typing import Any, TypeAlias, TypeVar, get_args

from volteface.coding import wire
from volteface.records import (
    Candidate,
    Claim,
    DateInterval,
    Direction,
    Event,
    EventType,
    Figure,
    Kind,
    Mode,
    Number,
    Precision,
    Register,
    Report,
    Span,
    Statement,
    Voice,
)

Json: TypeAlias = dict[str, Any]
Record: TypeAlias = Report | Statement | Event | Claim

_Value = TypeVar("_Value")
_ALLOWED = {
    "voice": get_args(Voice),
    "kind": get_args(Kind),
    "register": get_args(Register),
    "type": get_args(EventType),
    "mode": get_args(Mode),
    "direction": get_args(Direction),
    "what": get_args(Figure),
    "precision": get_args(Precision),
}


def to_json(record: Record) -> Json:
    """The record as a JSON object, without the path of its report."""
    match record:
        case Report():
            line = wire.report_line(record) | {"text": record.text, "sha256": record.sha256}
        case Statement() | Event() | Claim():
            line = _told(record)
    del line["record"]
    return line


def _told(record: Statement | Event | Claim) -> Json:
    # The wire names the report's path, which only a report knows.
    nowhere = Report(record.report, "", "", "", None, None, None, None)
    match record:
        case Statement():
            line = wire.statement_line(record, nowhere)
        case Event():
            line = wire.event_line(record, nowhere)
        case Claim():
            line = wire.claim_line(record, nowhere)
    del line["path"]
    return line


def report_of(data: Json) -> Report:
    """The report of a JSON object.

    Raises:
        ValueError: A field is missing or is not what it must be; the message names it.
    """
    names = ("id", "path", "text", "sha256")
    maybe = ("title", "outlet", "language", "duplicate_of", "note")
    fields: Json = {name: text(data, name) for name in names}
    fields |= {name: optional(data, name, str) for name in maybe}
    return Report(
        **fields,
        published=_interval(data, "published"),
        removed=spans(data, "removed"),
    )


def statement_of(data: Json) -> Statement:
    """The statement of a JSON object.

    Raises:
        ValueError: As for :func:`report_of`.
    """
    names = ("id", "utterance", "report", "text")
    maybe = ("person", "actor", "role", "about", "addressee", "issue", "repeats", "reason")
    fields: Json = {name: text(data, name) for name in names}
    fields |= {name: optional(data, name, str) for name in maybe}
    fields |= {name: spans(data, name) for name in ("content", "speaker", "cue")}
    fields |= {name: _allowed(data, name) for name in ("voice", "kind", "register")}
    return Statement(
        **fields,
        via=_texts(data, "via"),
        endorsed=needed(data, "endorsed", bool),
        said_on=_interval(data, "said_on"),
        stance=_number(data, "stance"),
        confidence=_figure(data, "confidence"),
        candidates=tuple(
            Candidate(optional(c, "issue", str), _number(c, "stance"), _figure(c, "p"))
            for c in _objects(data, "candidates")
        ),
    )


def event_of(data: Json) -> Event:
    """The event of a JSON object.

    Raises:
        ValueError: As for :func:`report_of`.
    """
    fields: Json = {name: _allowed(data, name) for name in ("type", "mode", "voice")}
    fields |= {name: text(data, name) for name in ("id", "report", "text")}
    fields |= {name: optional(data, name, str) for name in ("place", "issue")}
    return Event(
        **fields,
        content=spans(data, "content"),
        actors=_texts(data, "actors"),
        recipients=_texts(data, "recipients"),
        when=_interval(data, "when"),
        numbers=tuple(
            Number(_allowed(n, "what"), needed(n, "value", int), optional(n, "source", str))  # type: ignore[arg-type]
            for n in _objects(data, "numbers")
        ),
        stance=_number(data, "stance"),
    )


def claim_of(data: Json) -> Claim:
    """The claim of a JSON object.

    Raises:
        ValueError: As for :func:`report_of`.
    """
    names = ("id", "report", "text", "holder", "condition", "consequence")
    return Claim(
        **{name: text(data, name) for name in names},
        content=spans(data, "content"),
        endorsed=needed(data, "endorsed", bool),
        direction=_allowed(data, "direction"),  # type: ignore[arg-type]
        matches=optional(data, "matches", str),
    )


def text(data: Json, name: str) -> str:
    """A field that must be a text.

    Raises:
        ValueError: It is none.
    """
    return needed(data, name, str)


def needed(data: Json, name: str, kind: type[_Value]) -> _Value:
    """A field that must be there and of the kind.

    Raises:
        ValueError: It is not.
    """
    found = optional(data, name, kind)
    if found is None:
        raise ValueError(f"{name} is missing")
    return found


def optional(data: Json, name: str, kind: type[_Value]) -> _Value | None:
    """A field that may be missing or null.

    Raises:
        ValueError: It is of another kind.
    """
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{name} is {value!r:.40}, not {_KINDS[kind]}")
    return value


_KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def spans(data: Json, name: str) -> tuple[Span, ...]:
    """A list of pairs of whole numbers.

    Raises:
        ValueError: It is none.
    """
    found: list[Span] = []
    for pair in optional(data, name, list) or []:
        match pair:
            case [int(start), int(end)]:
                found.append((start, end))
            case _:
                raise ValueError(f"{name} has {pair!r:.40}, not [start, end]")
    return tuple(found)


def _number(data: Json, name: str) -> float | None:
    value = data.get(name)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise ValueError(f"{name} is {value!r:.40}, not a number")


def _figure(data: Json, name: str) -> float:
    found = _number(data, name)
    if found is None:
        raise ValueError(f"{name} is missing")
    return found


def _allowed(data: Json, name: str) -> str:
    value = text(data, name)
    if value not in _ALLOWED[name]:
        raise ValueError(f"{name} is {value!r:.40}; allowed: {', '.join(_ALLOWED[name])}")
    return value


def _texts(data: Json, name: str) -> tuple[str, ...]:
    values = optional(data, name, list) or []
    if not all(isinstance(value, str) for value in values):
        raise ValueError(f"{name} is not a list of texts")
    return tuple(values)


def _objects(data: Json, name: str) -> list[Json]:
    values = optional(data, name, list) or []
    if not all(isinstance(value, dict) for value in values):
        raise ValueError(f"{name} is not a list of objects")
    return values


def _interval(data: Json, name: str) -> DateInterval | None:
    found = optional(data, name, dict)
    if found is None:
        return None
    days = [date.fromisoformat(text(found, each)) for each in ("earliest", "latest")]
    chosen: Json = {"precision": _allowed(found, "precision")}
    return DateInterval(days[0], days[1], basis=text(found, "basis"), **chosen)
