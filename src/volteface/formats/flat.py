"""One flat row a statement, every attribute a column: what CSV and Parquet share."""

import re
from collections.abc import Mapping
from typing import Any

from volteface.formats.found import Coded, Fault, Quote, Where
from volteface.formats.names import AGAINST, FOR, Names
from volteface.formats.record_json import Json, to_json
from volteface.records import Report, Statement

TEXTS = (
    *("id", "utterance", "report", "path", "title", "outlet", "published_earliest"),
    *("published_latest", "voice", "text", "kind", "register", "person", "actor", "actor_name"),
    *("role", "about", "addressee", "said_earliest", "said_latest", "said_precision"),
    *("said_basis", "issue", "repeats", "reason"),
)
SPANS = ("content", "speaker", "cue")
NUMBERS = ("stance", "confidence")
COLUMNS = (
    *("id", "utterance", "report", "path", "title", "outlet", "published_earliest"),
    *("published_latest", "voice", "content", "speaker", "cue", "text", "kind", "register"),
    *("person", "actor", "actor_name", "role", "about", "addressee", "via", "endorsed"),
    *("said_earliest", "said_latest", "said_precision", "said_basis", "issue", "stance"),
    *("confidence", "candidates", "repeats", "reason"),
)
_OF_REPORT = ("path", "title", "outlet", "published_earliest", "published_latest", "actor_name")
_SAID = ("earliest", "latest", "precision", "basis")
# What tables made by others call these.
_ALSO = {
    "quote": "text",
    "statement": "text",
    "organization": "actor",
    "organisation": "actor",
    "speaker_name": "person",
    "concept": "issue",
    "date": "said_earliest",
    "said_on": "said_earliest",
    "file": "path",
    "source": "outlet",
    "agrees": "agreement",
}


def flat(statement: Statement, report: Report, names: Names) -> dict[str, Any]:
    """A statement's row: texts, numbers and lists as JSON has them."""
    row = to_json(statement)
    said = row.pop("said_on") or {}
    row |= {f"said_{name}": said.get(name) for name in _SAID}
    when = report.published
    return row | {
        "path": report.path,
        "title": report.title,
        "outlet": report.outlet,
        "published_earliest": None if when is None else when.earliest.isoformat(),
        "published_latest": None if when is None else when.latest.isoformat(),
        "actor_name": names.actor_name(statement.actor),
    }


def statement_json(row: Mapping[str, Any]) -> Json:
    """A row's statement as JSON."""
    data = {name: value for name, value in row.items() if name in COLUMNS}
    for name in _OF_REPORT:
        data.pop(name, None)
    said = {name: data.pop(f"said_{name}", None) for name in _SAID}
    data["said_on"] = said if said["earliest"] is not None else None
    return data


def column(name: str) -> str:
    """What a column is called here, whatever another table calls it."""
    plain = re.sub(r"[\s-]+", "_", name.strip().lstrip("\ufeff").casefold())
    return _ALSO.get(plain, plain)


def coded(line: int, row: Mapping[str, Any], base: Json | None) -> Coded | Fault:
    """Somebody else's row, or one of ours that was changed.

    Args:
        line: Where it stands.
        row: By our names of columns; empty cells are None.
        base: The statement that was changed, as the row has it now.
    """
    said = str(row.get("agreement") or "").strip().casefold()
    if said and said not in FOR | AGAINST | {"1", "0", "true", "false"}:
        return Fault(line, f'agreement is "{said}": write yes or no')
    try:
        stance = None if row.get("stance") is None else float(row["stance"])
        content = _content(row)
    except (TypeError, ValueError):
        return Fault(line, "stance, start or end is no number")
    return Coded(
        line,
        Where(
            id=row.get("report"),
            path=row.get("path"),
            title=row.get("title"),
            published=row.get("published_earliest") or row.get("published"),
            outlet=row.get("outlet"),
        ),
        content,
        speaker=_quotes(row.get("speaker")),
        cue=_quotes(row.get("cue")),
        person=row.get("person"),
        actor=row.get("actor") or row.get("actor_name"),
        role=row.get("role"),
        about=row.get("about"),
        addressee=row.get("addressee"),
        issue=row.get("issue"),
        agrees=said in FOR | {"1", "true"} if said else None,
        stance=stance,
        register=row.get("register"),
        said_on=row.get("said_earliest"),
        base=base,
        full=True,
    )


def _content(row: Mapping[str, Any]) -> tuple[Quote, ...]:
    marked = _quotes(row.get("content"))
    if len(marked) > 1:
        return marked
    words = row.get("text")
    start, end = row.get("start"), row.get("end")
    if marked:
        start, end = marked[0].start, marked[0].end
    if words is None and start is None:
        return ()
    place = (None, None) if start is None or end is None else (int(start), int(end))
    return (Quote(words, *place),)


def _quotes(value: object) -> tuple[Quote, ...]:
    if not isinstance(value, list):
        return (Quote(value),) if isinstance(value, str) else ()
    return tuple(Quote(None, int(start), int(end)) for start, end in value)
