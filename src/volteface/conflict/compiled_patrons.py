"""Patrons of :mod:`volteface.conflict.patrons`, compiled: one draw at a time."""

# ruff: noqa: PLR0917, FBT001 - compiled functions take no keyword-only arguments

import math

from volteface.conflict.arrays import FIGHTING, OUT, Parameters, Reals, State, Structure
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_belief import prospect, shift
from volteface.conflict.fields import (
    NONE,
    ON,
    Battlefield,
    Option,
    Patron,
    Settlement,
    Step,
)
from volteface.conflict.scratch import Scratch


@inner
def relief(p: Parameters) -> float:
    """The share of the loss of face that the best face-saving option on the table takes away."""
    best = 0.0
    for o in range(p.option.shape[0]):
        if p.option[o, Option.TABLED] >= ON:
            best = max(best, p.option[o, Option.FACE_SAVING])
    return best


@inner
def ties_kept(p: Parameters) -> float:
    """The share of the stake that the best option on the table keeps for a losing patron."""
    best = 0.0
    for o in range(p.option.shape[0]):
        if p.option[o, Option.TABLED] >= ON:
            best = max(best, p.option[o, Option.KEEPS_TIES])
    return best


@compiled
def exit_cost(patron: Reals, shown: float, pressure: float, sunk: float) -> float:
    """What stepping down costs: face, more of it under pressure, and what is sunk.

    ``patron`` is (columns,); ``shown`` the share of the loss of face that no option relieves.
    """
    face = patron[Patron.FACE] * shown * (1.0 + patron[Patron.REACTANCE] * pressure)
    cost: float = face + sunk
    return cost


@inner
def success(
    work: Scratch, wins: float, losses: float, behind_regime: bool, tilt: float, factor: float
) -> float:
    """A side's success as an actor believes it, were the client ``factor`` times as strong.

    ``tilt`` is what the client's log strength counts for in the regime's log odds of a battle.
    """
    effect = tilt * math.log(factor)
    distance, pace = work.distance[0], work.pace[0]
    chance: float = prospect(distance, pace, wins, losses, effect, behind_regime)
    return chance


@inner
def flow(
    structure: Structure,
    p: Parameters,
    s: int,
    level: int,
    hope: float,
    keeps: float,
    anger: float,
    work: Scratch,
) -> float:
    """The flow value of one step of a patron's ladder.

    Args:
        structure: Who there is.
        p: Quantities of the month.
        s: The patron.
        level: Which step it is.
        hope: Its side's success with this step, as it believes.
        keeps: Share of the stake kept if its side fails.
        anger: What failed talks add to own force.
        work: Stakes, pressure and what is spent elsewhere.
    """
    stake, step = work.stake[s], p.ladder[s, level]
    value: float = (stake + step[Step.INTEREST]) * hope + stake * keeps * (1.0 - hope)
    dearer = 1.0 + p.patron[s, Patron.BURDEN] * work.elsewhere[s]
    value -= step[Step.COST] * dearer + step[Step.BITE] * work.pressure[s]
    if level >= structure.cover:
        value += p.patron[s, Patron.STANDING]
    if level >= structure.force:
        value += anger
    return value


@compiled
def passes(advantage: float, entry: float, leave: float, rho: float, sigma: float) -> bool:
    """Whether a flow advantage is past Dixit's upper trigger for this cost of entry and of exit.

    The trigger ``h`` solves ``h - tanh(r h) / r = rho (k + l) / 2``; the left side rises, so it is
    enough to hold the distance from the middle against it. The lower trigger is the upper one of
    the opposite advantage with entry and exit exchanged.
    """
    half = rho * (entry + leave) / 2.0
    beyond = advantage - rho * (entry - leave) / 2.0
    if beyond <= half:
        return False
    if sigma <= 0.0:
        return True
    reach = sigma / math.sqrt(2.0 * rho)
    return beyond - reach * math.tanh(beyond / reach) >= half


@compiled
def waits(
    advantage: float, entry: float, leave: float, rho: float, swing: float, reveal: float
) -> bool:
    """Whether it pays to wait until it is known who governs next (Bernanke 1983)."""
    if swing <= 0.0:
        return False
    known = reveal / (rho + reveal)
    high, low = (advantage + swing) / rho, (advantage - swing) / rho
    now = advantage / (rho + reveal) - entry
    now += 0.5 * known * max(high, -leave)
    now += 0.5 * known * max(low, -leave)
    later = 0.5 * known * max(high - entry, 0.0)
    later += 0.5 * known * max(low - entry, 0.0)
    return now < later


@compiled
def climb(ladder: Reals, low: int, high: int) -> float:
    """The cost of entry from one step up to another."""
    entry = 0.0
    for step in range(low + 1, high + 1):
        entry += ladder[step, Step.ENTRY]
    return entry


