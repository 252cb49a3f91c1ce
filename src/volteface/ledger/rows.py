"""Records to rows and back; what comes back equals what went in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from volteface.ledger.anchors import Anchor
from volteface.records import Candidate, DateInterval, Precision, Report, Span, Statement

Row: TypeAlias = dict[str, Any]

PARTS = ("content", "speaker", "cue")
"""The parts of a statement that have spans."""

_SAME_IN_REPORT = ("id", "path", "text", "sha256", "title", "outlet", "language", "duplicate_of")
_SAME_IN_STATEMENT = (
    *("id", "utterance", "voice", "text", "kind", "register", "person", "actor", "role", "about"),
    *("addressee", "endorsed", "issue", "stance", "confidence", "repeats", "reason"),
)


def report_row(report: Report) -> Row:
    """The columns of a report, without its number."""
    row = {name: getattr(report, name) for name in (*_SAME_IN_REPORT, "note")}
    row["removed"] = [list(span) for span in report.removed]
    return row | interval_row("published", report.published)


def report_of(row: RowMapping) -> Report:
    """The report of a row of the table ``report``."""
    return Report(
        **{name: row[name] for name in (*_SAME_IN_REPORT, "note")},
        published=interval_of(row, "published"),
        removed=tuple((start, end) for start, end in row["removed"]),
    )


def statement_row(statement: Statement) -> Row:
    """The columns of a statement, without number, version and report."""
    row = {name: getattr(statement, name) for name in _SAME_IN_STATEMENT}
    return row | interval_row("said", statement.said_on)


def statement_of(
    row: RowMapping,
    report: str,
    spans: Mapping[str, Sequence[Span]],
    candidates: Iterable[Candidate],
    via: Iterable[str],
) -> Statement:
    """The statement of a row and of its rows in the tables beside it, each in order."""
    return Statement(
        **{name: row[name] for name in _SAME_IN_STATEMENT},
        report=report,
        content=tuple(spans.get("content", ())),
        speaker=tuple(spans.get("speaker", ())),
        cue=tuple(spans.get("cue", ())),
        said_on=interval_of(row, "said"),
        candidates=tuple(candidates),
        via=tuple(via),
    )


def anchor_row(part: str, ordinal: int, anchor: Anchor) -> Row:
    """The columns of an anchor, without its statement."""
    return {
        "part": part,
        "ordinal": ordinal,
        "start": anchor.start,
        "stop": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "text_sha256": anchor.text_sha256,
    }


def anchor_of(row: RowMapping) -> Anchor:
    """The anchor of a row of the table ``anchor``."""
    return Anchor(
        row["start"], row["stop"], row["exact"], row["prefix"], row["suffix"], row["text_sha256"]
    )


def candidate_row(ordinal: int, candidate: Candidate) -> Row:
    """The columns of a candidate, without its statement."""
    return {
        "ordinal": ordinal,
        "issue": candidate.issue,
        "stance": candidate.stance,
        "p": candidate.p,
    }


def interval_row(prefix: str, interval: DateInterval | None) -> Row:
    """The four columns of an interval, all NULL for none."""
    names = ("earliest", "latest", "precision", "basis")
    return {f"{prefix}_{name}": getattr(interval, name, None) for name in names}


def interval_of(row: RowMapping, prefix: str) -> DateInterval | None:
    """The interval of four columns of a row; None where they are NULL."""
    earliest: date | None = row[f"{prefix}_earliest"]
    if earliest is None:
        return None
    precision: Precision = row[f"{prefix}_precision"]
    return DateInterval(earliest, row[f"{prefix}_latest"], precision, row[f"{prefix}_basis"])
