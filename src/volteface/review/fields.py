"""The fields of a record that a person can correct, and the record with some of them corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar, get_args

from volteface.case.problem import hint
from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.records import (
    Claim,
    Direction,
    Event,
    EventType,
    Kind,
    Mode,
    Register,
    Report,
    Statement,
    Voice,
)
from volteface.review import values
from volteface.review.quoting import find_quote
from volteface.review.values import Parser

Correctable = Statement | Event | Claim
_Record = TypeVar("_Record", bound=Correctable)

BY_A_PERSON = "decided by a person"
"""The reason of an issue or a stance that a person gave."""


class Field(NamedTuple):
    """One field: what a person calls it, the record's name for it, and how it is read."""

    name: str
    attribute: str
    parse: Parser


def _field(name: str, parse: Parser, attribute: str = "") -> Field:
    return Field(name, attribute or name, parse)


_KINDS: Mapping[type, tuple[Field, ...]] = {
    Statement: (
        _field("speaker", values.person, "person"),
        _field("actor", values.actor),
        _field("issue", values.issue),
        _field("stance", values.stance),
        _field("register", values.one_of(get_args(Register))),
        _field("said_on", values.days),
        _field("endorsed", values.yes_or_no),
        _field("role", values.words),
        _field("about", values.actor),
        _field("addressee", values.words),
        _field("kind", values.one_of(get_args(Kind))),
        _field("voice", values.one_of(get_args(Voice))),
        _field("via", values.listed),
        _field("quote", values.some_words),
    ),
    Event: (
        _field("type", values.one_of(get_args(EventType))),
        _field("actors", values.actors),
        _field("recipients", values.actors),
        _field("when", values.days),
        _field("mode", values.one_of(get_args(Mode))),
        _field("place", values.words),
        _field("issue", values.issue),
        _field("stance", values.stance),
        _field("voice", values.one_of(get_args(Voice))),
        _field("quote", values.some_words),
    ),
    Claim: (
        _field("holder", values.some_words),
        _field("endorsed", values.yes_or_no),
        _field("condition", values.some_words),
        _field("consequence", values.some_words),
        _field("direction", values.one_of(get_args(Direction))),
        _field("matches", values.words),
        _field("quote", values.some_words),
    ),
}


def fields_of(kind: type[object]) -> tuple[Field, ...]:
    """The fields of statements, events or claims, in the order in which they matter."""
    return _KINDS[kind]


def pairs(written: Sequence[str]) -> dict[str, str]:
    """``field=value`` texts as a mapping.

    Raises:
        UsageError: one has no ``=``, or a field stands twice.
    """
    found: dict[str, str] = {}
    for each in written:
        name, sign, value = each.partition("=")
        if not sign:
            raise UsageError(f"{each!r} is no correction: write field=value, such as stance=-0.5")
        if name in found:
            raise UsageError(f"{name} is given twice")
        found[name] = value
    return found


def corrected(record: _Record, changes: Mapping[str, str], case: Case, report: Report) -> _Record:
    """The record with some fields as a person wrote them; its id stays.

    Args:
        record: What is corrected.
        changes: What was written, by the field's name.
        case: Whose actors and issues there are.
        report: The record's report, for a quotation.

    Raises:
        UsageError: there is no such field, a value is not allowed, or issue and stance do not
            go together.
    """
    new: dict[str, Any] = parsed(type(record), changes, case)
    quote = new.pop("quote", None)
    if quote is not None:
        span = find_quote(report, quote)
        new |= {"content": (span,), "text": report.text[slice(*span)]}
    if isinstance(record, Claim):
        return replace(record, **new)
    _settle_issue(new, record)
    if isinstance(record, Statement) and new.keys() & {"issue", "stance"}:
        new["reason"] = BY_A_PERSON
    return replace(record, **new)


def parsed(kind: type[object], changes: Mapping[str, str], case: Case) -> dict[str, Any]:
    """The values that were written, by the record's own names.

    Raises:
        UsageError: there is no such field, or a value is not allowed.
    """
    known = {field.name: field for field in fields_of(kind)}
    new: dict[str, Any] = {}
    for name, written in changes.items():
        if name not in known:
            noun = kind.__name__.lower()
            raise UsageError(f"a {noun} has no field {name} ({hint(name, known)})")
        field = known[name]
        new[field.attribute] = field.parse(name, written, case)
    return new


def _settle_issue(new: dict[str, Any], record: Statement | Event) -> None:
    """A record on no issue has no stance; one on another issue needs a stance of its own."""
    issue = new.get("issue", record.issue)
    if issue is None:
        if new.get("stance") is not None:
            raise UsageError("stance without issue: say which issue it is on (issue=...)")
        new["stance"] = None
    elif new.get("stance", record.stance) is None:
        raise UsageError(f"issue={issue} without a stance: say which side (stance=...)")
    elif issue != record.issue and "stance" not in new:
        raise UsageError(f"issue={issue} is another issue: say the stance on it too (stance=...)")


def written(record: Correctable, field: Field) -> str:
    """A field's value as a person would write it."""
    if field.name == "quote":
        return record.text
    value = getattr(record, field.attribute)
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:+.2f}"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if hasattr(value, "earliest"):
        first, last = value.earliest, value.latest
        return f"{first}" if first == last else f"{first}..{last}"
    return str(value)