@inner
def choose(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    s: int,
    work: Scratch,
    keeps: float,
    shown: float,
    held: int,
) -> int:
    """The step that a patron goes to; what it is worth to it is left in ``going_on``.

    That is the step it is held at, else the best of those past their trigger, else its own.

    A step's success is worked out only if the step could pass with the most that it can be: no
    more than now with less support, 1 with more.
    """
    client = structure.client[s]
    actor = structure.enters.shape[0] + structure.principal[s]
    patron, ladder = p.patron[s], p.ladder[s]
    wins, losses = state.wins[d, actor], state.losses[d, actor]
    behind = client == structure.regime
    tilt = p.battlefield[Battlefield.DECISIVENESS] * work.weight[client]
    pressure = work.pressure[s]
    anger = p.settlement[Settlement.BITTERNESS] * state.bitterness[d]
    given = ladder[state.delivered[d, s], Step.EFFECT]
    rest = work.strength[client] - given
    hope = work.belief[actor] if behind else 1.0 - work.belief[actor]

    level = held if held >= 0 else state.level[d, s]
    own = hope
    if ladder[level, Step.EFFECT] != given:
        factor = (rest + ladder[level, Step.EFFECT]) / work.strength[client]
        own = success(work, wins, losses, behind, tilt, factor)
    work.going_on[s] = flow(structure, p, s, level, own, keeps, anger, work)
    if held >= 0:
        return level
    rho = patron[Patron.DISCOUNT]
    sigma = patron[Patron.VOLATILITY] * (1.0 + patron[Patron.UNCERTAINTY])
    swing, reveal = patron[Patron.SWING], patron[Patron.REVEAL]
    leave = exit_cost(patron, shown, pressure, state.sunk[d, s])
    best, best_gain, best_flow = level, 0.0, work.going_on[s]
    for w in range(ladder.shape[0]):
        if w == level or ladder[w, Step.OPEN] < ON:
            continue
        entry = climb(ladder, min(level, w), max(level, w))
        first, second = (entry, leave) if w > level else (leave, entry)
        most = hope if ladder[w, Step.EFFECT] <= given else 1.0
        value = flow(structure, p, s, w, most, keeps, anger, work)
        if not passes(value - work.going_on[s], first, second, rho, sigma):
            continue
        if ladder[w, Step.EFFECT] != given:
            factor = (rest + ladder[w, Step.EFFECT]) / work.strength[client]
            exact = success(work, wins, losses, behind, tilt, factor)
            value = flow(structure, p, s, w, exact, keeps, anger, work)
            if not passes(value - work.going_on[s], first, second, rho, sigma):
                continue
        gain = value - work.going_on[s]
        if waits(gain, first, second, rho, swing, reveal):
            continue
        gain -= rho * first
        if best == level or gain > best_gain:
            best, best_gain, best_flow = w, gain, value
    work.going_on[s] = best_flow
    return best


@inner
def decide(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """Each patron's step for the month; less support bites at once, more of it after the lag.

    All decide on the same strengths and beliefs; what they change is known to all afterwards.
    """
    keeps = ties_kept(p)
    shown = 1.0 - relief(p)
    for s in range(structure.client.shape[0]):
        client = structure.client[s]
        held = int(p.patron[s, Patron.HELD])
        work.going_on[s] = 0.0
        if state.status[d, client] == OUT:
            level = NONE
        elif state.status[d, client] == FIGHTING:
            level = choose(structure, p, state, d, s, work, keeps, shown, held)
        else:
            level = held if held >= 0 else state.level[d, s]
        if level > state.level[d, s]:
            state.lag[d, s] = math.ceil(p.patron[s, Patron.DEPLOYMENT_LAG])
        state.level[d, s] = level
        cost = p.patron[s, Patron.SUNK] * p.ladder[s, level, Step.COST]
        state.sunk[d, s] += cost - p.patron[s, Patron.SUNK_DECAY] * state.sunk[d, s]


@inner
def lapse(structure: Structure, state: State, d: int) -> None:
    """Support ends with its client, whoever won."""
    for s in range(structure.client.shape[0]):
        if state.status[d, structure.client[s]] == OUT:
            state.level[d, s] = NONE
            state.delivered[d, s] = NONE


@inner
def deliver(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> bool:
    """Support that has come to bite, or no longer does, changes strengths and everybody's odds.

    Whether any did, so that beliefs are to be judged anew.
    """
    tilt, changed = 0.0, False
    for s in range(structure.client.shape[0]):
        client = structure.client[s]
        before = state.delivered[d, s]
        if state.lag[d, s] > 0 and state.level[d, s] > before:
            state.lag[d, s] -= 1
            continue
        state.lag[d, s] = 0
        state.delivered[d, s] = state.level[d, s]
        added = p.ladder[s, state.level[d, s], Step.EFFECT] - p.ladder[s, before, Step.EFFECT]
        if state.status[d, client] == FIGHTING and added != 0.0:
            changed = True
            after = work.strength[client] + added
            tilt += work.weight[client] * math.log(after / work.strength[client])
            work.strength[client] = after
            work.aid[client] += added
    if tilt != 0.0:
        shift(state, d, p.battlefield[Battlefield.DECISIVENESS] * tilt)
    return changed
