"""Flat tables as CSV with commas, in UTF-8: one row a statement, every attribute a column.

Lists are written as JSON. A report without statements has a row of its own whose columns about a
statement are empty. Tables made elsewhere need only the columns that they have.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, digest, kept_parts, parse, rest_of, unchanged
from volteface.formats.cells import allow_long_cells, cell, text_of
from volteface.formats.flat import (
    COLUMNS,
    NUMBERS,
    SPANS,
    TEXTS,
    coded,
    column,
    flat,
    statement_json,
)
from volteface.formats.found import Fault, Found, Kept
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact
from volteface.formats.names import Names
from volteface.formats.record_json import Json
from volteface.formats.text_file import text_file
from volteface.ledger.words import escape

_LISTS = (*SPANS, "via", "candidates")
_SPOKEN = {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False}


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow((*COLUMNS, FIELD))
        for bundle in bundles:
            rest: Json | None = rest_of(bundle, "statements")
            for statement in bundle.statements:
                row = flat(statement, bundle.report, names)
                fields = [_written(name, row[name]) for name in COLUMNS]
                own: Json = {"as": digest(fields)}
                # A table has one kind of nothing; the ledger has two.
                blank = [name for name in TEXTS if row[name] == ""]
                own |= {"blank": blank} if blank else {}
                own |= {} if rest is None else {"bundle": rest}
                writer.writerow((*fields, escape(compact(own))))
                rest = None
            if rest is not None:
                about = [cell(bundle.report.path) if c == "path" else "" for c in COLUMNS]
                writer.writerow((*about, escape(compact({"bundle": rest}))))


def _written(name: str, value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return ""
    if name in _LISTS:
        return escape(compact(value))
    return cell(value) if isinstance(value, str) else json.dumps(value)


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in a table, ours or another's."""
    allow_long_cells()
    with text_file(path, tell) as file:
        first = file.readline()
        separator = max(",;\t", key=first.count)
        head = [column(name) for name in next(csv.reader([first], delimiter=separator), [])]
        if not {"text", "content", "start"} & set(head):
            yield Fault(1, "no column says what was said: name one text, or start and end")
            return
        for line, cells in _rows(csv.reader(file, delimiter=separator)):
            if len(cells) != len(head):
                yield Fault(line, f"{len(cells)} cells where the first line has {len(head)}")
            else:
                yield from _row(line, dict(zip(head, cells, strict=True)))


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    # The first line is not the reader's: its numbers are one behind.
    for cells in reader:
        if any(cells):
            yield reader.line_num + 1, cells  # type: ignore[attr-defined]


def _row(line: int, cells: dict[str, str]) -> Iterator[Found]:
    own = parse(cells.pop(FIELD, ""))
    if not own:
        cells = {name: written.strip() for name, written in cells.items()}
    if "bundle" in own:
        yield from kept_parts(line, own["bundle"])
        if "as" not in own:
            return
    try:
        row = {name: _value(name, written) for name, written in cells.items()}
    except ValueError as error:
        yield Fault(line, str(error))
        return
    row |= dict.fromkeys(own.get("blank", ()), "")
    if "as" in own and unchanged(own, [cells.get(name, "") for name in COLUMNS]):
        yield Kept(line, str(row["report"]), "statement", statement_json(row))
    else:
        yield coded(line, row, statement_json(row) if "as" in own else None)


def _value(name: str, written: str) -> Any:  # noqa: ANN401 - whatever a column holds
    if not written:
        return None
    if name in _LISTS and written[:1] == "[":
        try:
            return json.loads(text_of(written))
        except json.JSONDecodeError:
            raise ValueError(f"{name} is no list") from None
    if name in NUMBERS:
        try:
            return float(written)
        except ValueError:
            raise ValueError(f'{name} is "{written:.40}", not a number') from None
    if name == "endorsed":
        return _SPOKEN.get(written.strip().casefold(), True)
    return text_of(written) or None
