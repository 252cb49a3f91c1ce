"""Patrons: a ladder of support with hysteresis (Dixit 1989).

What a patron gets each month on step u, where b(u) is the success it expects of its side if it
supports it at u::

    v(u) = (stake + interest_u) b(u) + stake keeps (1 - b(u)) + standing [u >= cover]
           - cost_u (1 + burden elsewhere) - bite_u pressure

``keeps`` is what an option on the table keeps of the stake for a losing patron, ``elsewhere`` what
its power spends on other clients. The stake grows as two others draw together whose rapprochement
it minds. Going up costs entry, going down face (more under pressure) and sunk investment; a step is
taken when the flow advantage is past Dixit's trigger for those costs, unless it pays to wait for
the next government. Limits: :func:`volteface.conflict.dixit.triggers`, and for waiting Marshall's
triggers as ``swing`` goes to 0.
"""

import numpy as np
import numpy.typing as npt

from volteface.conflict.arrays import FIGHTING, OUT, Parameters, Reals, State, Structure, Whole
from volteface.conflict.belief import Outlook, prospect
from volteface.conflict.belief import shift as shift_beliefs
from volteface.conflict.fields import (
    NONE,
    ON,
    Battlefield,
    Option,
    Patron,
    Settlement,
    Step,
)
from volteface.conflict.rates import strengths
from volteface.conflict.stakes import pressures, spent_elsewhere, stakes


def on_table(p: Parameters, column: Option) -> Reals:
    """The best of one property among the options on the table, (draws,); 0 for none."""
    tabled = p.option[:, :, Option.TABLED] >= ON
    best: Reals = np.max(np.where(tabled, p.option[:, :, column], 0.0), axis=1, initial=0.0)
    return best


def success(
    structure: Structure,
    p: Parameters,
    state: State,
    outlook: Outlook,
    *,
    actor: int,
    party: int,
    factor: Reals,
) -> Reals:
    """A side's success as an actor believes it, were the party's strength ``factor`` of what it is.

    All arrays are (draws,); where the party is not in the war the value has no meaning.
    """  # fmt: skip
    tilt = p.battlefield[:, Battlefield.DECISIVENESS] * outlook.weight[:, party]
    return prospect(
        outlook.distance,
        outlook.pace,
        state.wins[:, actor],
        state.losses[:, actor],
        tilt * np.log(factor),
        regime=party == structure.regime,
    )


def flows(structure: Structure, p: Parameters, state: State, outlook: Outlook, s: int) -> Reals:
    """The flow value of every step for one patron, (draws, steps)."""
    client = int(structure.client[s])
    _, whole = strengths(structure, p, state)
    there = state.status[:, client] == FIGHTING
    whole = np.where(there, whole[:, client], 1.0)
    rows = np.arange(len(whole))
    given = np.where(there, p.ladder[rows, s, state.delivered[:, s], Step.EFFECT], 0.0)
    keeps = on_table(p, Option.KEEPS_TIES)
    pressure = pressures(structure, p, state)[:, s]
    stake = stakes(structure, p, state)[:, s]
    dearer = 1 + p.patron[:, s, Patron.BURDEN] * spent_elsewhere(structure, p, state)[:, s]
    actor = len(structure.enters) + structure.principal[s]
    now = outlook.survival[:, actor]
    now = now if client == structure.regime else 1 - now
    values = np.zeros((len(whole), p.ladder.shape[2]))
    for u in range(p.ladder.shape[2]):
        step = p.ladder[:, s, u]
        effect = np.where(there, step[:, Step.EFFECT], 0.0)
        factor = (whole - given + effect) / whole
        hope = success(structure, p, state, outlook, actor=actor, party=client, factor=factor)
        hope = np.where(effect == given, now, hope)
        value = (stake + step[:, Step.INTEREST]) * hope + stake * keeps * (1 - hope)
        value = value - (step[:, Step.COST] * dearer + step[:, Step.BITE] * pressure)
        value = value + (p.patron[:, s, Patron.STANDING] if u >= structure.cover else 0)
        anger = p.settlement[:, Settlement.BITTERNESS] * state.bitterness
        values[:, u] = value + (anger if u >= structure.force else 0)
    return values


def exit_costs(structure: Structure, p: Parameters, state: State, s: int) -> Reals:
    """What stepping down costs one patron, (draws,): face, more under pressure, and sunk cost."""
    face = p.patron[:, s, Patron.FACE] * (1 - on_table(p, Option.FACE_SAVING))
    pressure = pressures(structure, p, state)[:, s]
    return face * (1 + p.patron[:, s, Patron.REACTANCE] * pressure) + state.sunk[:, s]


def passes(
    advantage: Reals, entry: Reals, leave: Reals, rho: Reals, sigma: Reals
) -> npt.NDArray[np.bool_]:
    """Whether a flow advantage is past the upper of Dixit's triggers, (draws,)."""
    half = rho * (entry + leave) / 2
    beyond = advantage - rho * (entry - leave) / 2
    reach = sigma / np.sqrt(2 * rho)
    with np.errstate(over="ignore"):
        held = reach * np.tanh(beyond / np.where(reach > 0, reach, 1))
    passed: npt.NDArray[np.bool_] = (beyond > half) & (beyond - held >= half)
    return passed


