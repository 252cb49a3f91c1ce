"""Every quantity of a conflict by name: what it means, what it may be, where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pydantic import AfterValidator

from volteface.case.conflict_schema import ConflictFile
from volteface.case.locate import Path
from volteface.case.parameter import Bounds, Parameter
from volteface.case.patron_schema import NONE, Patron, Step
from volteface.case.problem import hint
from volteface.case.quantity_schema import Sourced
from volteface.conflict import fields
from volteface.conflict.layout import Layout, starts
from volteface.errors import UsageError

_OWN = "no part of the case"
_FREE = Parameter("value", (-1.0,))
_ZERO = Parameter("value", (0.0,))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of the model that shocks and interventions can change.

    ``levels`` are the words it may be set to (the steps of a ladder), or empty; ``source`` says who
    vouches for ``parameter``; ``path`` is where conflict.toml has it. Its place in the row of
    quantities is its place in :class:`Quantities`.
    """

    name: str
    parameter: Parameter
    bounds: Bounds
    meaning: str
    unit: str
    source: str
    path: Path
    levels: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """The present value or distribution in words."""
        free = self.levels and self.parameter.numbers[0] < 0
        return "as it chooses" if free else str(self.parameter)


class Quantities:
    """All of them in the order of the row, and by name."""

    def __init__(self, items: Sequence[Quantity]) -> None:
        self._items = tuple(items)
        self._places = {item.name: place for place, item in enumerate(items)}

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._items)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in the order of the row."""
        return tuple(self._places)

    def at(self, place: int) -> Quantity:
        """The quantity that stands in a place of the row."""
        return self._items[place]

    def place(self, name: str) -> int:
        """Where a quantity stands in the row.

        Raises:
            UsageError: there is none of that name; says the nearest.
        """
        if name not in self._places:
            raise UsageError(f"unknown quantity {name} ({hint(name, self._places)})")
        return self._places[name]

    def named(self, name: str) -> Quantity:
        """The quantity of that name.

        Raises:
            UsageError: as :meth:`place`.
        """
        return self._items[self.place(name)]


def list_quantities(file: ConflictFile, layout: Layout) -> Quantities:
    """Every quantity of a conflict, block by block in the order of the row."""
    listed = [*_parts(file), *_actors(file), *_ladders(file), *_pairs(file), *_rest(file)]
    assert len(listed) == starts(layout)[""], "one quantity for each place of the row"
    return Quantities(listed)


def _parts(file: ConflictFile) -> Iterator[Quantity]:
    yield from _columns("battlefield", file.battlefield, fields.Battlefield, ("battlefield",))
    yield from _columns("belief", file.belief, fields.Belief, ("belief",))
    yield from _columns("scandal", file.scandal, fields.Scandal, ("scandal",))
    yield from _columns("settlement", file.settlement, fields.Settlement, ("settlement",))
    yield from _columns("council", file.council, fields.Council, ("council",))


def _actors(file: ConflictFile) -> Iterator[Quantity]:
    for place, party in enumerate(file.parties):
        yield from _columns(party.id, party, fields.Observer, ("party", place))
    for place, patron in enumerate(file.patrons):
        if patron.power is None:
            yield from _columns(patron.id, patron, fields.Observer, ("patron", place))
        else:
            yield from _beliefs_of_its_power(patron, ("patron", place))
    for place, party in enumerate(file.parties):
        yield from _columns(party.id, party, fields.Party, ("party", place))
    for place, patron in enumerate(file.patrons):
        own = [column for column in fields.Patron if column is not fields.Patron.HELD]
        yield from _columns(patron.id, patron, own, ("patron", place))
        yield Quantity(
            f"{patron.id}.support",
            _FREE,
            Bounds(0, len(file.ladder) - 1),
            "step of the ladder that it is held at",
            "step",
            _OWN,
            ("patron", place),
            file.ladder,
        )


def _beliefs_of_its_power(patron: Patron, path: Path) -> Iterator[Quantity]:
    """Places that hold what nobody reads: a power believes the same whomever it supports."""
    for column in fields.Observer:
        given = Parameter("value", (0.5,))
        name = f"{patron.id}.{column.name.lower()}"
        said = f"as {patron.power} believes"
        yield Quantity(name, given, Bounds(0.5, 0.5), said, "", _OWN, path)


def _ladders(file: ConflictFile) -> Iterator[Quantity]:
    for place, patron in enumerate(file.patrons):
        path: Path = ("patron", place)
        for column in fields.Step:
            name = f"{patron.id}.{NONE}.{column.name.lower()}"
            fixed = 1.0 if column is fields.Step.OPEN else 0.0
            given = Parameter("value", (fixed,))
            yield Quantity(name, given, Bounds(fixed, fixed), "nothing is given", "", _OWN, path)
        for step in file.ladder[1:]:
            yield from _step(patron, step, (*path, step))


def _step(patron: Patron, step: str, path: Path) -> Iterator[Quantity]:
    table: Step = patron.step(step)
    yield from _columns(f"{patron.id}.{step}", table, fields.Step, path, patron.source)


def _pairs(file: ConflictFile) -> Iterator[Quantity]:
    for place, pair in enumerate(file.hostilities):
        name = f"hostility.{'.'.join(pair.between)}"
        yield from _columns(name, pair, fields.Hostility, ("hostility", place))


def _rest(file: ConflictFile) -> Iterator[Quantity]:
    ids = [party.id for party in file.parties] + [patron.id for patron in file.patrons]
    for place, option in enumerate(file.options):
        path: Path = ("option", place)
        own = [column for column in fields.Option if column is not fields.Option.IMPOSED]
        yield from _columns(option.id, option, own, path)
        meaning = "whether it is adopted, whoever is against it (from one half on)"
        yield Quantity(f"{option.id}.imposed", _ZERO, Bounds(0, 1), meaning, "share", _OWN, path)
    for place, option in enumerate(file.options):
        for actor in ids:
            given = option.payoff.get(actor, Parameter("value", (0.0,), source="not in the case"))
            yield Quantity(
                f"{option.id}.payoff.{actor}",
                given,
                Bounds(0, 1),
                f"what {option.title} is worth to {actor}",
                "share of its office or stake",
                given.source or option.source or "",
                ("option", place, "payoff", actor),
            )
    for place, member in enumerate(file.council.members):
        path = ("council", "member", place)
        yield from _columns(
            f"council.{member.id}", member, fields.Member, path, file.council.source
        )
    for place, rival in enumerate(file.council.rivals):
        path = ("council", "rival", place)
        yield from _columns(rival.id, rival, fields.Rival, path, file.council.source)
    for place, relation in enumerate(file.relations):
        name = f"relation.{'.'.join(relation.between)}"
        yield from _columns(name, relation, fields.Relation, ("relation", place))
    for place, bargain in enumerate(file.bargains):
        yield from _columns(bargain.id, bargain, fields.Bargain, ("bargain", place))


def _columns(
    name: str,
    table: Sourced,
    columns: type[IntEnum] | Sequence[IntEnum],
    path: Path,
    around: str | None = None,
) -> Iterator[Quantity]:
    """The quantities of one table of the file, in the order of the columns."""
    for column in columns:
        key = column.name.lower()
        field = type(table).model_fields[key]
        extra = field.json_schema_extra
        assert isinstance(extra, dict)
        parameter: Parameter = getattr(table, key)
        checks = [found.func for found in field.metadata if isinstance(found, AfterValidator)]
        yield Quantity(
            f"{name}.{key}",
            parameter,
            next((check for check in checks if isinstance(check, Bounds)), Bounds()),
            field.description or "",
            str(extra["unit"]),
            parameter.source or table.source or around or "",
            (*path, key),
        )
