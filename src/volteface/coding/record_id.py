"""Give a record the id of its content."""

from dataclasses import asdict, replace
from datetime import date
from typing import TypeVar

from volteface.identity import Part, content_id
from volteface.records import Claim, Event, Statement

_Record = TypeVar("_Record", Statement, Event, Claim)

_PREFIXES: dict[type, str] = {Statement: "s", Event: "e", Claim: "c"}


def identified(record: _Record) -> _Record:
    """The record with its id, a hash of every other field."""
    prefix = _PREFIXES[type(record)]
    return replace(record, id=content_id(prefix, _plain(asdict(replace(record, id="")))))


def _plain(value: object) -> Part:
    """JSON-like form of a record's fields, dates as ISO 8601."""
    if isinstance(value, dict):
        return [[str(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no content id for {type(value).__name__}")
