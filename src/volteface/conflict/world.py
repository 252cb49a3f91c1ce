"""The coupled world, one month at a time: the numpy reference.

A month begins with its shocks and the fighting, then its dead and what everybody now believes.
Outside powers deal with each other, patrons choose, clients answer, the Council votes. Settlement
and dissolving parties come last, before the record. Draws whose war is over stay as they are.
:mod:`volteface.conflict.compiled_world` is the same, compiled; a test holds the two equal.
"""

from dataclasses import dataclass

import numpy as np

from volteface.conflict import battlefield, belief, council, leverage, patrons, powers, settlement
from volteface.conflict.address import Hash, month_hash
from volteface.conflict.arrays import GOING_ON, Parameters, Reals, State, Structure, Whole
from volteface.conflict.belief import Outlook
from volteface.conflict.conflict import Conflict
from volteface.conflict.council import Session
from volteface.conflict.fields import Scandal
from volteface.conflict.layout import Events, apply_events, split
from volteface.conflict.leverage import Demands, Leverage
from volteface.conflict.record import record_month
from volteface.conflict.settlement import Stands
from volteface.conflict.stakes import pressures
from volteface.conflict.state import init


@dataclass(frozen=True)
class Month:
    """What a month leaves beside the state; (draws, ...) each.

    ``stands`` has a meaning only where the war went on; ``against`` is 0 where it did not.
    """

    casualties: Reals
    outlook: Outlook
    pressure: Reals
    leverage: Leverage
    demands: Demands
    stands: Stands
    against: Whole
    session: Session


def step(
    structure: Structure, p: Parameters, state: State, month: int, start: Hash
) -> tuple[State, Month]:
    """One month of every draw.

    Args:
        structure: Who there is.
        p: Quantities as they hold this month.
        state: Of the month before.
        month: Counts from 0.
        start: Hash of the month for each draw.
    """
    going = state.over == GOING_ON
    state, fought = battlefield.step(structure, p, state, month, start)
    state = belief.step(p, state, fought.seen_wins, fought.seen_losses, going)
    outrage = p.scandal[:, Scandal.OUTRAGE] * fought.casualties / 1000
    state = state._replace(
        scandal=state.scandal + outrage - p.scandal[:, Scandal.DECAY] * state.scandal,
        toll=state.toll + fought.casualties,
    )
    outlook = belief.judge(structure, p, state)
    after, seen = _decide(
        structure, p, state, month, start, outlook=outlook, casualties=fought.casualties
    )
    return patrons.lapse(structure, _where(state.over == GOING_ON, after, state)), seen


def run(
    conflict: Conflict, events: Events, rows: Reals, *, seed: int, first_draw: int = 0
) -> tuple[State, Reals]:
    """Run worlds from the first month to the last with the reference.

    Args:
        conflict: The case's.
        events: Shocks and interventions.
        rows: (draws, width + events) quantities and values of events.
        seed: Of the run.
        first_draw: Address of the first row.

    Returns:
        The last state, and the record, (draws, months, width).
    """
    width = len(conflict.quantities)
    state = init(conflict.structure, split(rows, conflict.layout))
    draws = np.arange(first_draw, first_draw + len(rows))
    record = np.zeros((len(rows), conflict.months, conflict.record.width))
    for month in range(conflict.months):
        p = split(apply_events(rows, events, month, width), conflict.layout)
        start = month_hash(seed, draws, month)
        state, seen = step(conflict.structure, p, state, month, start)
        record_month(conflict, p, state, seen, record[:, month])
    return state, record


def _decide(
    structure: Structure,
    p: Parameters,
    state: State,
    month: int,
    start: Hash,
    *,
    outlook: Outlook,
    casualties: Reals,
) -> tuple[State, Month]:
    """Patrons, clients, Council, settlement and dissolution, as if no war were over."""
    on = state.over == GOING_ON
    pressure = pressures(structure, p, state)
    moved = powers.bargain(structure, p, powers.relate(structure, p, state), start)
    moved, going_on = patrons.step(structure, p, moved, outlook)
    after = belief.judge(structure, p, moved)
    levers = leverage.step(structure, p, moved, after)
    demands = leverage.demand(
        structure, p, moved, start, outlook=after, leverage=levers, going_on=going_on
    )
    moved, session = council.step(structure, p, moved, start)
    stands = settlement.stand(
        structure,
        p,
        moved,
        outlook=after,
        leverage=levers,
        going_on=going_on,
        demands=demands,
    )
    moved = settlement.step(p, moved, month, start, stands.against)
    moved = battlefield.dissolve(structure, p, moved, month, start)
    seen = Month(
        casualties,
        Outlook(
            outlook.distance,
            outlook.pace,
            outlook.weight,
            np.where(on[:, None], after.survival, outlook.survival),
        ),
        np.where(on[:, None], pressure, 0.0),
        Leverage(np.where(on[:, None], levers.share, 0.0), levers.without),
        Demands(
            np.where(on[:, None], demands.wish, -1),
            np.where(on[:, None], demands.made, 0),
            np.where(on[:, None], demands.met, 0),
            demands.consent,
        ),
        stands,
        np.where(on[:, None], stands.against, 0),
        Session(
            np.where(on[:, None], session.adoption, 0.0),
            np.where(on[:, None], session.tabled, 0.0),
            np.where(on[:, None], session.passed, 0.0),
        ),
    )
    return moved, seen


def _where(on: np.ndarray, moved: State, stayed: State) -> State:
    """The moved state where the war goes on, else the one that stayed."""
    return State(
        *(
            np.where(on.reshape(-1, *[1] * (new.ndim - 1)), new, old)
            for new, old in zip(moved, stayed, strict=True)
        )
    )
