"""What a case has on record up to a day: its ties and what its dated facts show.

The record is read every ``EVERY`` months, counted back from the last month that is over, so that
coding errors of different readings can pass for independent; a fact of a day or a few weeks is read
in its own month. A patron is on record from the first tie of it on that names a step of its ladder:
that ties.toml names none before is no sign that it gave nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from volteface.case.document import Document, Table
from volteface.case.folder import read_folder
from volteface.case.load import case_folder
from volteface.case.patron_schema import Patron
from volteface.case.problem import Problem
from volteface.case.schema import FactsFile, TiesFile
from volteface.case.shape import build, shape_problems
from volteface.conflict.conflict import Conflict
from volteface.conflict.load import TIES, load_ties
from volteface.conflict.measures import list_channels
from volteface.conflict.ties import recorded_steps
from volteface.errors import CaseError, UsageError
from volteface.questions.conditioning.known import last_whole_month
from volteface.questions.conditioning.shown import CODING_ERROR, Shown, parse_shown

EVERY = 6
"""Months between two readings of what goes on."""
FACTS = "facts.toml"


def case_record(case: str | Path, conflict: Conflict) -> tuple[Shown, ...]:
    """Everything that a case shows of the war, ties first.

    Raises:
        UsageError: there is no such case.
        CaseError: a fact shows what the model has no measure for, or two of these contradict each
            other; every such line.
    """
    folder = case_folder(case)
    documents = read_folder(folder).documents
    facts, ties = documents.get(FACTS), documents.get(TIES)
    found: list[Shown] = []
    problems: list[Problem] = []
    if ties is not None:
        found += _of_ties(ties, folder, conflict)
    if facts is not None:
        shown, problems = _of_facts(facts, conflict)
        found += shown
    lines = [str(problem) for problem in problems] or list(contradictions(found))
    if lines:
        raise CaseError(lines)
    return tuple(found)


def record_problems(document: Document, conflict: Conflict) -> list[Problem]:
    """What facts.toml shows that the model does not know."""
    return _of_facts(document, conflict)[1]


def contradictions(shown: Sequence[Shown]) -> Iterator[str]:
    """A line for every two that cannot both be so."""
    for later, one in enumerate(shown):
        for other in shown[:later]:
            if one.contradicts(other):
                day = max(one.first, other.first)
                yield (
                    f"{one.where}: {one.text} ({one.source}) contradicts {other.text} in "
                    f"{other.where} ({other.source}): both speak of {day}"
                )


def readings_until(
    shown: Sequence[Shown], conflict: Conflict, day: date
) -> Mapping[int, tuple[Shown, ...]]:
    """When what is read, by month, up to the last month that is over on a day."""
    last = last_whole_month(conflict, day)
    dates = range(last, -1, -EVERY)
    found: dict[int, list[Shown]] = {}
    for one in shown:
        for month in _months(one, conflict, last, dates):
            found.setdefault(month, []).append(one)
    return {month: tuple(found[month]) for month in sorted(found)}


def _months(shown: Shown, conflict: Conflict, last: int, dates: range) -> list[int]:
    """The months in which one showing is read."""
    first, final = conflict.month_of(shown.first), conflict.month_of(shown.last)
    if final - first <= 1:
        return [first] if 0 <= first <= last else []
    whole = [month for month in dates if first <= month <= final]
    if final <= last and not whole:
        return [max(first, final - 1)]
    return whole


def _of_facts(document: Document, conflict: Conflict) -> tuple[list[Shown], list[Problem]]:
    """What the facts show, and what they show wrongly; nothing of a file with mistakes of form."""
    if not document.data or shape_problems(FactsFile, document):
        return [], []
    found: list[Shown] = []
    problems: list[Problem] = []
    tables = document.root.tables("fact")
    for fact, table in zip(build(FactsFile, document).facts, tables, strict=True):
        days = (fact.from_, fact.to or fact.from_)
        for place, text in enumerate(fact.shows):
            where = f"{document.name}:{table.line('shows', place)}"
            try:
                found.append(
                    parse_shown(conflict, text, days, where=where, source=f"fact:{fact.id}")
                )
            except UsageError as error:
                problems.append(table.problem(f"shows: {error}", "shows", place))
    return found, problems


def _of_ties(document: Document, folder: Path, conflict: Conflict) -> list[Shown]:
    """A showing for every spell that a patron was on one step of its ladder."""
    if not document.data or shape_problems(TiesFile, document):
        return []
    steps = recorded_steps(conflict, load_ties(folder))
    tables = document.root.tables("tie")
    channels = {channel.name: channel for channel in list_channels(conflict)}
    ladder = conflict.file.ladder
    found: list[Shown] = []
    for place, patron in enumerate(conflict.file.patrons):
        channel = channels[f"{patron.id}.support"]
        row = [int(step) for step in steps[place]]
        known = next((month for month, step in enumerate(row) if step > 0), None)
        if known is None:
            continue
        start = known
        while start < len(row):
            end = next((m for m in range(start, len(row)) if row[m] != row[start]), len(row))
            shown = Shown(
                f"{channel.name}={ladder[row[start]]}",
                "word",
                channel.column,
                float(row[start]),
                CODING_ERROR,
                _last_day(conflict, start),
                _last_day(conflict, end - 1),
                document.name,
                f"{patron.power or patron.id} and {patron.client}",
                len(ladder),
                stream=channel.name,
            )
            found.append(replace(shown, where=_where(document.name, tables, patron, shown.first)))
            start = end
    return found


def _where(name: str, tables: Sequence[Table], patron: Patron, day: date) -> str:
    """The file, with the line of the patron's tie that began last by a day."""
    begun = [
        (table.day("from") or date.min, table.line("patron"))
        for table in tables
        if table.text("patron") == (patron.power or patron.id)
        and table.text("client") == patron.client
        and (table.day("from") or date.min) <= day
    ]
    return f"{name}:{max(begun)[1]}" if begun else name


def _last_day(conflict: Conflict, month: int) -> date:
    return date.fromordinal(conflict.first_day(month + 1).toordinal() - 1)
