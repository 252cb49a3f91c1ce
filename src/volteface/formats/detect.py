"""Which format a file has: by its name's end, and by how it begins."""

import csv
import json
from pathlib import Path
from typing import Any

from volteface.errors import UsageError
from volteface.formats.json_stream import JsonStream
from volteface.formats.kinds import KINDS
from volteface.formats.networks import SUFFIXES
from volteface.formats.text_file import text_file

_HEAD = 1 << 16
# A format is told by the names that all its entries have.
_TABLES = (({"entity_id", "prop", "schema"}, "ftm"), ({"statement id", "agreement"}, "dna"))
_OBJECTS = (
    ({"entity_id", "prop"}, "ftm"),
    ({"data"}, "label-studio"),
    ({"text", "entities"}, "doccano"),
    ({"text", "label"}, "doccano"),
    ({"text", "labels"}, "doccano"),
    ({"event"}, "plover"),
    ({"event_type"}, "plover"),
    ({"target"}, "annotations"),
    ({"@context"}, "annotations"),
    ({"prefix"}, "prov"),
    ({"bundle"}, "prov"),
    ({"volteface"}, "plover"),
)


def detect(path: Path) -> str:
    """The name of the file's format, one of :data:`volteface.formats.kinds.KINDS`.

    Raises:
        UsageError: It cannot be told, or the file holds a network and no ledger.
    """
    suffix = path.suffix.casefold()
    if suffix in SUFFIXES.values():
        raise UsageError(
            f"{path}: a network is a view of a ledger, and no ledger can be read from it"
        )
    if suffix == ".parquet":
        return "parquet"
    if suffix == ".jsonld":
        return "annotations"
    with text_file(path) as file:
        head = file.read(_HEAD).lstrip("\ufeff \t\r\n")
    found = _of_json(path, head) if head[:1] in {"{", "["} else _of_table(head)
    if found is None:
        raise UsageError(f"{path}: its format cannot be told; name it: --format {'|'.join(KINDS)}")
    return found


def _of_table(head: str) -> str | None:
    first = head.splitlines()[0] if head else ""
    separator = max(",;\t", key=first.count)
    columns = {name.strip().casefold() for name in next(csv.reader([first], delimiter=separator))}
    for names, kind in _TABLES:
        if names <= columns:
            return kind
    if separator == ";" and {"text", "concept"} <= columns:
        return "dna"
    return "csv" if len(columns) > 1 else None


def _of_json(path: Path, head: str) -> str | None:
    names = _names(path, head)
    return next((kind for wanted, kind in _OBJECTS if wanted <= names), None)


def _names(path: Path, head: str) -> set[str]:
    """The names of the first object's members: on a line, in an array, or of all the file."""
    first: Any = None
    try:
        first = json.loads(head.split("\n", maxsplit=1)[0])
    except json.JSONDecodeError:
        with text_file(path) as file:
            stream = JsonStream(file)
            try:
                if stream.peek() == "{":
                    return {next(stream.members())}
                for _ in stream.entries():
                    first = stream.value()
                    break
            except (StopIteration, ValueError):
                return set()
    if isinstance(first, list):
        first = first[0] if first else None
    return set(first) if isinstance(first, dict) else set()
