import json
from collections.abc import Callable
from dataclasses import fields

from volteface.coding.reader import Reader
from volteface.coding.wire import report_line, statement_line
from volteface.records import Report, Statement

MakeReport = Callable[..., Report]


def test_statement_lines_hold_every_field(reader: Reader, make_report: MakeReport) -> None:
    """A statement's line is JSON with every field of the record and its report's path."""
    report = make_report("Oleg Sidorov told Reuters on Monday that troops must leave.")
    said = reader.read(report)[0]
    line = json.loads(json.dumps(statement_line(said, report)))
    assert set(line) == {"record", "path"} | {f.name for f in fields(Statement)}
    assert line["content"] == [list(span) for span in said.content]
    assert line["said_on"]["earliest"] == line["said_on"]["latest"] == "2014-06-02"
    assert line["via"] == ["Reuters"]
    assert line["candidates"][0]["issue"] == line["issue"]


def test_report_lines_leave_the_text_out(make_report: MakeReport) -> None:
    """A report's line says where it is and when it was published, null where that is unknown."""
    dated = report_line(make_report("x", removed=((0, 1),)))
    assert dated["published"]["basis"] == "dateline"
    assert dated["removed"] == [[0, 1]]
    assert "text" not in dated
    assert report_line(make_report("x", on=None))["published"] is None
