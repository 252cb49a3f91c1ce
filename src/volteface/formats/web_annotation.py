"""W3C Web Annotations (2017) as JSON-LD: an annotation page, one annotation a statement.

The target is the report with a text quote and a text position selector for each span; bodies with
the purposes classifying, identifying and tagging name issue and side, actor, and register. The
whole record stands under a term of our own, which the context declares.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, carried, kept_parts, rest_of, unchanged
from volteface.formats.found import Coded, Fault, Found, Kept, Quote, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import JsonStream, compact, lines_of
from volteface.formats.labels import meant
from volteface.formats.names import Names, label
from volteface.formats.record_json import Json
from volteface.formats.text_file import text_file
from volteface.ledger.anchors import Anchor, anchors
from volteface.records import Report, Statement

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {FIELD: {"@id": "urn:volteface:record", "@type": "@json"}},
]
_PURPOSES = ("classifying", "tagging", "identifying")


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write an annotation page."""
    del names
    head = {"@context": _CONTEXT, "id": "urn:volteface:page", "type": "AnnotationPage"}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(compact(head)[:-1] + ',"items":[')
        comma = "\n"
        for bundle in bundles:
            for item in _items(bundle):
                file.write(comma + compact(item))
                comma = ",\n"
        file.write("\n]}\n")


def _items(bundle: Bundle) -> Iterator[Json]:
    report = bundle.report
    rest = carried(None, (), rest_of(bundle, "statements"))
    about: Json = {"id": f"urn:volteface:{report.id}", "type": "Annotation"}
    about |= {"motivation": "describing", "target": _source(report)}
    if report.title:
        about["body"] = {"type": "TextualBody", "purpose": "describing", "value": report.title}
    yield about | {FIELD: rest}
    for statement in bundle.statements:
        item = _annotation(statement, report)
        yield item | {FIELD: carried(statement, _fields(item), None)}


def _annotation(statement: Statement, report: Report) -> Json:
    selected = [_target(found, report) for found in anchors(report.text, statement.content)]
    bodies = [("classifying", label(statement.issue, statement.stance))]
    bodies += [("tagging", statement.register)]
    bodies += [("identifying", name) for name in (statement.actor, statement.person) if name]
    return {
        "id": f"urn:volteface:{statement.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in bodies
        ],
        "target": selected or _source(report),
    }


def _source(report: Report) -> str:
    return f"urn:volteface:{report.id}"


def _target(found: Anchor, report: Report) -> Json:
    return {
        "type": "SpecificResource",
        "source": _source(report),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": found.exact,
                "prefix": found.prefix,
                "suffix": found.suffix,
            },
            {"type": "TextPositionSelector", "start": found.start, "end": found.end},
        ],
    }


def _fields(item: Json) -> list[str]:
    return [compact(item.get("body")), compact(item.get("target"))]


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is on a page, in a list, in a single annotation, or on lines of annotations."""
    with text_file(path, tell) as file:
        if path.suffix in {".jsonl", ".ndjson"}:
            for line, written in lines_of(file):
                try:
                    yield from _item(line, json.loads(written))
                except ValueError as error:
                    yield Fault(line, f"no JSON: {error}")
            return
        number = 0
        try:
            for item in _all(JsonStream(file)):
                number += 1
                yield from _item(number, item)
        except ValueError as error:
            yield Fault(number + 1, f"no JSON from here on: {error}")


def _all(stream: JsonStream) -> Iterator[Any]:
    """The annotations, wherever the file keeps them."""
    if stream.peek() == "[":
        for _ in stream.entries():
            yield stream.value()
        return
    alone: Json = {}
    for name in stream.members():
        if name in {"items", "first", "@graph"}:
            yield from _all(stream) if stream.peek() in {"[", "{"} else (stream.value(),)
        else:
            alone[name] = stream.value()
    if "target" in alone:
        yield alone


def _item(number: int, item: Any) -> Iterator[Found]:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(item, dict):
        yield Fault(number, "is no annotation")
        return
    own = item.get(FIELD)
    if isinstance(own, dict) and "bundle" in own:
        yield from kept_parts(number, own["bundle"])
        return
    base = own.get("record") if isinstance(own, dict) else None
    if isinstance(own, dict) and base is not None and unchanged(own, _fields(item)):
        yield Kept(number, base["report"], "statement", base)
        return
    try:
        yield _coded(number, item, base)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        yield Fault(number, f"is no annotation of a text: {error}")


def _coded(number: int, item: Json, base: Json | None) -> Coded:
    targets = _list(item["target"])
    source = next(t if isinstance(t, str) else t.get("source") or t.get("id") for t in targets)
    if isinstance(source, dict):
        source = source.get("id")
    content = tuple(_quote(t) for t in targets if isinstance(t, dict) and t.get("selector"))
    tags = [
        str(body.get("value") or body.get("source"))
        for body in map(_body, _list(item.get("body")))
        if body.get("purpose", "tagging") in _PURPOSES
    ]
    said = meant(tags)
    name = str(source).removeprefix("urn:volteface:")
    where = Where(id=name, path=name, title=name)
    return Coded(number, where, content, base=base, **said)


def _body(body: Any) -> Json:  # noqa: ANN401 - whatever JSON can hold
    return {"value": body} if isinstance(body, str) else dict(body)


def _quote(target: Json) -> Quote:
    found: Json = {}
    for selector in _list(target["selector"]):
        found |= _selected(selector)
    return Quote(**found)


def _selected(selector: Any) -> Json:  # noqa: ANN401 - whatever JSON can hold
    """What a selector says, and those that refine it."""
    if not isinstance(selector, dict):
        return {}
    found: Json = {}
    match selector.get("type"):
        case "TextQuoteSelector":
            found = {"exact": selector["exact"]}
            found |= {name: selector.get(name) or "" for name in ("prefix", "suffix")}
        case "TextPositionSelector":
            found = {name: int(selector[name]) for name in ("start", "end")}
    return found | _selected(selector.get("refinedBy"))


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON can hold
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
