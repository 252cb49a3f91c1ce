"""A ledger without its reports' texts, to give away, and what is needed to join them again.

The shared file is a ledger: every command can ask it. In the reports all but short quotations is
blotted out, character by character, so that every place stays; words of the report that stand in
other fields are cut alike. Beside the ledger's own tables the file keeps, for each report, a
recipe: which fields were cut, and for every span the SHA-256 of its words, alone and with up to 32
characters on either side. By these the spans are found in any copy of the text.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from volteface.formats.bundle import Bundle
from volteface.formats.holdings import Tell, bundles, opened
from volteface.formats.record_json import (
    Json,
    Record,
    claim_of,
    event_of,
    report_of,
    statement_of,
    to_json,
)
from volteface.formats.redact import Windows, blotted, cut, shown
from volteface.formats.store_bundle import store_bundle
from volteface.ledger.anchors import CONTEXT
from volteface.records import Claim, Event, Span, Statement

QUOTE = 40
"""Characters of a report that may be read in a row, unless another number is asked for."""

_WORDS = frozenset(
    {
        *("title", "note", "basis", "text", "person", "role", "addressee", "reason", "via"),
        *("place", "source", "holder", "condition", "consequence"),
    }
)
"""Fields that may have words of the report."""
_PARTS = ("content", "speaker", "cue")
_TABLES = """
CREATE TABLE shared (quote INTEGER NOT NULL);
CREATE TABLE recipe (report TEXT PRIMARY KEY, data TEXT NOT NULL);
"""

Pointer: TypeAlias = list[str | int]
"""Where a field stands in a record's JSON."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What was shared: how many reports and characters there are, and how many can be read."""

    reports: int
    characters: int
    readable: int


def share(place: str | Path, path: Path, *, quote: int = QUOTE, tell: Tell | None = None) -> Shared:
    """Write a ledger without its reports' texts.

    Args:
        place: The ledger's.
        path: A file that is not there yet.
        quote: How many characters of a report may be read in a row.
        tell: Told after each report.

    Raises:
        LedgerError: The ledger cannot be read, or the file not written.
    """
    reports = characters = readable = 0
    recipes: list[tuple[str, str]] = []
    with opened(place) as database, opened(path, create=True) as out, out.write() as connection:
        for bundle in bundles(database, tell):
            less, recipe, seen = _without_text(bundle, quote)
            store_bundle(connection, less, out.clock())
            recipes.append((bundle.report.id, json.dumps(recipe)))
            reports += 1
            characters += len(bundle.report.text)
            readable += seen
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_TABLES)
        file.execute("INSERT INTO shared VALUES (?)", (quote,))
        file.executemany("INSERT INTO recipe VALUES (?, ?)", recipes)
        # Who ran what on which computer is nobody else's business.
        file.execute("DELETE FROM run")
        file.commit()
        file.execute("VACUUM")
    return Shared(reports, characters, readable)


def recipes_of(path: Path) -> dict[str, Json]:
    """The recipe of each report of a shared ledger; empty for another file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        try:
            rows = file.execute("SELECT report, data FROM recipe").fetchall()
        except sqlite3.DatabaseError:
            return {}
    return {report: json.loads(data) for report, data in rows}


def _without_text(bundle: Bundle, quote: int) -> tuple[Bundle, Json, int]:
    report = bundle.report
    windows = Windows(report.text, quote)
    told: list[Statement | Event | Claim] = [*bundle.statements, *bundle.events, *bundle.claims]
    visible = shown((span for record in told for span in record.content), quote)
    recipe: Json = {"fields": {}, "places": {}, "why": {}}
    less = replace(report, text="")
    cut_report = report_of(_cut(less, windows, report.text, quote, recipe))
    by_id = {record.id: _cut(record, windows, report.text, quote, recipe) for record in told}
    for record in told:
        recipe["places"][record.id] = _places(record, report.text)
    reasons = [*(hand.why for hand in bundle.by_hand), *(one.why for one in bundle.decisions)]
    why = {words: _short(words, windows, report.text, quote, recipe) for words in reasons}
    made = replace(
        bundle,
        report=replace(cut_report, text=blotted(report.text, visible)),
        statements=tuple(statement_of(by_id[each.id]) for each in bundle.statements),
        events=tuple(event_of(by_id[each.id]) for each in bundle.events),
        claims=tuple(claim_of(by_id[each.id]) for each in bundle.claims),
        by_hand=tuple(replace(hand, why=why[hand.why] or "") for hand in bundle.by_hand),
        decisions=tuple(replace(one, why=why[one.why]) for one in bundle.decisions),
    )
    return made, recipe, sum(end - start for start, end in visible)


def _short(words: str | None, windows: Windows, text: str, quote: int, recipe: Json) -> str | None:
    """A reason that somebody gave, with the report's words cut."""
    pieces = windows.pieces(words or "")
    if pieces is None:
        return words
    short = cut(pieces, text, quote)
    recipe["why"][short] = pieces
    return short


def _cut(record: Record, windows: Windows, text: str, quote: int, recipe: Json) -> Json:
    """The record's JSON with the report's words cut; what was cut goes into the recipe."""
    data = to_json(record)
    fields: list[tuple[Pointer, list[Any]]] = []
    for pointer, words in _words(data, []):
        pieces = windows.pieces(words)
        if pieces is not None:
            put(data, pointer, cut(pieces, text, quote))
            fields.append((pointer, list(pieces)))
    if fields:
        recipe["fields"][record.id] = fields
    return data


def _words(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:  # noqa: ANN401
    match value:
        case dict():
            for name, each in value.items():
                yield from _words(each, [*pointer, name])
        case list():
            for at, each in enumerate(value):
                yield from _words(each, [*pointer, at])
        case str() if any(name in _WORDS for name in pointer):
            yield pointer, value


def put(data: Any, pointer: Iterable[str | int], value: str) -> None:  # noqa: ANN401
    """Set the field of a record's JSON that a pointer names."""
    *way, last = pointer
    for step in way:
        data = data[step]
    data[last] = value


def _places(record: Statement | Event | Claim, text: str) -> Json:
    parts = _PARTS if isinstance(record, Statement) else ("content",)
    return {
        part: [[end - start, *hashes(text, (start, end))] for start, end in getattr(record, part)]
        for part in parts
    }


def hashes(text: str, span: Span) -> tuple[str, str, int]:
    """The digests of a span's words and of these with what stands around, and how much before."""
    start, end = span
    first = max(0, start - CONTEXT)
    around = text[first : end + CONTEXT]
    return sha(text[start:end]), sha(around), start - first


def sha(words: str) -> str:
    """SHA-256 of words."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
