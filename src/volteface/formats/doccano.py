"""Texts with labels for doccano (1.8), as JSON lines: one line a report.

Entities are the marks of :mod:`volteface.formats.marks`, relations their links. Whatever else a
line has, doccano keeps as the text's metadata and gives back when it exports; there the rest of
the ledger travels.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD
from volteface.formats.found import Fault, Found, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact, lines_of
from volteface.formats.marks import Link, Mark, Marked, found_in, marked, rest_of_text, seal
from volteface.formats.names import Names
from volteface.formats.record_json import Json, to_json
from volteface.formats.text_file import text_file


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write a data set for sequence labelling with relations."""
    del names
    number = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line, bundle in enumerate(bundles, start=1):
            has = marked(to_json(statement) for statement in bundle.statements)
            numbers = {mark: number + at for at, mark in enumerate(has.marks, start=1)}
            number += len(has.marks)
            entities = [
                {"id": at, "label": m.label, "start_offset": m.start, "end_offset": m.end}
                for m, at in numbers.items()
            ]
            relations = [
                {
                    "id": at,
                    "from_id": numbers[link.source],
                    "to_id": numbers[link.target],
                    "type": link.kind,
                }
                for at, link in enumerate(has.links, start=1)
            ]
            task = {"id": line, "text": bundle.report.text, "entities": entities}
            task |= {"relations": relations, "Comments": [], "title": bundle.report.title}
            own = {"as": seal(has), "bundle": rest_of_text(bundle)}
            file.write(compact(task | {FIELD: own}) + "\n")


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in a data set, ours or doccano's own."""
    with text_file(path, tell) as file:
        for line, written in lines_of(file):
            try:
                data = json.loads(written)
                where, has, own = _line(data)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                yield Fault(line, f"is no text with labels: {error}")
            else:
                yield from found_in(line, where, has, own)


def _line(data: Json) -> tuple[Where, Marked, Json]:
    where = Where(
        path=data.get("path") or data.get("filename"),
        title=data.get("title"),
        text=data["text"],
        published=data.get("published") or data.get("date"),
        outlet=data.get("outlet"),
    )
    entities = {
        entity.get("id", at): Mark(
            int(entity["start_offset"]), int(entity["end_offset"]), str(entity["label"])
        )
        for at, entity in enumerate(data.get("entities") or ())
    }
    # Without relations doccano writes triples.
    triples = data.get("label") or data.get("labels") or ()
    marks = [*entities.values(), *(Mark(int(s), int(e), str(name)) for s, e, name in triples)]
    links = [
        Link(entities[relation["from_id"]], entities[relation["to_id"]], str(relation["type"]))
        for relation in data.get("relations") or ()
    ]
    own = data.get(FIELD)
    return where, Marked(tuple(marks), tuple(links)), own if isinstance(own, dict) else {}
