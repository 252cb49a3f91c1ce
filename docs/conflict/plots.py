# ruff: noqa: INP001 - a script beside the pages whose pictures it draws
"""Draw the pictures of these pages from the model itself: ``python docs/conflict/plots.py``.

One function for each picture; curves are exact formulas unless a page says otherwise, dots and
paths come from the compiled kernel.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
from look import Row, Spec, axis, band, bars, figure, panel, rows

from volteface.conflict import Conflict, Ensemble, load_conflict, power_indices, run_ensemble
from volteface.conflict.arrays import Reals
from volteface.conflict.battlefield import ruin
from volteface.conflict.belief import prospect, survival_known
from volteface.conflict.dixit import triggers
from volteface.conflict.measures import list_channels
from volteface.questions.interventions import parse_interventions

HERE = Path(__file__).parent
DRAWS = 2000
SEED = 1
WITHOUT_RUSSIA = "RUS.support=none from 2012-06"

TWO = """
begins = 2011-03-01
months = {months}
forts = {forts}
[battlefield]
source = "judgement"
overstretch = {overstretch}
[belief]
source = "judgement"
horizon = {horizon}
[[party]]
id = "GOV"
regime = true
source = "judgement"
forts = {held}
{gov}
[[party]]
id = "OPP"
source = "judgement"
forts = {rest}
{opp}
[[hostility]]
between = ["GOV", "OPP"]
battles = {battles}
source = "judgement"
{more}
"""
QUIET = {"months": 1, "battles": 1e-9}
"""No battle this month; the horizon makes up for it where somebody must expect some."""
LOYAL = """
[[patron]]
id = "{name}"
client = "{client}"
starts = "{starts}"
source = "judgement"
face = 1000
arms = {{ entry = 1000 }}
force = {{ entry = 1000 }}
"""
"""A patron that stays at its step, whatever comes."""


def two(draws: int = 1, **parts: object) -> Ensemble:
    """A run of a government against an opposition; each keyword replaces a part of the text."""
    usual = {"months": 12, "forts": 40, "held": 20, "battles": 5, "overstretch": 0, "horizon": 36}
    given = {**usual, "gov": "", "opp": "", "more": "", **parts}
    given["rest"] = int(str(given["forts"])) - int(str(given["held"]))
    return run_ensemble(load_conflict(TWO.format(**given)), draws, SEED)


def mean(ensemble: Ensemble, name: str) -> Reals:
    """The mean of a measure over the worlds, month by month."""
    return ensemble.mean[:, _column(ensemble.conflict, name)]


def first(ensemble: Ensemble, name: str) -> Reals:
    """A measure in the first month of every world."""
    return ensemble.kept[:, 0, _column(ensemble.conflict, name)].astype(np.float64)


def drawn(ensemble: Ensemble, name: str) -> Reals:
    """What a quantity was in every world."""
    return ensemble.varied[:, ensemble.varied_names.index(name)]


def _column(conflict: Conflict, name: str) -> int:
    return {channel.name: channel.column for channel in list_channels(conflict)}[name]


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
    for nu in (0, 0.3, 0.6, 0.9):
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
        fallen = prospect(
            np.array(distance), np.array(pace), means * size, (1 - means) * size, np.array(0.0)
        )
        points += rows("curve", f"n = {size}", means, fallen)
    known = means[::5]
    exact = [survival_known(float(chance), distance, pace) for chance in known]
    points += rows("dot", "odds known (Skellam)", known, exact)
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
        # a gap in the line between the upper and the lower trigger
        points += [{"x": None, "y": None, "series": name, "mark": "curve"}]
        points += rows("curve", name, sigmas, pairs[:, 1])
        points += rows("dot", name, [0, 0], [rho * entry, -rho * face])
    return figure(
        panel(
            "When a patron moves: rho = .015, face l = 2",
            points,
            axis("volatility of the advantage, sigma", 0, 0.05, ".2f"),
            axis("flow advantage of the higher step", -0.15, 0.25, ".2f"),
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
    world = two(200, **QUIET, horizon=2e11, more=more)
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
        world = two(12, **QUIET, horizon=2e11, gov=client, more=one + other)
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
    chance = 0.0
    for cost in (0.02, 0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3):
        both = {"gov": sure.format(cost) + "\ncore = 10", "opp": sure.format(cost)}
        world = two(**QUIET, horizon=2e11, more=more, **both)
        chance = float(first(world, "GOV.belief")[0])
        for place, share in enumerate(shares):
            open_ = first(world, f"s{place}.feasible")[0]
            mark, series = ("dot", "nobody blocks it") if open_ else ("ring", "blocked")
            points += rows(mark, series, [cost], [share])
    edge = np.array([0.0, 0.3])
    points = band("between p - c and p + c", edge, chance - edge, chance + edge) + points
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
            legend="one member, a patron of the regime",
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
        each: dict[str, Fraction] = {"a permanent member": index[0], "an elected member": index[-1]}
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


def events() -> Spec:
    """The same worlds with an intervention and without."""
    conflict = load_conflict("syria")
    asked = [done.event for done in parse_interventions(conflict, [WITHOUT_RUSSIA])]
    runs = {
        "as it is": run_ensemble(conflict, DRAWS, SEED),
        "no Russian support": run_ensemble(conflict, DRAWS, SEED, interventions=asked),
    }
    years = _years(conflict)
    panels = []
    for title, measure, low in (
        ("Territory of the government", "SYR-GOV.forts", 0.0),
        ("The government in power", "in_power.SYR-GOV", 0.8),
    ):
        points: list[Row] = []
        for series, ensemble in runs.items():
            points += rows("curve", series, years, mean(ensemble, measure))
        y = "mean share of forts" if low == 0 else "share of worlds"
        panels.append(panel(title, points, _time(), axis(y, low, 1), legend="the same worlds"))
    return figure(*panels)


def syria() -> Spec:
    """Survival as each believes it, ladders of support, and the end of the war."""
    conflict = load_conflict("syria")
    ensemble = run_ensemble(conflict, DRAWS, SEED)
    years = _years(conflict)
    hopes: list[Row] = []
    for actor in ("SYR-GOV", "SYR-OPP", "RUS", "IRN", "USA", "TUR"):
        hopes += rows("curve", actor, years, mean(ensemble, f"{actor}.belief"))
    steps: list[Row] = []
    for patron in ("RUS", "IRN", "HEZ", "USA", "TUR", "GULF"):
        steps += rows("curve", patron, years, mean(ensemble, f"{patron}.support"))
    over: list[Row] = []
    for series, measure in (("war over", "war_over"), ("of these, by settlement", "settled")):
        over += rows("curve", series, years, mean(ensemble, measure))
    return figure(
        panel(
            "The government survives, as each believes",
            hopes,
            _time(),
            axis("mean chance", 0, 1),
            legend="actor",
        ),
        panel(
            "Support: 1 cover, 2 arms, 3 own force",
            steps,
            _time(),
            axis("mean step", 0, 3),
            legend="patron",
        ),
        panel("The end", over, _time(), axis("share of worlds", 0, 0.1, ".2f"), legend="so far"),
    )


def _years(conflict: Conflict) -> list[float]:
    """Each month's end as a year and its fraction."""
    days = (conflict.first_day(month) for month in range(conflict.months))
    return [day.year + day.month / 12 for day in days]


def _time() -> Spec:
    return axis("year begins", 2011, 2017.2, "d")


PICTURES = {
    "battlefield": battlefield,
    "belief": belief,
    "patrons": patrons,
    "words": words,
    "leverage": leverage,
    "settlement": settlement,
    "council": council,
    "council-power": council_power,
    "powers": powers,
    "events": events,
    "syria": syria,
}
"""By the name of the file without its ending."""


def main() -> None:
    """Draw every picture beside its page."""
    import vl_convert  # noqa: PLC0415 - the numbers can be had without it

    for name, picture in PICTURES.items():
        drawing = vl_convert.vegalite_to_svg(picture())
        (HERE / f"{name}.svg").write_text(drawing + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
