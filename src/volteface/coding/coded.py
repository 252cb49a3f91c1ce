"""Everything that a reading finds in one report."""

from dataclasses import dataclass

from volteface.records import Claim, Event, Statement


@dataclass(frozen=True, slots=True)
class Coded:
    """A report's statements, events and claims, each in the order of their words."""

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
