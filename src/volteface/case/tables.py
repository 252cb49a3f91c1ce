"""Roll calls and measured series of a case, ``votes.csv`` and ``series.csv``, as dated facts.

Each row is one deed or measurement of one actor. A row becomes a fact of the case, so that it
stands beside statements wherever facts do: in positions and verdicts, on the page, under ``show``.
"""

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from volteface.case.problem import Problem, hint
from volteface.case.schema import Fact

VOTES, SERIES = "votes.csv", "series.csv"
FROM_TABLES = ("vote/", "series/")
"""How the ids of such facts begin."""

_CAST: Mapping[str, float | None] = {
    **dict.fromkeys(("yes", "for", "in favour", "in favor", "y"), 1.0),
    **dict.fromkeys(("abstain", "abstains", "abstention", "a"), 0.0),
    **dict.fromkeys(("no", "against", "n"), -1.0),
    **dict.fromkeys(("absent", "not voting", "non-voting"), None),
}
"""What a vote counts on the side of what is voted on; None: nothing, the actor was not there."""
_COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    VOTES: (("date", "actor", "issue", "vote", "on"), ("plus", "source")),
    SERIES: (("date", "actor", "issue", "value"), ("plus", "minus", "sd", "what", "source")),
}
"""Columns that must be there, and that may be."""
_SHOWN = 20
_UNFIT = re.compile(r"[^A-Za-z0-9_/-]+")


@dataclass(frozen=True, slots=True)
class Tables:
    """The facts that a case's tables give, and what is wrong with them."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]


class _RowError(ValueError):
    """A row that means nothing; the message says what is allowed."""


@dataclass(frozen=True, slots=True)
class _Known:
    actors: Sequence[str]
    issues: Sequence[str]


def read_tables(folder: Path, actors: Sequence[str], issues: Sequence[str]) -> Tables:
    """Read both tables of a case folder; a table that is not there gives nothing.

    Args:
        folder: The case folder.
        actors: The ids that may stand in the column ``actor``.
        issues: The ids that may stand in the column ``issue``.
    """
    facts: dict[str, tuple[Fact, int]] = {}
    problems: list[Problem] = []
    for name in (VOTES, SERIES):
        path = folder / name
        if path.is_file():
            _read(path, _Known(actors, issues), facts, problems)
    return Tables(tuple(fact for fact, _ in facts.values()), tuple(problems))


def _read(
    path: Path, known: _Known, facts: dict[str, tuple[Fact, int]], problems: list[Problem]
) -> None:
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(
            Problem("error", name, None, "is not UTF-8: save it as CSV with UTF-8 encoding")
        )
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    reader.fieldnames = [column.strip() for column in reader.fieldnames or ()]
    header = [Problem("error", name, 1, why) for why in _header(name, reader.fieldnames)]
    problems += header
    if header:
        return
    make = _vote if name == VOTES else _measurement
    try:
        for row in reader:
            try:
                _keep(make(_cells(row), known), reader.line_num, facts)
            except _RowError as error:
                problems.append(Problem("error", name, reader.line_num, str(error)))
    except csv.Error as error:
        problems.append(Problem("error", name, reader.line_num + 1, f"is no CSV: {error}"))


def _keep(fact: Fact, line: int, facts: dict[str, tuple[Fact, int]]) -> None:
    if fact.id in facts:
        raise _RowError(f"{fact.id} stands in line {facts[fact.id][1]} already")
    facts[fact.id] = fact, line


def _header(name: str, columns: Sequence[str]) -> Iterator[str]:
    needed, allowed = _COLUMNS[name]
    for column in needed:
        if column not in columns:
            yield f"has no column {column} (needed: {', '.join(needed)})"
    for column in columns:
        if column not in (*needed, *allowed):
            yield f"unknown column {column!r} ({hint(column, (*needed, *allowed))})"


def _cells(row: Mapping[str | None, str | list[str] | None]) -> dict[str, str]:
    if None in row:
        raise _RowError('has more cells than there are columns (put text with commas in "quotes")')
    return {str(column): str(cell or "").strip() for column, cell in row.items()}


def _vote(row: Mapping[str, str], known: _Known) -> Fact:
    day, actor, issue = _where(row, known)
    word = row["vote"].casefold()
    if word not in _CAST:
        raise _RowError(f"unknown vote {row['vote']!r} (allowed: yes, no, abstain, absent)")
    if not row["on"]:
        raise _RowError("the cell on is empty: say what was voted on")
    plus = _number(row, "plus", 1.0)
    if not -1 <= plus <= 1:
        raise _RowError(f"plus is {plus:g}: the stance of a yes lies in [-1, 1]")
    cast = _CAST[word]
    said = "was absent from the vote" if cast is None else f"voted {_WORDS[cast]}"
    return Fact(
        id=f"vote/{actor}/{day}/{_slug(row['on'])}",
        text=f"{actor} {said} on {row['on']}.",
        from_=day,
        source=row.get("source") or row["on"],
        actors=(actor,),
        issue=None if cast is None else issue,
        stance=None if cast is None else cast * plus,
    )


_WORDS = {1.0: "yes", 0.0: "to abstain", -1.0: "no"}


def _measurement(row: Mapping[str, str], known: _Known) -> Fact:
    day, actor, issue = _where(row, known)
    plus, minus = _number(row, "plus", 1.0), _number(row, "minus", -1.0)
    if plus == minus:
        raise _RowError(f"plus and minus are both {plus:g}: they are the values at the two poles")
    value = _number(row, "value", None)
    stance = 2 * (value - minus) / (plus - minus) - 1
    if not -1 - 1e-9 <= stance <= 1 + 1e-9:
        raise _RowError(
            f"value {value:g} lies outside the poles, from {minus:g} to {plus:g}: "
            "give its values there in the columns minus and plus"
        )
    spread = _number(row, "sd", 0.0) * 2 / abs(plus - minus)
    if spread < 0:
        raise _RowError("sd is below zero: it is a standard deviation")
    what = row.get("what") or "measured"
    return Fact(
        id=f"series/{actor}/{day}/{_slug(issue)}/{_slug(what)}",
        text=f"{actor}, {what}: {value:g}.",
        from_=day,
        source=row.get("source") or what,
        actors=(actor,),
        issue=issue,
        stance=min(1.0, max(-1.0, stance)),
        sd=spread or None,
    )


def _where(row: Mapping[str, str], known: _Known) -> tuple[date, str, str]:
    try:
        day = date.fromisoformat(row["date"])
    except ValueError:
        raise _RowError(f"{row['date']!r} is no date: write 2012-05-31") from None
    if day > datetime.now(tz=UTC).date():
        raise _RowError(f"{day} is still to come")
    for column, allowed in (("actor", known.actors), ("issue", known.issues)):
        if row[column] not in allowed:
            raise _RowError(f"unknown {column} {row[column]!r} ({hint(row[column], allowed)})")
    return day, row["actor"], row["issue"]


def _number(row: Mapping[str, str], column: str, default: float | None) -> float:
    cell = row.get(column, "")
    if not cell and default is not None:
        return default
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise _RowError(f"{column} is {cell!r}, which is no number")
    return number


def _slug(text: str) -> str:
    return _UNFIT.sub("-", text).strip("-") or "unnamed"


def table_problems(folder: Path, actors: Sequence[str], issues: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the tables, the first of very many."""
    problems = read_tables(folder, actors, issues).problems
    yield from problems[:_SHOWN]
    if len(problems) > _SHOWN:
        more = len(problems) - _SHOWN
        yield Problem("error", problems[0].file, None, f"{more} more rows are wrong")
