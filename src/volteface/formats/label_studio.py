"""Tasks of Label Studio (1.x), as a JSON array or JSON lines: one task a report.

What the machine read is a prediction of the task, what people coded an annotation; their results
are the marks of :mod:`volteface.formats.marks` as labels of the text, and their links as
relations. The rest of the ledger travels in the task's data, which Label Studio leaves as it is.
Offsets count characters, as Label Studio has done since 1.5; older files count UTF-16 units, and
their quoted words say so.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD
from volteface.formats.found import Fault, Found, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import JsonStream, compact, lines_of
from volteface.formats.marks import (
    SAYS,
    Link,
    Mark,
    Marked,
    found_in,
    marked,
    rest_of_text,
    seal,
)
from volteface.formats.names import Names
from volteface.formats.record_json import Json, to_json
from volteface.formats.text_file import text_file
from volteface.ledger.machine import MACHINE
from volteface.records import Report, Statement

_LINES = {".jsonl", ".ndjson"}


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write tasks, on lines if the file's name ends in ``.jsonl``."""
    del names
    on_lines = path.suffix in _LINES
    with path.open("w", encoding="utf-8", newline="\n") as file:
        before = "" if on_lines else "["
        for number, bundle in enumerate(bundles, start=1):
            file.write(before + compact(_task(number, bundle)))
            before = "\n" if on_lines else ",\n"
        file.write("\n" if on_lines or before != "[" else "[")
        file.write("" if on_lines else "]\n")


def _task(number: int, bundle: Bundle) -> Json:
    report = bundle.report
    annotations: list[Json] = []
    predictions: list[Json] = []
    people: list[Marked] = []
    for coder, statements in _by_coder(bundle).items():
        has = marked(to_json(statement) for statement in statements)
        if coder.startswith(f"{MACHINE}/"):
            predictions.append({"model_version": coder, "result": _result(has, report)})
        else:
            people.append(has)
            annotations.append({"completed_by": {"email": coder}, "result": _result(has, report)})
    own = {"as": seal(*people), "bundle": rest_of_text(bundle)}
    data = {"text": report.text, "title": report.title, "path": report.path, FIELD: own}
    return {"id": number, "data": data, "annotations": annotations, "predictions": predictions}


def _by_coder(bundle: Bundle) -> dict[str, list[Statement]]:
    known = {statement.id: statement for statement in bundle.statements}
    found: dict[str, list[Statement]] = {}
    for made in bundle.made:
        found[made.coder] = [known[record] for record in made.records if record in known]
    for hand in bundle.by_hand:
        if hand.action == "added" and hand.record in known:
            found.setdefault(hand.who, []).append(known[hand.record])
    return {coder: statements for coder, statements in found.items() if statements}


def _result(has: Marked, report: Report) -> list[Json]:
    names = {mark: f"m{at}" for at, mark in enumerate(has.marks, start=1)}
    shown = {"from_name": "label", "to_name": "text", "type": "labels"}
    regions: list[Json] = [
        {
            "id": name,
            **shown,
            "value": {
                "start": mark.start,
                "end": mark.end,
                "text": report.text[mark.start : mark.end],
                "labels": [mark.label],
            },
        }
        for mark, name in names.items()
    ]
    return regions + [
        {
            "type": "relation",
            "from_id": names[link.source],
            "to_id": names[link.target],
            "direction": "right",
            "labels": [link.kind],
        }
        for link in has.links
    ]


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in tasks, ours or another's; ``line`` is the line, or the number of the task."""
    with text_file(path, tell) as file:
        if path.suffix in _LINES:
            for line, written in lines_of(file):
                try:
                    yield from _found(line, json.loads(written))
                except json.JSONDecodeError as error:
                    yield Fault(line, f"is no JSON: {error}")
            return
        number = 0
        stream = JsonStream(file)
        try:
            for number in stream.entries():
                yield from _found(number, stream.value())
        except ValueError as error:
            yield Fault(number + 1, f"is no JSON from here on: {error}")


def _found(number: int, task: Any) -> Iterator[Found]:  # noqa: ANN401 - whatever JSON can hold
    try:
        data = task["data"]
        where = Where(
            path=data.get("path"),
            title=data.get("title"),
            text=data["text"],
            published=data.get("published") or data.get("date"),
            outlet=data.get("outlet"),
        )
        has = [_marked(each.get("result") or ()) for each in task.get("annotations") or ()]
        own = data.get(FIELD) or {}
        # Nobody has annotated: what the machine predicted stands as it was.
        every = Marked(
            tuple(dict.fromkeys(mark for one in has for mark in one.marks)),
            tuple(dict.fromkeys(link for one in has for link in one.links)),
        )
        own = own | {"as": seal(every)} if own.get("as") == seal(*has) else own
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        yield Fault(number, f"is no task with a text: {error}")
        return
    yield from found_in(number, where, every, own)


def _marked(result: Iterable[Json]) -> Marked:
    marks: dict[str, list[Mark]] = {}
    links: list[Link] = []
    for region in result:
        value = region.get("value") or {}
        if region.get("type") == "relation":
            source, target = (marks[region[name]][0] for name in ("from_id", "to_id"))
            links.append(Link(source, target, (region.get("labels") or [SAYS])[0]))
        elif "start" in value:
            named = value.get("labels") or value.get("hypertextlabels") or ()
            place = (int(value["start"]), int(value["end"]))
            marks[region["id"]] = [Mark(*place, str(name), value.get("text")) for name in named]
    return Marked(tuple(mark for each in marks.values() for mark in each), tuple(links))
