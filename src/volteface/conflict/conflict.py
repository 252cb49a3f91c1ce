"""A checked conflict: who there is, every quantity, and the dated shocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.case.conflict_schema import Change, ConflictFile
from volteface.case.council_schema import Council
from volteface.case.parameter import Parameter
from volteface.case.patron_schema import NONE
from volteface.conflict.arrays import Body, Structure
from volteface.conflict.channels import Offsets, offsets
from volteface.conflict.layout import ADD, SET, TIMES, Layout
from volteface.conflict.quantities import Quantities, list_quantities


@dataclass(frozen=True, slots=True)
class Event:
    """A change of one quantity from ``first`` to ``last``, months counted from 0, both included.

    ``operation`` is one of SET, ADD, TIMES of :mod:`volteface.conflict.layout`; ``value`` is drawn
    once a world, from a stream of the event's ``name``.
    """

    name: str
    place: int
    operation: int
    value: Parameter
    first: int
    last: int


@dataclass(frozen=True)
class Conflict:
    """Everything a run needs except draws and seed; made by ``load_conflict``."""

    file: ConflictFile
    structure: Structure
    layout: Layout
    quantities: Quantities
    shocks: tuple[Event, ...]

    @property
    def record(self) -> Offsets:
        """The blocks of a record's row."""
        return offsets(self.structure, self.layout)

    @property
    def months(self) -> int:
        """Length of the run."""
        return self.file.months

    def month_of(self, day: date) -> int:
        """The month of the run that a day falls in; below 0 or from ``months`` on if outside."""
        begins = self.file.begins
        return (day.year - begins.year) * 12 + day.month - begins.month

    def reach(self, events: Sequence[Event], place: int) -> tuple[float, float]:
        """The least and the greatest that a quantity can be once ``events`` change it.

        Shocks come first; any of them may be in force or not.
        """
        least, most = self.quantities.at(place).parameter.support
        for shock in self.shocks:
            if shock.place == place:
                low, high = changed((least, most), shock.operation, shock.value.support)
                least, most = min(least, low), max(most, high)
        for event in events:
            least, most = changed((least, most), event.operation, event.value.support)
        return least, most

    def first_day(self, month: int) -> date:
        """The first day of a month of the run."""
        years, months = divmod(self.file.begins.month - 1 + month, 12)
        return date(self.file.begins.year + years, months + 1, 1)


def changed(
    before: tuple[float, float], operation: int, by: tuple[float, float]
) -> tuple[float, float]:
    """Between what a quantity lies after a change, when both lay between the numbers given."""
    if operation == SET:
        return by
    if operation == ADD:
        return before[0] + by[0], before[1] + by[1]
    corners = [one * other for one in before for other in by]
    return min(corners), max(corners)


def build_conflict(file: ConflictFile) -> Conflict:
    """The conflict of a file whose names have been checked."""
    layout = Layout(
        len(file.parties),
        len(file.patrons),
        len(file.ladder),
        len(file.hostilities),
        len(file.options),
        len(file.council.members),
        len(file.council.rivals),
        len(file.relations),
        len(file.bargains),
    )
    quantities = list_quantities(file, layout)
    conflict = Conflict(file, _structure(file), layout, quantities, ())
    shocks = tuple(_event(conflict, change) for change in file.shocks)
    return Conflict(file, conflict.structure, layout, quantities, shocks)


def _event(conflict: Conflict, change: Change) -> Event:
    operation, value = next(
        (operation, value)
        for operation, value in ((SET, change.set), (ADD, change.add), (TIMES, change.times))
        if value is not None
    )
    last = conflict.months - 1 if change.to is None else conflict.month_of(change.to)
    return Event(
        f"shock.{change.id}",
        conflict.quantities.place(change.quantity),
        operation,
        value,
        conflict.month_of(change.from_),
        last,
    )


def _structure(file: ConflictFile) -> Structure:
    parties = [party.id for party in file.parties]
    patrons = [patron.id for patron in file.patrons]
    begins = file.begins

    def month(day: date | None) -> int:
        return -1 if day is None else (day.year - begins.year) * 12 + day.month - begins.month

    def places(names: list[str], among: list[str]) -> list[int]:
        return [among.index(name) for name in names]

    log_forts = np.zeros(file.forts + 1)
    log_forts[1:] = np.log(np.arange(1, file.forts + 1))
    leaves = [[int(party in option.leaves) for party in parties] for option in file.options]
    pairs = [sorted(places(list(pair.between), parties)) for pair in file.hostilities]
    related = [places(list(relation.between), patrons) for relation in file.relations]
    thirds = [patrons.index(found.third) if found.third else -1 for found in file.relations]
    into = [parties.index(p.merges_into) if p.merges_into else -1 for p in file.parties]
    members = file.council.members
    steps = len(file.instruments)

    def first(which: Sequence[bool]) -> int:
        return next((place for place, found in enumerate(which, 1) if found), steps + 1)

    return Structure(
        forts=file.forts,
        regime=next(i for i, party in enumerate(file.parties) if party.regime),
        initial=_whole([party.forts for party in file.parties]),
        enters=_whole([month(party.enters) for party in file.parties]),
        parent=_whole(
            [parties.index(p.splits_from) if p.splits_from else -1 for p in file.parties]
        ),
        into=_whole(into),
        pairs=_whole(pairs).reshape(-1, 2),
        client=_whole([parties.index(patron.client) for patron in file.patrons]),
        starts=_whole([file.ladder.index(patron.starts or NONE) for patron in file.patrons]),
        principal=_whole([patrons.index(patron.power or patron.id) for patron in file.patrons]),
        cover=first([instrument.public for instrument in file.instruments]),
        arms=first([instrument.arms for instrument in file.instruments]),
        force=first([instrument.own_force for instrument in file.instruments]),
        patron_of=_whole([patrons.index(m.id) if m.id in patrons else -1 for m in members]),
        body=make_body(file.council),
        leaves=_whole(leaves).reshape(-1, len(parties)),
        related=_whole(related).reshape(-1, 2),
        third=_whole(thirds),
        target=_whole([parties.index(bargain.target) for bargain in file.bargains]),
        log_forts=log_forts,
    )


def make_body(council: Council) -> Body:
    """The body that a table of conflict.toml describes."""
    cast = council.cast
    return Body(
        permanent=_whole([int(member.permanent) for member in council.members]),
        weight=_whole([member.weight for member in council.members]),
        needed=council.needed,
        over=0 if cast is None else cast.share.numerator,
        under=1 if cast is None else cast.share.denominator,
        strict=int(cast is not None and cast.strict),
    )


def _whole(numbers: object) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)
