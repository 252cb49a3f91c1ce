"""Names in a case: that each means one actor, person or outlet, and that each can be meant."""

from collections.abc import Iterable, Iterator, Sequence

from volteface.case.document import Table
from volteface.case.problem import Problem, Severity
from volteface.case.references import Documents, entries, same

_SURE = ("name", "aliases")
_LOOSE = ("adjectives", "metonyms")


def name_problems(documents: Documents) -> Iterator[Problem]:
    """Names shared by two actors, people or outlets; people and actors that nothing leads to.

    An alias must mean one actor. A capital or an adjective may be shared in real reporting, so
    that two actors have it is a warning only.
    """
    actors = entries(documents, "actors.toml", "actor")
    people = entries(documents, "actors.toml", "person")
    yield from _shared(actors, _SURE, "actor", "error")
    yield from _shared(actors, _SURE + _LOOSE, "actor", "warning")
    yield from _shared(people, _SURE, "person", "error")
    yield from _shared(entries(documents, "case.toml", "outlet"), _SURE, "outlet", "error")

    for person in people:
        if not person.tables("office"):
            alone = f"{person.text('name')} has no office and so speaks for no actor"
            yield person.problem(alone, severity="warning")
    in_office = {office.text("actor") for person in people for office in person.tables("office")}
    for actor in actors:
        named = any(actor.texts(key) for key in ("aliases", *_LOOSE))
        watches = actor.text("kind") == "observers"  # the vocabulary's nouns lead to these
        if not (named or watches or actor.text("id") in in_office):
            alone = (
                f"{actor.text('id')} has no aliases, adjectives, metonyms or office holders: "
                "reports can mean it only by its full name"
            )
            yield actor.problem(alone, severity="warning")


def _shared(
    tables: Iterable[Table], keys: Sequence[str], noun: str, severity: Severity
) -> Iterator[Problem]:
    """Names that two tables have; as a warning only where a loose name is one of the two."""
    first: dict[str, tuple[Table, int, bool]] = {}
    for table in tables:
        for key in keys:
            loose = key in _LOOSE
            for path, name in table.texts(key):
                here = (table, table.line(*path), loose)
                earlier, line, earlier_loose = first.setdefault(same(name), here)
                told = severity == "warning" and not (loose or earlier_loose)
                if earlier is not table and not told:
                    message = f'{key}: "{name}" is also another {noun}\'s, in line {line}'
                    yield table.problem(message, *path, severity=severity)
