"""Events as PLOVER records (Open Event Data Alliance 2018), as JSON lines: one line an event.

The fields are those of PLOVER's records: id, date, source, target, event, mode, context, text,
language, publication, dead, injured. PLOVER's mode names a kind of the event's type, which
volteface does not code; whether an event is historical, to come, possible or denied travels with
the rest of the ledger in a key of our own.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, carried, kept_parts, rest_of, unchanged
from volteface.formats.found import Fault, Found, Happened, Kept, Quote, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact, lines_of
from volteface.formats.names import Names
from volteface.formats.record_json import Json
from volteface.formats.text_file import text_file
from volteface.records import Event, Report

_MEANT = ("date", "source", "target", "event", "location", "text", "dead", "injured", "refugees")
_FIGURES = {"dead": "deaths", "injured": "injured", "refugees": "refugees"}
# As other writers of PLOVER call them.
_ALSO = {
    "event": ("event_type", "eventType", "type", "label"),
    "source": ("actor", "actors", "source_actor"),
    "target": ("recipient", "recipients", "target_actor"),
    "date": ("event_date", "eventDate"),
    "location": ("place",),
    "text": ("event_text", "sentence"),
}


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write the events of a ledger."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for bundle in bundles:
            rest: Json | None = rest_of(bundle, "events")
            for event in bundle.events:
                row = _row(event, bundle.report, names)
                own = carried(event, [compact(row.get(name)) for name in _MEANT], rest)
                file.write(compact(row | {FIELD: own}) + "\n")
                rest = None
            if rest is not None:
                file.write(compact({FIELD: carried(None, (), rest)}) + "\n")


def _row(event: Event, report: Report, names: Names) -> Json:
    when = event.when or report.published
    figures = {n.what: n.value for n in event.numbers}
    return {
        "id": event.id,
        "date": None if when is None else when.earliest.isoformat(),
        "source": _parties(event.actors, names),
        "target": _parties(event.recipients, names),
        "event": event.type,
        "mode": "",
        "context": "",
        "location": event.place,
        "text": event.text,
        "language": report.language,
        "publication": report.outlet,
        "textInfo": {"document": report.path, "title": report.title},
        **{name: figures[what] for name, what in _FIGURES.items() if what in figures},
    }


def _parties(actors: tuple[str, ...], names: Names) -> list[Json]:
    return [{"actorText": names.actor_name(actor), "code": actor} for actor in actors]


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is on the lines, ours or another's."""
    with text_file(path, tell) as file:
        for line, written in lines_of(file):
            try:
                row = json.loads(written)
                own = row.get(FIELD) or {}
            except (AttributeError, json.JSONDecodeError) as error:
                yield Fault(line, f"is no JSON object: {error}")
                continue
            if "bundle" in own:
                yield from kept_parts(line, own["bundle"])
            base = own.get("record")
            if base is not None and unchanged(own, [compact(row.get(n)) for n in _MEANT]):
                yield Kept(line, base["report"], "event", base)
            elif base is not None or len(row) > len(own and {FIELD}):
                yield _happened(line, row, base)


def _happened(line: int, row: Json, base: Json | None) -> Happened | Fault:
    said = {name: _first(row, name) for name in ("event", "source", "target", "date", "location")}
    if not said["event"]:
        return Fault(line, "no event type: name it event")
    about = row.get("textInfo") if isinstance(row.get("textInfo"), dict) else {}
    assert isinstance(about, dict), "for the type checker"
    words = _first(row, "text")
    content: tuple[Quote, ...] = (Quote(str(words)),) if words else ()
    if base is not None and base["text"] == words:
        content = tuple(Quote(None, start, end) for start, end in base["content"])
    where = Where(
        id=base["report"] if base else about.get("report"),
        path=about.get("document") or row.get("doc_id") or row.get("document"),
        title=about.get("title") or row.get("headline"),
        text=row.get("full_text"),
        published=row.get("pub_date"),
        outlet=row.get("publication"),
    )
    try:
        return Happened(
            line,
            where,
            content,
            str(said["event"]),
            actors=_known(said["source"]),
            recipients=_known(said["target"]),
            when=_when(said["date"], base),
            place=_place(said["location"]),
            mode=base["mode"] if base else None,
            numbers=tuple((what, int(row[n])) for n, what in _FIGURES.items() if row.get(n)),
            base=base,
        )
    except (TypeError, ValueError) as error:
        return Fault(line, f"is no PLOVER event: {error}")


def _when(written: Any, base: Json | None) -> str | None:  # noqa: ANN401
    dated = base is None or base["when"] is not None
    return str(written) if written and dated else None


def _place(location: Any) -> str | None:  # noqa: ANN401 - a name, an object or a list of them
    while isinstance(location, list | dict):
        if isinstance(location, list):
            location = location[0] if location else None
        else:
            location = location.get("placeName") or location.get("city") or location.get("name")
    return location or None


def _first(row: Json, name: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return next((row[each] for each in (name, *_ALSO[name]) if row.get(each)), None)


def _known(parties: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401
    if not parties:
        return ()
    found: list[tuple[str, ...]] = []
    for party in parties if isinstance(parties, list) else [parties]:
        if isinstance(party, str):
            found.append((party,))
        else:
            names = (party.get(key) for key in ("code", "id", "actorText", "name", "country"))
            found.append(tuple(str(name) for name in names if name))
    return tuple(names for names in found if names)
