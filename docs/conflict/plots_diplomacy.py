# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""Pictures of ways to settle, of the Council, and of outside powers among themselves."""

from collections.abc import Iterator

import numpy as np
from plots_look import Row, Spec, axis, band, bars, figure, panel, rows
from plots_worlds import DRAWS, LOYAL, QUIET, drawn, first, mean, two

from volteface.bargaining import power_indices


def settlement() -> Spec:
    """Which shares both sides accept, as war costs them more."""
    shares = [round(0.05 * step, 2) for step in range(1, 20)]
    options = "".join(
        f'[[option]]\nid = "s{place}"\ntitle = "a share of {share}"\nsource = "judgement"\n'
        f"tabled = 1\nrisk = 0\npayoff = {{ GOV = {share}, OPP = {1 - share} }}\n"
        for place, share in enumerate(shares)
    )
    more = options + '[settlement]\nsource = "judgement"\nadoption_rate = 0\n'
    sure = "sees = 0\nprior_size = 1e9\nprior = 0.502\nwar_cost = {}"
    points: list[Row] = []
    chance = 0.0  # the same at every cost
    for cost in (0.02, 0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3):
        gov = sure.format(cost) + "\ncore = 10"
        world = two(**QUIET, gov=gov, opp=sure.format(cost), more=more)
        chance = float(first(world, "GOV.belief")[0])
        for place, share in enumerate(shares):
            open_ = first(world, f"s{place}.feasible")[0]
            mark, series = ("dot", "accepted") if open_ else ("ring", "blocked")
            points += rows(mark, series, [cost], [share])
    edge = np.array([0.0, 0.3])
    points = band("p - c to p + c", edge, chance - edge, chance + edge) + points
    return figure(
        panel(
            f"Shares that end the war, regime's chance p = {chance:.2f}",
            points,
            axis("war cost of each side, c", 0, 0.32, ".2f"),
            axis("share offered to the regime", 0, 1),
            legend="offer",
        )
    )


def council() -> Spec:
    """The chance of a draft, with a veto player and without, in a body of fifteen."""
    points: list[Row] = []
    for series, veto, starts in (
        ("nobody has a veto", "false", "cover"),
        ("a veto, no cover given", "true", "none"),
        ("a veto, cover given", "true", "cover"),
    ):
        seats = "".join(
            f'[[council.member]]\nid = "{name}"\nideal = {ideal:.2f}\nscandal = 0\n'
            f"permanent = {veto if name == 'P' else 'false'}\n"
            for name, ideal in _seats()
        )
        body = (
            '[council]\nsource = "judgement"\nvotes = 9\ndraft = { uniform = [0, 1] }\n'
            f"noise = 0.08\nband = 0.05\ncover_shift = 0.6\n{seats}"
        )
        patron = LOYAL.format(name="P", client="GOV", starts=starts).replace(
            "arms =", "cover = { entry = 1000 }\narms ="
        )
        world = two(200, **QUIET, more=patron + body)
        draft = drawn(world, "council.draft")
        order = np.argsort(draft)
        points += rows("curve", series, draft[order], first(world, "council.adoption")[order])
    return figure(
        panel(
            "A draft before fifteen, nine votes needed",
            points,
            axis("pressure that the draft asks for", 0, 1),
            axis("chance of adoption", 0, 1),
            legend="of one patron of the regime",
        )
    )


def _seats() -> Iterator[tuple[str, float]]:
    yield "P", 0.5
    yield from ((f"seat-{place}", 0.3 + 0.04 * place) for place in range(14))


def council_power() -> Spec:
    """Power in the Security Council, exactly."""
    shapley, banzhaf = power_indices([1] * 15, 9, [True] * 5 + [False] * 10)
    points: list[Row] = []
    for series, index in (("Shapley-Shubik", shapley), ("Banzhaf", banzhaf)):
        each = {"a permanent member": index[0], "an elected member": index[-1]}
        points += [
            {"x": member, "y": round(float(share), 6), "series": series}
            for member, share in each.items()
        ]
    return figure(bars("Power in the Security Council", points, "share of all power"))


def powers() -> Spec:
    """Threats carried out where nobody is reluctant, and what talks and a quarrel do to trust."""
    pair = "".join(
        LOYAL.format(name=name, client=client, starts="cover")
        for name, client in (("P", "GOV"), ("Q", "OPP"))
    )
    struck: list[Row] = []
    months = np.arange(1, 25)
    for threat in (0.05, 0.15, 0.4):
        bargain = (
            '[[bargain]]\nid = "thing"\ntarget = "GOV"\npower = "Q"\nsource = "judgement"\n'
            f"threat = {threat}\ndamage = 1\nworth = 0.5\ngain = 1\nreluctance = 0\n"
        )
        world = two(DRAWS, months=24, battles=0, more=pair + bargain)
        share = mean(world, "thing.strike")
        struck += rows("curve", f"threat {threat}", months, 1 - (1 - threat) ** months)
        struck += rows("dot", f"threat {threat}", months[2::3], share[2::3])
    relation = (
        '[[relation]]\nbetween = ["P", "Q"]\nsource = "judgement"\ncooperation = 0.1\n'
        "reversion = 0.05\n"
        + _shock("settlement.talks_on", 1, "2011-09-01", "2012-08-01")
        + _shock("relation.P.Q.quarrel", 0.2, "2013-03-01", "2013-08-01")
    )
    world = two(months=48, battles=0, more=pair + relation)
    paths: list[Row] = []
    for series in ("relation", "trust"):
        paths += rows("curve", series, range(1, 49), mean(world, f"{series}.P.Q"))
    return figure(
        panel(
            "A threat without reluctance: strikes",
            struck,
            axis("months", 0, 24),
            axis("share of worlds struck", 0, 1),
            legend="a month",
        ),
        panel(
            "Talks in months 7 to 18, a quarrel in 25 to 30",
            paths,
            axis("months", 0, 48),
            axis("index", -1, 1),
            legend="between two powers",
        ),
    )


def _shock(quantity: str, value: float, begins: str, ends: str) -> str:
    return (
        f'[[shock]]\nid = "{quantity.replace(".", "-").lower()}"\ntext = "made up"\n'
        f'quantity = "{quantity}"\nfrom = {begins}\nto = {ends}\nset = {value}\n'
        'source = "judgement"\n'
    )
