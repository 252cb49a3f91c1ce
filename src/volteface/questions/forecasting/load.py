"""Read and check a file of questions: every mistake with its line."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

from volteface.case.document import Document, Table, parse_document
from volteface.case.problem import Problem, hint
from volteface.case.shape import build, shape_problems
from volteface.conflict.conflict import Conflict
from volteface.errors import CaseError, UsageError
from volteface.questions.forecasting.conditions import parse_conditions
from volteface.questions.forecasting.schema import (
    AMBIGUOUS,
    ANNULLED,
    OTHERWISE,
    Option,
    Question,
    QuestionsFile,
)

_ROUNDING = 1e-6


def load_questions(path: Path, conflict: Conflict) -> tuple[Question, ...]:
    """The questions of a file.

    Raises:
        UsageError: there is no such file.
        CaseError: it has mistakes; all of them, each with file and line.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    document = parse_document(path.name, content)
    if isinstance(document, Problem):
        raise CaseError([str(document)])
    problems = shape_problems(QuestionsFile, document)
    if problems:
        raise CaseError([str(problem) for problem in problems])
    questions = build(QuestionsFile, document).questions
    problems = list(_problems(document, questions, conflict))
    if problems:
        raise CaseError([str(problem) for problem in problems])
    return questions


def _problems(
    document: Document, questions: tuple[Question, ...], conflict: Conflict
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for question, table in zip(questions, document.root.tables("question"), strict=True):
        line = table.line("id")
        if first.setdefault(question.id, line) != line:
            yield table.problem(f"id {question.id} is taken in line {first[question.id]}", "id")
        yield from _dates(question, table, conflict)
        yield from _names(question, table)
        if question.unmodelled is None:
            yield from _measures(question, table, conflict)


def _dates(question: Question, table: Table, conflict: Conflict) -> Iterator[Problem]:
    begins, end = conflict.file.begins, conflict.first_day(conflict.months)
    if question.opened < begins:
        wrong = f"opened {question.opened} is before the war, which begins on {begins}"
        yield table.problem(wrong, "opened")
    if question.closes <= question.opened:
        wrong = f"closes {question.closes} is not after opened {question.opened}"
        yield table.problem(wrong, "closes")
    if question.unmodelled is None and question.closes >= end:
        last = date.fromordinal(end.toordinal() - 1)
        wrong = f"closes {question.closes} is after the model's last day, {last}"
        yield table.problem(wrong, "closes")


def _names(question: Question, table: Table) -> Iterator[Problem]:
    names = [option.name for option in question.options]
    for name, count in Counter(names).items():
        if count > 1:
            yield table.problem(f"{question.id}: {count} options are named {name!r}", "option")
    if question.status_quo is not None and question.status_quo not in names:
        wrong = f"status_quo: there is no option {question.status_quo!r}"
        yield table.problem(f"{wrong} ({hint(question.status_quo, names)})", "status_quo")
    allowed = [*names, ANNULLED, AMBIGUOUS]
    if question.outcome is not None and question.outcome not in allowed:
        wrong = f"outcome: {question.outcome!r} is none of the options"
        yield table.problem(f"{wrong} (allowed: {', '.join(allowed)})", "outcome")
    rates = question.base_rate
    if rates is not None:
        if sorted(rates) != sorted(names):
            yield table.problem("base_rate: needs one number for each option", "base_rate")
        elif abs(sum(rates.values()) - 1) > _ROUNDING:
            total = sum(rates.values())
            yield table.problem(f"base_rate: sums to {total:g}, not to 1", "base_rate")


def _measures(question: Question, table: Table, conflict: Conflict) -> Iterator[Problem]:
    rest = [option.name for option in question.options if option.measure == OTHERWISE]
    if len(rest) > 1:
        wrong = f"{question.id}: options {' and '.join(rest)} overlap: both are {OTHERWISE!r}"
        yield table.problem(wrong, "option")
    places = table.tables("option")
    sound = True
    for option, place in zip(question.options, places, strict=True):
        fault = _fault(option, conflict)
        if fault is not None:
            sound = False
            yield place.problem(f"option {option.name}: {fault}", "measure")
    if question.given is not None:
        try:
            parse_conditions(conflict, question.given)
        except UsageError as error:
            yield table.problem(f"given: {error}", "given")
    if sound:
        yield from _windows(question, table)


def _fault(option: Option, conflict: Conflict) -> str | None:
    """What is wrong with an option's measure."""
    if option.measure is None:
        return "has no measure: give one, or say in unmodelled why the model cannot speak to it"
    if option.measure == OTHERWISE:
        return None
    try:
        parsed = parse_conditions(conflict, option.measure)
    except UsageError as error:
        return str(error)
    if (option.from_ or option.to) and not all(one.newly for one in parsed):
        return "from and to are for measures with newly"
    return None


def _windows(question: Question, table: Table) -> Iterator[Problem]:
    """Options that ask when the same thing comes to hold, in windows that overlap or leave gaps."""
    timed = [o for o in question.options if o.from_ is not None or o.to is not None]
    spans = {o.name: (o.from_ or question.opened, o.to or question.closes) for o in timed}
    for name, (first, last) in spans.items():
        if last < first:
            yield table.problem(f"option {name} ends before it begins", "option")
    for one, other in combinations(timed, 2):
        (a, b), (c, d) = spans[one.name], spans[other.name]
        if one.measure == other.measure and a <= d and c <= b:
            wrong = f"options {one.name} and {other.name} overlap: both may be on {max(a, c)}"
            yield table.problem(wrong, "option")
    if any(option.measure == OTHERWISE for option in question.options):
        return
    ordered = sorted(spans.items(), key=lambda item: item[1])
    for (earlier, (_, before)), (later, (after, _)) in pairwise(ordered):
        if after.toordinal() > before.toordinal() + 1:
            wrong = f"options {earlier} and {later} leave a gap between {before} and {after}"
            yield table.problem(wrong, "option")
