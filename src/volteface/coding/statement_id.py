"""Give a statement the id of its content."""

from dataclasses import asdict, replace
from datetime import date

from volteface.identity import Part, content_id
from volteface.records import Statement


def identified(statement: Statement) -> Statement:
    """The statement with its id, a hash of every other field."""
    return replace(statement, id=content_id("s", _plain(asdict(replace(statement, id="")))))


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
