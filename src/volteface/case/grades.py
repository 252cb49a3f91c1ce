"""Grades of sources and statements: that each is of one thing, says something, and stands once."""

from collections.abc import Iterator

from volteface.case.document import Table
from volteface.case.problem import Problem, nearest
from volteface.case.references import Documents, entries, same


def grade_problems(documents: Documents) -> Iterator[Problem]:
    """Mistakes in the tables ``[[grade]]`` of case.toml, and names that look misspelt."""
    first: dict[tuple[str, str], int] = {}
    known = _names(documents)
    for grade in entries(documents, "case.toml", "grade"):
        named = [(key, name) for key in ("source", "statement") if (name := grade.text(key))]
        if len(named) != 1:
            yield grade.problem("name a source or a statement, and one of the two only")
            continue
        if not grade.data.keys() & {"reliability", "credibility"}:
            yield grade.problem("gives no grade: reliability (A to F) or credibility (1 to 6)")
        ((key, name),) = named
        here = grade.line(key)
        line = first.setdefault((key, same(name)), here)
        if line != here:
            yield grade.problem(f"{name} is graded in line {line}", key)
        if key == "source":
            yield from _misspelt(grade, name, known)


def _misspelt(grade: Table, name: str, known: set[str]) -> Iterator[Problem]:
    close = nearest(name, known)
    if close is not None and name not in known:
        yield grade.problem(
            f"no person, outlet or actor of the case is named {name} (nearest: {close})",
            "source",
            severity="warning",
        )


def _names(documents: Documents) -> set[str]:
    """Names that verdicts may give as a source: people, outlets, ids of actors."""
    people = entries(documents, "actors.toml", "person")
    outlets = entries(documents, "case.toml", "outlet")
    actors = entries(documents, "actors.toml", "actor")
    found = [one.text("name") for one in (*people, *outlets)]
    found += [one.text("id") for one in actors]
    return {name for name in found if name}
