"""Leverage of patrons over clients (Bernheim and Whinston 1986; Salehyan 2010).

``L = 1 - b_c(without s) / b_c(with all)``: what the client would lose of its own belief in success,
after its other patrons have made up for part of the loss. A patron demands what it would rather
have than more war, cannot have unless the client agrees, and would sooner leave than go on without.
The client gives in when that keeps it more than its office times its success without that patron.
Limits: 1 for the only patron of a client that would be lost without it; 0 for one that others can
replace; none where no client is in the war.
"""

from dataclasses import dataclass

import numpy as np

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import FIGHTING, Parameters, Reals, State, Structure, Whole
from volteface.conflict.belief import Outlook
from volteface.conflict.fields import ON, Option, Party, Patron, Settlement, Step
from volteface.conflict.patrons import exit_costs, flows, success
from volteface.conflict.rates import strengths
from volteface.conflict.stakes import stakes


@dataclass(frozen=True)
class Leverage:
    """Of each patron, (draws, patrons): its ``share``, its client's success ``without`` it."""

    share: Reals
    without: Reals


@dataclass(frozen=True)
class Demands:
    """Who would rather settle, who says so under threat, and which clients give in.

    ``wish`` is the option that a patron prefers to going on, -1 for none; ``made`` and ``met`` are
    1 where it asks for it under threat and where its client gives in, all (draws, patrons).
    ``consent`` is the option that a party has agreed to under pressure, -1 for none,
    (draws, parties).
    """

    wish: Whole
    made: Whole
    met: Whole
    consent: Whole


def step(structure: Structure, p: Parameters, state: State, outlook: Outlook) -> Leverage:
    """The leverage of every patron."""
    share = np.zeros(state.level.shape)
    without = np.zeros(state.level.shape)
    rows = np.arange(len(share))
    _, whole = strengths(structure, p, state)
    for s, client in enumerate(structure.client):
        there = state.status[:, client] == FIGHTING
        party = int(client)
        success_now = success(
            structure, p, state, outlook, actor=party, party=party, factor=np.ones(len(share))
        )
        others = [o for o, c in enumerate(structure.client) if c == client and o != s]
        replaced = p.patron[:, others, Patron.SUBSTITUTION].sum(axis=1)
        given = p.ladder[rows, s, state.delivered[:, s], Step.EFFECT]
        loses = there & (given > 0) & (success_now > 0) & (replaced < 1)
        strength = np.where(loses, whole[:, client], 1.0)
        lost = np.where(loses, given * (1 - replaced), 0.0)
        factor = (strength - lost) / strength
        alone = success(structure, p, state, outlook, actor=party, party=party, factor=factor)
        without[:, s] = np.where(loses, alone, np.where(there, success_now, 0.0))
        ratio = alone / np.where(success_now > 0, success_now, 1)
        share[:, s] = np.where(loses, 1 - np.minimum(1, ratio), 0.0)
    return Leverage(share, without)


def kept(p: Parameters, state: State) -> Reals:
    """The chance that each option is kept, (draws, options): trust abroad vouches for it."""
    relations = state.trust.shape[1]
    trust = (1 / (1 + np.exp(-state.trust))).sum(axis=1) / max(1, relations)
    guarantee = p.settlement[:, Settlement.GUARANTEE] * trust
    chance: Reals = 1 - p.option[:, :, Option.RISK] * (1 - guarantee[:, None])
    return chance


def chances(structure: Structure, state: State, outlook: Outlook) -> Reals:
    """Each party's own chance of winning, (draws, parties).

    The regime's is its survival; a rebel's is its side's, by its share of the forts that the regime
    does not hold.
    """
    parties = len(structure.enters)
    held = np.maximum(1, structure.forts - state.forts[:, structure.regime])
    chance = (1 - outlook.survival[:, :parties]) * state.forts / held[:, None]
    chance[:, structure.regime] = outlook.survival[:, structure.regime]
    return chance


def fighting_on(structure: Structure, p: Parameters, state: State, outlook: Outlook) -> Reals:
    """What fighting on is worth to each party, (draws, parties), the war's cost taken off."""
    office = p.party[:, :, Party.OFFICE]
    return office * chances(structure, state, outlook) - p.party[:, :, Party.WAR_COST]


def demand(
    structure: Structure,
    p: Parameters,
    state: State,
    start: Hash,
    *,
    outlook: Outlook,
    leverage: Leverage,
    going_on: Reals,
) -> Demands:
    """Who asks its client to settle under threat, and which clients give in."""
    draws, patrons = going_on.shape
    parties = len(structure.enters)
    wish = np.full((draws, patrons), -1)
    made, met = np.zeros((draws, patrons), np.int64), np.zeros((draws, patrons), np.int64)
    consent = np.full((draws, parties), -1)
    tabled = p.option[:, :, Option.TABLED] >= ON
    keeping = kept(p, state)
    on = fighting_on(structure, p, state, outlook)
    held = np.maximum(1, structure.forts - state.forts[:, structure.regime])
    stake = stakes(structure, p, state)
    for s, client in enumerate(structure.client):
        there = state.status[:, client] == FIGHTING
        worth = stake[:, s, None] * p.payoff[:, :, parties + s] * keeping
        worth = np.where(tabled, worth, -np.inf)
        if worth.shape[1] == 0:
            continue
        best = worth.argmax(axis=1)
        prefers = there & (worth.max(axis=1) > going_on[:, s])
        wish[:, s] = np.where(prefers, best, -1)
        rows = np.arange(draws)
        office = p.party[:, client, Party.OFFICE]
        keeps = office * p.payoff[rows, best, client] * keeping[rows, best]
        gone = flows(structure, p, state, outlook, s)[:, 0]
        price = p.patron[:, s, Patron.DISCOUNT] * exit_costs(structure, p, state, s)
        asks = prefers & (state.level[:, s] > 0) & (keeps < on[:, client])
        asks &= gone - price > going_on[:, s]
        made[:, s] = asks
        alone = leverage.without[:, s]
        if client != structure.regime:
            alone = alone * state.forts[:, client] / held
        yields = asks & (keeps + p.party[:, client, Party.EXIT_VALUE] > office * alone)
        met[:, s] = yields
        cast = uniforms(start, Purpose.COMPLIANCE, s)
        complies = yields & (cast < p.party[:, client, Party.COMPLIANCE])
        consent[:, client] = np.where(complies, best, consent[:, client])
    return Demands(wish, made, met, consent)
