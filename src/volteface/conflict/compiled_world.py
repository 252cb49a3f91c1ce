"""The world of :mod:`volteface.conflict.world`, compiled: draw by draw, month by month."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import numpy as np

from volteface.conflict.arrays import GOING_ON, Parameters, Reals, State, Structure
from volteface.conflict.channels import Offsets
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_address import month_hash
from volteface.conflict.compiled_battlefield import (
    enter,
    fade,
    fight,
    force_out,
    merge,
    mobilise,
)
from volteface.conflict.compiled_belief import forget, judge
from volteface.conflict.compiled_council import vote
from volteface.conflict.compiled_layout import apply_row, split_row, turns
from volteface.conflict.compiled_leverage import demand, fighting_on, guarantee, lever
from volteface.conflict.compiled_patrons import decide, deliver, lapse
from volteface.conflict.compiled_powers import bargain, relate
from volteface.conflict.compiled_rates import muster
from volteface.conflict.compiled_record import record_month
from volteface.conflict.compiled_settlement import block, settle
from volteface.conflict.compiled_stakes import press, weigh
from volteface.conflict.fields import Scandal
from volteface.conflict.layout import Events, Layout
from volteface.conflict.scratch import Scratch


@compiled
def run_draws(
    structure: Structure,
    layout: Layout,
    events: Events,
    rows: Reals,
    row: Reals,
    state: State,
    work: Scratch,
    at: Offsets,
    seed: int,
    first_draw: int,
    first_month: int,
    record: Reals,
) -> None:
    """Advance every draw by ``record.shape[1]`` months, in place.

    Args:
        structure: Who there is.
        layout: How many of each.
        events: Shocks and interventions.
        rows: (draws, width + events) quantities and values of events.
        row: (width,) room for one draw's quantities.
        state: Of the month before; changed.
        work: Room for one draw; its content does not matter.
        at: Blocks of the record.
        seed: Of the run.
        first_draw: The address of the first row: draws keep theirs in any chunk.
        first_month: The month to run first.
        record: (draws, months, width of the record); filled.
    """
    p = split_row(row, layout)
    for d in range(rows.shape[0]):
        for t in range(record.shape[1]):
            month = first_month + t
            if t == 0 or turns(events, month):
                apply_row(row, rows[d], events, month)
            start = month_hash(seed, first_draw + d, month)
            clear(work)
            if state.over[d] == GOING_ON:
                battles(structure, p, state, d, month, start, work)
            outrage = p.scandal[Scandal.OUTRAGE] * work.casualties[0] / 1000.0
            state.scandal[d] += outrage - p.scandal[Scandal.DECAY] * state.scandal[d]
            state.toll[d] += work.casualties[0]
            muster(structure, p, state, d, work)
            judge(structure, p, state, d, work)
            if state.over[d] == GOING_ON:
                powers(structure, p, state, d, month, start, work)
            lapse(structure, state, d)
            muster(structure, p, state, d, work)
            record_month(structure, p, state, d, work, at, record[d, t])


@inner
def clear(work: Scratch) -> None:
    """What holds if nothing happens in a month."""
    work.casualties[0] = 0.0
    work.pressure[:] = 0.0
    work.leverage[:] = 0.0
    work.wish[:] = -1
    work.demands[:] = 0
    work.gives_in[:] = 0
    work.blockers[:] = 0
    work.council[:] = 0.0


@inner
def battles(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    month: int,
    start: np.uint64,
    work: Scratch,
) -> None:
    """The first half of a month: entries, mergers, mobilisation, removals, battles."""
    enter(structure, p, state, d, month)
    merge(structure, p, state, d)
    mobilise(structure, p, state, d)
    muster(structure, p, state, d, work)
    forget(p, state, d)
    force_out(structure, p, state, d, month, work)
    if state.over[d] == GOING_ON:
        muster(structure, p, state, d, work)
        fight(structure, p, state, d, month, start, work)


@inner
def powers(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    month: int,
    start: np.uint64,
    work: Scratch,
) -> None:
    """The second half: outside powers, patrons, clients, Council, settlement, dissolution."""
    relate(structure, p, state, d)
    struck = bargain(structure, p, state, d, start)
    muster(structure, p, state, d, work)
    press(structure, p, state, d, work)
    weigh(structure, p, state, d, work)
    decide(structure, p, state, d, work)
    if deliver(structure, p, state, d, work) or struck:
        judge(structure, p, state, d, work)
    lever(structure, p, state, d, work)
    guarantee(structure, p, state, d, work)
    fighting_on(structure, p, state, d, work)
    demand(structure, p, state, d, start, work)
    vote(structure, p, state, d, start, work)
    block(structure, p, state, d, work)
    settle(p, state, d, month, start, work)
    if state.over[d] == GOING_ON:
        muster(structure, p, state, d, work)
        fade(structure, p, state, d, month, start, work)
