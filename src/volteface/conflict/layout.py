"""How the quantities of one draw lie in one row of numbers, and how events change them."""

from typing import NamedTuple

from volteface.conflict import fields
from volteface.conflict.arrays import Parameters, Reals, Whole

SET, ADD, TIMES = 0, 1, 2


class Layout(NamedTuple):
    """How many there are of each."""

    parties: int
    patrons: int
    steps: int
    pairs: int
    options: int
    members: int
    rivals: int
    relations: int
    bargains: int


class Events(NamedTuple):
    """Dated changes, in the order in which they are applied.

    The value of event e stands in the row's place ``width + e``.
    """

    first: Whole
    """(e,) first month."""
    last: Whole
    """(e,) last month."""
    place: Whole
    """(e,) place in the row of the quantity it changes."""
    operation: Whole
    """(e,) SET, ADD or TIMES."""


def shapes(layout: Layout) -> dict[str, tuple[int, ...]]:
    """The shape of each block of :class:`~volteface.conflict.arrays.Parameters`, in row order."""
    return {
        "battlefield": (len(fields.Battlefield),),
        "belief": (len(fields.Belief),),
        "scandal": (len(fields.Scandal),),
        "settlement": (len(fields.Settlement),),
        "council": (len(fields.Council),),
        "observer": (layout.parties + layout.patrons, len(fields.Observer)),
        "party": (layout.parties, len(fields.Party)),
        "patron": (layout.patrons, len(fields.Patron)),
        "ladder": (layout.patrons, layout.steps, len(fields.Step)),
        "hostility": (layout.pairs, len(fields.Hostility)),
        "option": (layout.options, len(fields.Option)),
        "payoff": (layout.options, layout.parties + layout.patrons),
        "member": (layout.members, len(fields.Member)),
        "rival": (layout.rivals, len(fields.Rival)),
        "relation": (layout.relations, len(fields.Relation)),
        "bargain": (layout.bargains, len(fields.Bargain)),
    }


def starts(layout: Layout) -> dict[str, int]:
    """Where each block begins in the row; "" is the row's width."""
    places: dict[str, int] = {}
    at = 0
    for name, shape in shapes(layout).items():
        places[name] = at
        size = 1
        for length in shape:
            size *= length
        at += size
    places[""] = at
    return places


def split(rows: Reals, layout: Layout) -> Parameters:
    """Views of rows (draws, width or more) as blocks with the draws first."""
    blocks = {}
    places = starts(layout)
    for name, shape in shapes(layout).items():
        size = 1
        for length in shape:
            size *= length
        block = rows[:, places[name] : places[name] + size]
        blocks[name] = block.reshape(len(rows), *shape)
    return Parameters(**blocks)


def apply_events(rows: Reals, events: Events, month: int, width: int) -> Reals:
    """The rows as they hold in one month: a copy with the active events applied in order."""
    changed = rows.copy()
    for e, place in enumerate(events.place):
        if not events.first[e] <= month <= events.last[e]:
            continue
        value = rows[:, width + e]
        if events.operation[e] == SET:
            changed[:, place] = value
        elif events.operation[e] == ADD:
            changed[:, place] += value
        else:
            changed[:, place] *= value
    return changed
