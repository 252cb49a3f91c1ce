"""Statements of FollowTheMoney (4.x), as CSV or, if the file's name says so, as JSON lines.

Each row says one thing of one entity. A report is an Article, a statement a Note on it, an event
an Event, an actor a LegalEntity. What these schemata have no property for travels in a last column
of our own beside the row that opens an entity; FollowTheMoney's readers leave it alone.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, digest, kept_parts, parse, rest_of
from volteface.formats.cells import allow_long_cells
from volteface.formats.found import Coded, Fault, Found, Kept, Quote, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact, lines_of
from volteface.formats.labels import meant
from volteface.formats.names import Names, label
from volteface.formats.record_json import Json, to_json
from volteface.formats.text_file import text_file
from volteface.ledger.words import escape, unescape
from volteface.records import Event, Report, Statement

COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin"),
    *("lang", "original_value", "external", "first_seen", "last_seen", "id"),
)
_DATASET = "volteface"
_TYPES = {
    **dict.fromkeys(("name",), "name"),
    **dict.fromkeys(("bodyText", "description", "summary"), "text"),
    **dict.fromkeys(("entity", "involved", "proof"), "entity"),
    **dict.fromkeys(("date", "startDate", "endDate", "publishedAt"), "date"),
    **dict.fromkeys(("title", "fileName", "publisher", "keywords", "author"), "string"),
    "language": "language",
    "location": "address",
    "id": "id",
}
_DOCUMENTS = frozenset({"Article", "Document", "HyperText", "Pages", "PlainText"})
_LINES = {".json", ".jsonl", ".ndjson"}

Said = tuple[str, str]
"""A property and its value."""


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write statements."""
    known: set[str] = set()
    with _writer(path) as put:
        for bundle in bundles:
            for entity, schema, said, own in _entities(bundle, names, known):
                put(entity, schema, ("id", entity), own)
                for each in said:
                    put(entity, schema, each, None)


def _entities(
    bundle: Bundle, names: Names, known: set[str]
) -> Iterator[tuple[str, str, list[Said], Json | None]]:
    article = f"{_DATASET}-{bundle.report.id}"
    own: Json = {"bundle": rest_of(bundle, "statements")}
    yield article, "Article", _article(bundle.report), own
    actors = [s.actor for s in bundle.statements if s.actor is not None]
    actors += [actor for event in bundle.events for actor in (*event.actors, *event.recipients)]
    for actor in dict.fromkeys(actors):
        if actor not in known:
            known.add(actor)
            yield _actor(actor), "LegalEntity", [("name", names.actor_name(actor) or "?")], None
    for statement in bundle.statements:
        said = _note(statement, article)
        own = {"as": _seal(said), "record": to_json(statement)}
        yield f"{_DATASET}-{statement.id}", "Note", said, own
    for event in bundle.events:
        yield f"{_DATASET}-{event.id}", "Event", _event(event, article), None


def _actor(actor: str) -> str:
    plain = actor.isascii() and actor.replace("_", "").isalnum()
    name = actor if plain else hashlib.sha256(escape(actor).encode()).hexdigest()[:16]
    return f"{_DATASET}-actor-{name}"


def _article(report: Report) -> list[Said]:
    said: list[Said] = [("fileName", report.path), ("bodyText", report.text)]
    when = report.published
    more = (
        ("title", report.title),
        ("publisher", report.outlet),
        ("publishedAt", None if when is None else when.earliest.isoformat()),
    )
    return said + [(prop, value) for prop, value in more if value]


def _note(statement: Statement, article: str) -> list[Said]:
    said: list[Said] = [("description", statement.text), ("entity", article)]
    if statement.actor is not None:
        said.append(("entity", _actor(statement.actor)))
    said.append(("keywords", label(statement.issue, statement.stance)))
    said.append(("keywords", statement.register))
    if statement.person:
        said.append(("name", statement.person))
    return said


def _event(event: Event, article: str) -> list[Said]:
    said: list[Said] = [("name", event.type), ("summary", event.text), ("proof", article)]
    said += [("involved", _actor(actor)) for actor in (*event.actors, *event.recipients)]
    if event.when is not None:
        said.append(("startDate", event.when.earliest.isoformat()))
        said.append(("endDate", event.when.latest.isoformat()))
    return said + ([("location", event.place)] if event.place else [])


def _seal(said: Iterable[Said]) -> str:
    return digest(sorted(f"{prop}={value}" for prop, value in said if value))


@contextmanager
def _writer(path: Path) -> Iterator[Any]:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, dialect=csv.unix_dialect)
        on_lines = path.suffix in _LINES
        if not on_lines:
            rows.writerow((*COLUMNS, FIELD))

        def put(entity: str, schema: str, said: Said, own: Json | None) -> None:
            row = _row(entity, schema, *said)
            if not row["value"]:
                return
            if on_lines:
                line: Json = {name: row[name] or None for name in COLUMNS if name != "prop_type"}
                line |= {"external": False} | ({} if own is None else {FIELD: own})
                file.write(compact(line) + "\n")
            else:
                carried = "" if own is None else escape(compact(own))
                rows.writerow((*row.values(), carried))

        yield put


