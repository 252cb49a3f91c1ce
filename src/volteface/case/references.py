"""What one entry of a case says of another: ids, references, dates, facts, precedence."""

import re
from collections.abc import Iterable, Iterator, Mapping

from volteface.case.document import Document, Table
from volteface.case.problem import Problem, hint, nearest

Documents = Mapping[str, Document | None]

_STATE_CODE = re.compile(r"[A-Z]{3}")
_LIKE_AN_ID = re.compile(r"[A-Z][A-Z0-9_/-]*")


def entries(documents: Documents, file: str, key: str) -> list[Table]:
    """The tables ``[[key]]`` of a file; none if the file cannot be read."""
    document = documents[file]
    return document.root.tables(key) if document else []


def ids(documents: Documents, file: str, key: str) -> frozenset[str] | None:
    """The ids of those tables; None if the file cannot be read, so that nothing is known."""
    if documents[file] is None:
        return None
    return frozenset(name for entry in entries(documents, file, key) if (name := entry.text("id")))


def reference_problems(documents: Documents) -> Iterator[Problem]:
    """Every mistake in how the entries of a case refer to each other, and in their dates."""
    actors = ids(documents, "actors.toml", "actor")
    issues = ids(documents, "issues.toml", "issue")
    for file, key in (("actors.toml", "actor"), ("issues.toml", "issue"), ("facts.toml", "fact")):
        yield from _duplicates(entries(documents, file, key))

    for actor in entries(documents, "actors.toml", "actor"):
        yield from _members(actor, actors)
    for person in entries(documents, "actors.toml", "person"):
        for office in person.tables("office"):
            yield from _unknown(office, "actor", "actor", actors)
            yield from _backwards(office)
    for issue in entries(documents, "issues.toml", "issue"):
        yield from _unknown(issue, "holders", "actor", actors)
        yield from _unknown(issue, "subject", "actor", actors)
        yield from _unknown(issue, "over", "issue", issues)
        for conduct in issue.tables("conduct"):
            yield from _unknown(conduct, "actors", "actor", actors)
            yield from _unknown(conduct, "recipients", "actor", actors)
    yield from _cycles(entries(documents, "issues.toml", "issue"))
    for tie in entries(documents, "ties.toml", "tie"):
        yield from _unknown(tie, "patron", "actor", actors)
        yield from _unknown(tie, "client", "actor", actors)
        yield from _backwards(tie)
    for fact in entries(documents, "facts.toml", "fact"):
        yield from _unknown(fact, "actors", "actor", actors)
        yield from _unknown(fact, "issue", "issue", issues)
        yield from _backwards(fact)
        yield from _half_deed(fact)
    if case := documents["case.toml"]:
        yield from _backwards(case.root, "begins", "ends")


def same(text: str) -> str:
    """What two spellings of one name have in common: letter case and spaces aside."""
    return " ".join(text.split()).casefold()


def _duplicates(tables: Iterable[Table]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for table in tables:
        for path, name in table.texts("id"):
            here = table.line(*path)
            if first.setdefault(same(name), here) != here:
                yield table.problem(f"id {name} is taken in line {first[same(name)]}", *path)


def _unknown(table: Table, key: str, noun: str, known: frozenset[str] | None) -> Iterator[Problem]:
    if known is None:
        return
    for path, name in table.texts(key):
        if name not in known:
            yield table.problem(f"{key}: there is no {noun} {name} ({hint(name, known)})", *path)


def _members(actor: Table, known: frozenset[str] | None) -> Iterator[Problem]:
    """A member may be the name or code of a state without an actor, so only likely slips count."""
    if known is None:
        return
    for path, name in actor.texts("members"):
        if name in known:
            continue
        close = nearest(name, known)
        slip = close is not None and close.casefold() == name.casefold()
        code = _LIKE_AN_ID.fullmatch(name) and not _STATE_CODE.fullmatch(name)
        if slip or code:
            wrong = f"members: there is no actor {name} ({hint(name, known)})"
            yield actor.problem(wrong, *path)


def _backwards(table: Table, start: str = "from", end: str = "to") -> Iterator[Problem]:
    first, last = table.day(start), table.day(end)
    if first and last and last < first:
        yield table.problem(f"{end} {last} is before {start} {first}", end)


def _half_deed(fact: Table) -> Iterator[Problem]:
    has_issue, has_stance = "issue" in fact.data, "stance" in fact.data
    if has_issue and not has_stance:
        yield fact.problem("issue without stance: say where on the issue the deed stands", "issue")
    if has_stance and not has_issue:
        yield fact.problem("stance without issue: say which issue the deed bears on", "stance")
    if has_stance and not fact.data.get("actors"):
        yield fact.problem("stance without actors: say whose position the deed reveals", "stance")


def _cycles(issues: list[Table]) -> Iterator[Problem]:
    """Issues that give way to each other in a ring; each ring once, at its first issue."""
    over = {issue.text("id"): [name for _, name in issue.texts("over")] for issue in issues}
    told: set[str | None] = set()
    for issue in issues:
        start = issue.text("id")
        ring = _ring(start, over)
        if ring and told.isdisjoint(ring):
            yield issue.problem(f"over goes in a circle: {' over '.join(ring)}", "over")
        told.update(ring)


def _ring(start: str | None, over: Mapping[str | None, list[str]]) -> list[str]:
    """The shortest way from an issue back to itself along ``over``; empty if there is none."""
    if start is None:
        return []
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:  # grows while it is read: breadth first
        for name in over.get(way[-1], []):
            if name == start:
                return [*way, name]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
