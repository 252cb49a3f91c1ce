"""What a row carries beside its format's own fields, and what is made of it when it comes back.

The rest of a report (its text, who read it, the records that have no rows of their own) travels
with the report's first row. A row of ours that was changed in another program is known by the
digest of its fields; it then counts as that program's user's coding.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from volteface.formats.bundle import Bundle, whole_json
from volteface.formats.found import Fault, Kept, Part
from volteface.formats.json_stream import compact
from volteface.formats.record_json import Json, Record, to_json
from volteface.ledger.words import unescape

FIELD = "volteface"
"""The name of the field, column or key that carries it."""

_PARTS: dict[str, Part] = {
    "readings": "reading",
    "statements": "statement",
    "events": "event",
    "claims": "claim",
    "by_hand": "by_hand",
    "decisions": "decision",
}


def digest(fields: Sequence[Any]) -> str:
    """A digest of a row's fields, of 64 bits."""
    return hashlib.sha256(compact([str(field) for field in fields]).encode()).hexdigest()[:16]


def carried(record: Record | None, fields: Sequence[Any], rest: Json | None) -> Json:
    """What a row carries.

    Args:
        record: The record that the row is about.
        fields: The row's own fields, as they are written.
        rest: The rest of the report, on its first row.
    """
    data: Json = {}
    if record is not None:
        data |= {"as": digest(fields), "record": to_json(record)}
    return data if rest is None else data | {"bundle": rest}


def rest_of(bundle: Bundle, leave: str) -> Json:
    """A bundle without the records that have rows of their own."""
    return whole_json(bundle, leave=(leave,))


def kept_parts(line: int, data: Json) -> Iterator[Kept | Fault]:
    """The parts of a carried bundle."""
    report = data.get("report")
    if not isinstance(report, dict) or not isinstance(report.get("id"), str):
        yield Fault(line, f"what volteface wrote into {FIELD} was changed and cannot be read")
        return
    name: str = report["id"]
    yield Kept(line, name, "report", report)
    for key, part in _PARTS.items():
        for each in data.get(key, ()):
            yield Kept(line, name, part, each)


def unchanged(data: Json, fields: Sequence[Any]) -> bool:
    """Whether a row's own fields are as volteface wrote them."""
    return bool(data.get("as") == digest(fields))


def parse(written: str) -> Json:
    """What a cell carries; nothing where it is empty or no longer what volteface wrote."""
    try:
        data = json.loads(unescape(written))
    except json.JSONDecodeError:
        return {}
    return data if isinstance(data, dict) else {}
