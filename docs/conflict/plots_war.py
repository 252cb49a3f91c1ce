# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""Pictures of those who fight, of what is believed of them, and of who supports them."""

import numpy as np
from plots_look import Row, Spec, axis, band, figure, panel, rows
from plots_worlds import DRAWS, LOYAL, QUIET, drawn, first, mean, two

from volteface.conflict.battlefield import ruin
from volteface.conflict.belief import prospect, survival_known
from volteface.conflict.dixit import triggers


def battlefield() -> Spec:
    """Who wins without overstretch, and how long wars last with it."""
    wins: list[Row] = []
    for chance in (0.45, 0.5, 0.55):
        held, series = range(1, 20), f"p = {chance}"
        wins += rows("curve", series, held, (ruin(chance, forts, 20)[0] for forts in held))
        strong = f"strength = {chance / (1 - chance)}"
        for forts in (4, 8, 12, 16):
            war = two(DRAWS, forts=20, held=forts, battles=50, months=60, gov=strong)
            wins += rows("dot", series, [forts], mean(war, "in_power.GOV")[-1:])
    lasting: list[Row] = []
    for nu in (0, 0.05, 0.1, 0.2, 0.3):
        over = mean(two(DRAWS, months=240, overstretch=nu), "war_over")
        lasting += rows("curve", f"nu = {nu}", np.arange(1, 241)[::3], 1 - over[::3])
    return figure(
        panel(
            "Winning the war, 20 forts, no overstretch",
            wins,
            axis("forts held at the start", 0, 20),
            axis("chance of winning", 0, 1),
            legend="chance in a battle",
        ),
        panel(
            "Wars still going on, 20 forts each",
            lasting,
            axis("months", 0, 240),
            axis("share of worlds", 0, 1),
            legend="overstretch",
        ),
    )


def belief() -> Spec:
    """Survival as believed, against survival for known odds."""
    distance, pace = 20, 100.0
    means = np.linspace(0.3, 0.65, 71)
    points: list[Row] = []
    for size in (10, 30, 100):
        survives = prospect(
            np.array(distance), np.array(pace), means * size, (1 - means) * size, np.array(0.0)
        )
        points += rows("curve", f"n = {size}", means, survives)
    known = means[::5]
    exact = [survival_known(float(chance), distance, pace) for chance in known]
    points += rows("curve", "odds known", known, exact)
    points += rows("dot", "odds known", known, exact)
    return figure(
        panel(
            "Survival, 20 forts to the fall and 100 battles to come",
            points,
            axis("expected share of battles won, m", 0.3, 0.65),
            axis("chance of survival, S", 0, 1),
            legend="battles behind the belief",
        )
    )


def patrons() -> Spec:
    """The triggers for a step up and for the step down, as volatility grows."""
    rho, face = 0.015, 2.0
    sigmas = np.linspace(0, 0.05, 51)
    points: list[Row] = []
    for name, entry in (("own force, k = 10", 10.0), ("arms, k = 1", 1.0)):
        pairs = np.array([triggers(rho, float(sigma), entry, face) for sigma in sigmas])
        points += band(name, sigmas, pairs[:, 1], pairs[:, 0])
        points += rows("curve", name, sigmas, pairs[:, 0])
        points += rows("curve", name, sigmas, pairs[:, 1], part=1)
        points += rows("dot", name, [0, 0], [rho * entry, -rho * face])
    return figure(
        panel(
            "When a patron moves: rho = .015, face l = 2",
            points,
            axis("volatility of the advantage, sigma", 0, 0.05, ".2f"),
            axis("flow advantage of the higher step", -0.3, 0.4, ".1f"),
            legend="step, and its entry cost",
        )
    )


def words() -> Spec:
    """What a patron says and whom it calls, at the same step, as its belief falls."""
    hedge = "prior = { uniform = [0.35, 0.65] }\nprior_size = 1e6\nsees = 0\nwords = 1.5"
    insured = hedge + "\ninsurance = 2\ncontact_cost = 1"
    more = LOYAL.format(name="P", client="GOV", starts="cover").replace(
        "face = 1000", f"face = 1000\n{insured}"
    )
    world = two(300, **QUIET, more=more)
    hope = first(world, "P.belief")
    order = np.argsort(hope)
    series = {"deeds": "P.support", "words": "P.stated", "contacts": "P.contacts"}
    points: list[Row] = []
    for name, measure in series.items():
        points += rows("curve", name, hope[order], first(world, measure)[order])
    return figure(
        panel(
            "A patron that gives cover",
            points,
            axis("success of its side, as it believes", 0, 1),
            axis("step, and index of contacts", -0.6, 1.2),
            legend="what is seen",
        )
    )


def leverage() -> Spec:
    """A patron's leverage as the client's other patron would replace more of it."""
    points: list[Row] = []
    shares = np.linspace(0, 1, 51)
    for effect in (0.25, 0.5, 1.0):
        series = f"gives {effect}"
        whole = 1 + effect + 0.5
        lost = np.log((whole - effect * (1 - shares)) / whole)
        with_all, without = (
            prospect(np.array(20), np.array(200.0), np.array(15.0), np.array(15.0), shift)
            for shift in (np.array(0.0), lost)
        )
        points += rows("curve", series, shares, 1 - without / with_all)
        one = LOYAL.format(name="P", client="GOV", starts="arms")
        other = LOYAL.format(name="Q", client="GOV", starts="arms").replace(
            "face = 1000", "face = 1000\nsubstitution = { uniform = [0, 1] }"
        )
        one, other = (
            text.replace("arms = {", f"arms = {{ effect = {given},")
            for text, given in ((one, effect), (other, 0.5))
        )
        client = "prior = 0.5\nprior_size = 30\nsees = 0"
        world = two(12, **QUIET, gov=client, more=one + other)
        points += rows("dot", series, drawn(world, "Q.substitution"), first(world, "P.leverage"))
    return figure(
        panel(
            "Leverage over a client of own strength 1",
            points,
            axis("share that the other patron would replace", 0, 1),
            axis("leverage", 0, 1),
            legend="what the patron gives",
        )
    )
