"""What holds: the part of the ledger that its history has not superseded or retracted."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CreateView,
    ScalarSelect,
    Select,
    and_,
    case,
    select,
)

from volteface.ledger import tables


def standing_version(
    record: ColumnElement[Any], moment: datetime | None = None
) -> ScalarSelect[int]:
    """The version of ``record`` that holds, or held at a moment, or NULL when none does."""
    entry = tables.history.alias()
    held = case((entry.c.action == "added", entry.c.version))
    query = select(held).where(entry.c.record == record, entry.c.action != "noted")
    if moment is not None:
        query = query.where(entry.c.at <= moment)
    return query.order_by(entry.c.number.desc()).limit(1).scalar_subquery()


def last_version(record: ColumnElement[Any]) -> ScalarSelect[int]:
    """The version of ``record`` that holds or, when none does, held or was noted last."""
    entry = tables.history.alias()
    noted = case((entry.c.action == "noted", 1), else_=0)
    query = select(entry.c.version).where(entry.c.record == record)
    return query.order_by(noted, entry.c.number.desc()).limit(1).scalar_subquery()


def report_holds(moment: datetime | None = None) -> ColumnElement[bool]:
    """Whether the row of ``report`` has not been superseded or retracted, or had not by then."""
    return standing_version(tables.report.c.id, moment).is_not(None)


def withdrawn_reports(moment: datetime | None = None) -> Select[Any]:
    """The numbers of the reports that do not hold, or did not at a moment."""
    other = tables.report.alias()
    return select(other.c.number).where(standing_version(other.c.id, moment).is_(None))


def decided_by_hand(
    record: ColumnElement[Any], moment: datetime | None = None
) -> ColumnElement[str]:
    """The action in the last line of the record's history that is no note, or NULL.

    Of a record whose history begins with what a person decided: an event or a claim.
    """
    entry = tables.history.alias()
    query = select(entry.c.action).where(entry.c.record == record, entry.c.action != "noted")
    if moment is not None:
        query = query.where(entry.c.at <= moment)
    return query.order_by(entry.c.number.desc()).limit(1).scalar_subquery()


def statement_holds(moment: datetime | None = None) -> ColumnElement[bool]:
    """Whether the row of ``statement`` and its report hold, or held at a moment."""
    statement = tables.statement.c
    return and_(
        statement.version == standing_version(statement.id, moment),
        statement.report.not_in(withdrawn_reports(moment)),
    )


def current_statement() -> CreateView:
    """The view ``current_statement``: what holds, beside its report's title, outlet and date."""
    statement, report = tables.statement.c, tables.report.c
    about_report = [
        report.id.label("report"),
        *(report[name].label(f"report_{name}") for name in ("title", "outlet")),
        *(report[f"published_{name}"] for name in ("earliest", "latest")),
    ]
    about_statement = [column for column in statement if column.name not in {"report", "version"}]
    query: Select[Any] = (
        select(*about_statement, *about_report)
        .join_from(tables.statement, tables.report)
        .where(statement_holds())
    )
    return CreateView(query, "current_statement")
