"""Who coded what: each coder's own word on each unit, whatever holds in the ledger.

A unit is a statement as it was first read or entered. A person's word on it is what that person
decided last; a reader's is what its last reading made there. Two readers' statements are one unit
where more than half of the words that either has are common to both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from volteface.ledger import LedgerView
from volteface.ledger.decisions import by_record, in_force
from volteface.ledger.machine import MACHINE
from volteface.records import Statement

Word: TypeAlias = Statement | None
"""A coder's reading of a unit; None where the coder says that there is no such statement."""
COMMON = 0.5
"""Two statements with a larger part of their characters in common are readings of one."""


@dataclass(frozen=True, slots=True)
class Codings:
    """What each coder says of each unit, by the unit's id and the coder's name.

    ``readers`` are those beside the machine.
    """

    people: tuple[str, ...]
    readers: tuple[str, ...]
    machine: str | None
    words: Mapping[str, Mapping[str, Word]]


def codings(ledger: LedgerView) -> Codings:
    """All that people decided on statements and readers read, unit by unit."""
    words: defaultdict[str, dict[str, Word]] = defaultdict(dict)
    people: set[str] = set()
    for record, decisions in by_record(ledger.decisions()).items():
        versions = ledger.versions(record)
        if not versions:
            continue
        for one in in_force(decisions):
            people.add(one.coder)
            known = one.version is not None and one.version <= len(versions)
            words[record][one.coder] = versions[(one.version or 1) - 1] if known else None
    readers = ledger.coders()
    machine = next((name for name in readers if name.startswith(f"{MACHINE}/")), None)
    others = tuple(name for name in readers if name != machine)
    for name in ((machine,) if machine else ()) + others:
        _join(words, name, list(ledger.read_by(name)))
    return Codings(tuple(sorted(people)), others, machine, dict(words))


def _join(words: dict[str, dict[str, Word]], reader: str, read: Sequence[Statement]) -> None:
    """Enter a reader's statements, each at the unit that has the same words, or at its own."""
    taken: set[str] = set()
    homes: dict[str, str] = {one.id: one.id for one in read if one.id in words}
    for _, unit, record in sorted(_likely(words, read), key=lambda pair: (-pair[0], *pair[1:])):
        if unit not in taken and record not in homes:
            homes[record] = unit
            taken.add(unit)
    for one in read:
        words.setdefault(homes.get(one.id, one.id), {})[reader] = one


def _likely(
    words: Mapping[str, Mapping[str, Word]], read: Sequence[Statement]
) -> Iterator[tuple[float, str, str]]:
    """Units and statements with much in common: how much, and their ids."""
    at_report: defaultdict[str, list[tuple[str, frozenset[int]]]] = defaultdict(list)
    for unit, said in words.items():
        known = next((word for word in said.values() if word is not None), None)
        if known is not None:
            at_report[known.report].append((unit, _places(known)))
    for one in read:
        mine = _places(one)
        for unit, theirs in at_report[one.report]:
            common = len(mine & theirs) / (len(mine | theirs) or 1)
            if common > COMMON:
                yield common, unit, one.id


def _places(statement: Statement) -> frozenset[int]:
    """The characters that a statement's words stand at."""
    spans: Iterable[tuple[int, int]] = statement.content
    return frozenset(at for start, end in spans for at in range(start, end))