def waits(  # noqa: PLR0917 - as the compiled one
    advantage: Reals, entry: Reals, leave: Reals, rho: Reals, swing: Reals, reveal: Reals
) -> npt.NDArray[np.bool_]:
    """Whether it pays to wait until it is known who governs next (Bernanke 1983), (draws,).

    The next government sees the advantage higher or lower by ``swing``, as likely either way; it
    becomes known at the rate ``reveal``. Acting now has the advantage until then and costs entry;
    acting then may be spared, having acted may be undone at the cost of leaving.
    """
    known = reveal / (rho + reveal)
    now = advantage / (rho + reveal) - entry
    later = np.zeros(len(advantage))
    for sign in (1.0, -1.0):
        then = (advantage + sign * swing) / rho
        now = now + 0.5 * known * np.maximum(then, -leave)
        later = later + 0.5 * known * np.maximum(then - entry, 0.0)
    pays: npt.NDArray[np.bool_] = (swing > 0) & (now < later)
    return pays


def step(
    structure: Structure, p: Parameters, state: State, outlook: Outlook
) -> tuple[State, Reals]:
    """Every patron's step for the month, and what support delivered changes.

    All decide on the same strengths and beliefs; less support bites at once, more after the lag;
    what changes on the battlefield everybody knows.

    Returns:
        The state, and the flow value of the step chosen, (draws, patrons).
    """
    going_on = np.zeros(state.level.shape)
    level, lag, sunk = state.level.copy(), state.lag.copy(), state.sunk.copy()
    for s, client in enumerate(structure.client):
        status = state.status[:, client]
        held = p.patron[:, s, Patron.HELD].astype(np.int64)
        now = np.where(held >= 0, held, state.level[:, s])
        values = flows(structure, p, state, outlook, s)
        free = (status == FIGHTING) & (held < 0)
        best = np.where(free, _best(structure, p, state, values, s), now)
        best = np.where(status == OUT, NONE, best)
        going_on[:, s] = np.where(status == FIGHTING, _at(values, best), 0.0)
        rises = best > state.level[:, s]
        lag[:, s] = np.where(rises, np.ceil(p.patron[:, s, Patron.DEPLOYMENT_LAG]), lag[:, s])
        level[:, s] = best
        cost = p.patron[:, s, Patron.SUNK] * _at(p.ladder[:, s, :, Step.COST], best)
        sunk[:, s] += cost - p.patron[:, s, Patron.SUNK_DECAY] * sunk[:, s]
    moved = state._replace(sunk=sunk)
    return _deliver(structure, p, moved, outlook, level=level, lag=lag), going_on


def lapse(structure: Structure, state: State) -> State:
    """Support ends with its client, whoever won."""
    out = state.status[:, structure.client] == OUT
    return state._replace(
        level=np.where(out, NONE, state.level), delivered=np.where(out, NONE, state.delivered)
    )


def _at(values: Reals, column: Whole) -> Reals:
    found: Reals = values[np.arange(len(values)), column]
    return found


def _best(structure: Structure, p: Parameters, state: State, values: Reals, s: int) -> Whole:
    """The best step among those past their trigger, else the present one."""
    rho = p.patron[:, s, Patron.DISCOUNT]
    sigma = p.patron[:, s, Patron.VOLATILITY] * (1 + p.patron[:, s, Patron.UNCERTAINTY])
    leave = exit_costs(structure, p, state, s)
    level = state.level[:, s]
    climbed = np.cumsum(p.ladder[:, s, :, Step.ENTRY], axis=1)
    own = _at(values, level)
    best, most = level.copy(), np.zeros(len(level))
    swing, reveal = p.patron[:, s, Patron.SWING], p.patron[:, s, Patron.REVEAL]
    for w in range(p.ladder.shape[2]):
        rises = w > level
        entry = np.abs(climbed[:, w] - _at(climbed, level))
        first = np.where(rises, entry, leave)
        second = np.where(rises, leave, entry)
        gain = values[:, w] - own
        goes = passes(gain, first, second, rho, sigma) & (level != w)
        goes &= p.ladder[:, s, w, Step.OPEN] >= ON
        goes &= ~waits(gain, first, second, rho, swing, reveal)
        gain = gain - rho * first
        better = goes & ((best == level) | (gain > most))
        best, most = np.where(better, w, best), np.where(better, gain, most)
    return best


def _deliver(
    structure: Structure,
    p: Parameters,
    state: State,
    outlook: Outlook,
    *,
    level: Whole,
    lag: Whole,
) -> State:
    rows = np.arange(len(level))
    _, whole = strengths(structure, p, state)
    whole = whole.copy()
    delivered = state.delivered.copy()
    tilt = np.zeros(len(level))
    for s, client in enumerate(structure.client):
        before = delivered[:, s].copy()
        waits = (lag[:, s] > 0) & (level[:, s] > before)
        lag[:, s] = np.where(waits, lag[:, s] - 1, 0)
        delivered[:, s] = np.where(waits, before, level[:, s])
        effect = p.ladder[:, s, :, Step.EFFECT]
        added = effect[rows, delivered[:, s]] - effect[rows, before]
        changed = (state.status[:, client] == FIGHTING) & (added != 0)
        after = np.where(changed, whole[:, client] + added, 1.0)
        ratio = np.where(changed, after / np.where(changed, whole[:, client], 1.0), 1.0)
        tilt += outlook.weight[:, client] * np.log(ratio)
        whole[:, client] = np.where(changed, after, whole[:, client])
    moved = state._replace(level=level, lag=lag, delivered=delivered)
    return shift_beliefs(moved, p.battlefield[:, Battlefield.DECISIVENESS] * tilt)