def _row(entity: str, schema: str, prop: str, value: str) -> dict[str, str]:
    stored = escape(value)
    key = hashlib.sha1(f"{_DATASET}.{entity}.{prop}.{stored}".encode(), usedforsecurity=False)
    row = dict.fromkeys(COLUMNS, "")
    row |= {"canonical_id": entity, "entity_id": entity, "prop": prop, "prop_type": _TYPES[prop]}
    row |= {"schema": schema, "value": stored, "dataset": _DATASET, "external": "f"}
    return row | {"id": key.hexdigest()}


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in statements, ours or another's; rows of one entity stand together."""
    entities = _Entities()
    now = _Entity("", 0)
    with text_file(path, tell) as file:
        for line, row in _rows(file, on_lines=path.suffix in _LINES):
            if isinstance(row, Fault):
                yield row
                continue
            if row["entity_id"] != now.name:
                yield from entities.take(now)
                now = _Entity(row["entity_id"], line)
            now.schema = row["schema"]
            if row["prop"] != "id":
                now.said.append((row["prop"], unescape(row["value"])))
            now.own = now.own or row[FIELD]
        yield from entities.take(now)


def _rows(file: TextIO, *, on_lines: bool) -> Iterator[tuple[int, Any]]:
    wanted = ("entity_id", "prop", "schema", "value")
    if on_lines:
        for line, written in lines_of(file):
            try:
                data = json.loads(written)
                row = {name: str(data[name]) for name in wanted} | {FIELD: data.get(FIELD) or {}}
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                yield line, Fault(line, f"is no statement of FollowTheMoney: {error}")
            else:
                yield line, row
        return
    allow_long_cells()
    rows = csv.DictReader(file)
    if not set(wanted) <= set(rows.fieldnames or ()):
        yield 1, Fault(1, f"lacks a column of FollowTheMoney's: {', '.join(wanted)}")
        return
    for data in rows:
        line = rows.line_num
        if any(data[name] is None for name in wanted):
            yield line, Fault(line, "has fewer cells than the first line")
        else:
            own = parse(data.get(FIELD) or "")
            yield line, {name: data[name] for name in wanted} | {FIELD: own}


@dataclass(slots=True)
class _Entity:
    """All that is said of one entity; ``own`` is what volteface wrote beside it."""

    name: str
    line: int
    schema: str = ""
    said: list[Said] = field(default_factory=list)
    own: Json = field(default_factory=dict)

    def value(self, *props: str) -> str | None:
        """The first value of the first of these properties that has one."""
        known = dict(reversed(self.said))
        return next((known[prop] for prop in props if prop in known), None)


class _Entities:
    """The articles and actors of a file, and the notes that are made on them."""

    def __init__(self) -> None:
        self._articles: dict[str, Where] = {}
        self._names: dict[str, str] = {}

    def take(self, entity: _Entity) -> Iterator[Found]:
        """What one entity says."""
        name = entity.value("name")
        if "bundle" in entity.own:
            report = entity.own["bundle"].get("report") or {}
            self._articles[entity.name] = Where(id=report.get("id"))
            yield from kept_parts(entity.line, entity.own["bundle"])
        elif entity.schema in _DOCUMENTS:
            self._articles[entity.name] = Where(
                path=entity.value("fileName"),
                title=entity.value("title"),
                text=entity.value("bodyText"),
                published=entity.value("publishedAt", "date"),
                outlet=entity.value("publisher"),
            )
        elif entity.schema == "Note":
            base = entity.own.get("record")
            if base is not None and entity.own.get("as") == _seal(entity.said):
                yield Kept(entity.line, base["report"], "statement", base)
            else:
                yield self._coded(entity, base)
        elif name is not None and entity.schema != "Event":
            self._names[entity.name] = name

    def _coded(self, note: _Entity, base: Json | None) -> Coded | Fault:
        about = [value for prop, value in note.said if prop == "entity"]
        where = next((self._articles[name] for name in about if name in self._articles), None)
        if base is not None:
            where = Where(id=base["report"])
        if where is None:
            return Fault(note.line, "is a note on no article that stands before it")
        words = note.value("description", "summary")
        content: tuple[Quote, ...] = (Quote(words),)
        if base is not None and base["text"] == words:
            content = tuple(Quote(None, start, end) for start, end in base["content"])
        return Coded(
            note.line,
            where,
            content,
            person=note.value("name", "author"),
            actor=next((self._names[name] for name in about if name in self._names), None),
            said_on=note.value("date"),
            base=base,
            **meant([value for prop, value in note.said if prop == "keywords"]),
        )
