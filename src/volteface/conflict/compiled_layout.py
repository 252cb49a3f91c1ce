"""The row of :mod:`volteface.conflict.layout`, compiled: views of one draw's row, and events."""

from volteface.conflict.arrays import Parameters, Reals
from volteface.conflict.compiled import inner
from volteface.conflict.fields import (
    Bargain,
    Battlefield,
    Belief,
    Council,
    Hostility,
    Member,
    Observer,
    Option,
    Party,
    Patron,
    Relation,
    Rival,
    Scandal,
    Settlement,
    Step,
)
from volteface.conflict.layout import ADD, SET, Events, Layout

_BATTLEFIELD, _BELIEF, _SCANDAL = len(Battlefield), len(Belief), len(Scandal)
_SETTLEMENT, _COUNCIL, _OBSERVER = len(Settlement), len(Council), len(Observer)
_PARTY, _PATRON, _STEP, _OPTION = len(Party), len(Patron), len(Step), len(Option)
_MEMBER, _RIVAL, _RELATION, _BARGAIN = len(Member), len(Rival), len(Relation), len(Bargain)
_HOSTILITY = len(Hostility)


@inner
def split_row(row: Reals, layout: Layout) -> Parameters:
    """One row as blocks; they share its memory."""
    actors = layout.parties + layout.patrons
    a = _BATTLEFIELD
    b = a + _BELIEF
    c = b + _SCANDAL
    e = c + _SETTLEMENT
    f = e + _COUNCIL
    g = f + actors * _OBSERVER
    h = g + layout.parties * _PARTY
    i = h + layout.patrons * _PATRON
    j = i + layout.patrons * layout.steps * _STEP
    k = j + layout.pairs * _HOSTILITY
    m = k + layout.options * _OPTION
    n = m + layout.options * actors
    o = n + layout.members * _MEMBER
    q = o + layout.rivals * _RIVAL
    r = q + layout.relations * _RELATION
    t = r + layout.bargains * _BARGAIN
    return Parameters(
        row[:a],
        row[a:b],
        row[b:c],
        row[c:e],
        row[e:f],
        row[f:g].reshape(actors, _OBSERVER),
        row[g:h].reshape(layout.parties, _PARTY),
        row[h:i].reshape(layout.patrons, _PATRON),
        row[i:j].reshape(layout.patrons, layout.steps, _STEP),
        row[j:k].reshape(layout.pairs, _HOSTILITY),
        row[k:m].reshape(layout.options, _OPTION),
        row[m:n].reshape(layout.options, actors),
        row[n:o].reshape(layout.members, _MEMBER),
        row[o:q].reshape(layout.rivals, _RIVAL),
        row[q:r].reshape(layout.relations, _RELATION),
        row[r:t].reshape(layout.bargains, _BARGAIN),
    )


@inner
def turns(events: Events, month: int) -> bool:
    """Whether an event begins in this month or ended with the last."""
    for e in range(events.first.shape[0]):
        if events.first[e] == month or events.last[e] + 1 == month:
            return True
    return False


@inner
def apply_row(row: Reals, base: Reals, events: Events, month: int) -> None:
    """Write into ``row`` the draw's ``base`` as it holds in one month."""
    width = row.shape[0]
    for place in range(width):
        row[place] = base[place]
    for e in range(events.first.shape[0]):
        if not events.first[e] <= month <= events.last[e]:
            continue
        place = events.place[e]
        if events.operation[e] == SET:
            row[place] = base[width + e]
        elif events.operation[e] == ADD:
            row[place] += base[width + e]
        else:
            row[place] *= base[width + e]
