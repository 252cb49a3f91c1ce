"""Event lists of Discourse Network Analyzer (DNA 2 and 3; Leifeld 2017): CSV with semicolons.

One row a statement: its number, time, document, text, and the variables person, organization,
concept and agreement. DNA writes no reports; they travel in a last column of our own, which other
readers of event lists leave alone. A concept is an issue's first pole, so that agreement says the
side.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, carried, kept_parts, parse, rest_of, unchanged
from volteface.formats.cells import allow_long_cells
from volteface.formats.found import Coded, Fault, Found, Kept, Quote, Where
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact
from volteface.formats.names import AGAINST, FOR, Names
from volteface.formats.record_json import Json
from volteface.formats.text_file import text_file
from volteface.ledger.words import escape
from volteface.records import Report, Statement

COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section"),
    *("type", "text", "person", "organization", "concept", "agreement"),
)
_MEANT = ("text", "person", "organization", "concept", "agreement")
"""The columns that say what was coded; a change in another one changes no statement."""
# As DNA 2 and its R package call them.
_ALSO = {
    "id": "statement ID",
    "statementid": "statement ID",
    "docid": "document ID",
    "documentid": "document ID",
    "doctitle": "document title",
    "documenttitle": "document title",
    "title": "document title",
    "docauthor": "author",
    "docsource": "source",
    "docsection": "section",
    "doctype": "type",
    "date": "time",
}


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write an event list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow((*COLUMNS, FIELD))
        number = 0
        for document, bundle in enumerate(bundles, start=1):
            rest: Json | None = rest_of(bundle, "statements")
            for statement in bundle.statements:
                number += 1
                fields = _fields(number, document, statement, bundle.report, names)
                meant = fields[-4:]
                own = carried(statement, [fields[8], *meant], rest)
                writer.writerow((*fields, escape(compact(own))))
                rest = None
            if rest is not None:
                fields = ["", *_about(document, bundle.report), "", "", "", "", ""]
                writer.writerow((*fields, escape(compact(carried(None, (), rest)))))


def _fields(
    number: int, document: int, statement: Statement, report: Report, names: Names
) -> list[str]:
    agrees = "" if statement.stance is None else "1" if statement.stance >= 0 else "0"
    return [
        str(number),
        *_about(document, report),
        _plain(statement.text),
        _plain(statement.person),
        _plain(names.actor_name(statement.actor)),
        _plain(names.concept(statement.issue)),
        agrees,
    ]


def _about(document: int, report: Report) -> list[str]:
    day = "" if report.published is None else f"{report.published.earliest} 00:00:00"
    title = _plain(report.title or report.path)
    return [day, str(document), title, "", _plain(report.outlet), "", ""]


def _plain(text: str | None) -> str:
    """Text as DNA writes it: without the two characters that structure the file."""
    flat = escape(text or "").replace(";", ",").replace('"', "'")
    return " ".join(flat.splitlines())


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in an event list, ours or DNA's own."""
    allow_long_cells()
    with text_file(path, tell) as file:
        rows = csv.reader(file, delimiter=";")
        head = [_column(name) for name in next(rows, [])]
        if "text" not in head:
            yield Fault(1, "no column called text: this is no event list of DNA")
            return
        for cells in rows:
            if not any(cells):
                continue
            line = rows.line_num
            if len(cells) != len(head):
                yield Fault(line, f"{len(cells)} cells where the first line has {len(head)}")
                continue
            yield from _row(line, dict(zip(head, cells, strict=True)))


def _row(line: int, row: dict[str, str]) -> Iterator[Found]:
    own = parse(row.get(FIELD, ""))
    if "bundle" in own:
        yield from kept_parts(line, own["bundle"])
    base = own.get("record")
    if base is not None and unchanged(own, [row.get(name, "") for name in _MEANT]):
        yield Kept(line, base["report"], "statement", base)
    elif base is not None or row["text"].strip():
        yield _coded(line, row, base)


def _coded(line: int, row: dict[str, str], base: Json | None) -> Coded | Fault:
    said = row.get("agreement", "").strip().casefold()
    agrees = {"1": True, "true": True, "0": False, "false": False}.get(said)
    if said and agrees is None and said not in FOR | AGAINST:
        return Fault(line, f'agreement is "{said}": write 1 or 0')
    if base is None:
        where = Where(
            title=row.get("document title") or None,
            published=row.get("time") or None,
            outlet=row.get("source") or None,
        )
    else:
        where = Where(id=base["report"])
    content: tuple[Quote, ...] = (Quote(row["text"]),)
    if base is not None and _plain(base["text"]) == row["text"]:
        content = tuple(Quote(None, start, end) for start, end in base["content"])
    return Coded(
        line,
        where,
        content,
        person=row.get("person") or None,
        actor=row.get("organization") or None,
        issue=row.get("concept") or None,
        agrees=said in FOR if agrees is None and said else agrees,
        base=base,
        full=True,
    )


def _column(name: str) -> str:
    plain = name.strip().strip('"').lstrip("\ufeff")
    key = plain.casefold().replace(" ", "").replace("_", "")
    known = {column.casefold().replace(" ", ""): column for column in (*COLUMNS, FIELD)}
    return known.get(key) or _ALSO.get(key) or plain
