# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""Pictures of the bundled Syria case: the worlds as they are, and after an intervention."""

from plots_look import Row, Spec, axis, figure, panel, rows
from plots_worlds import DRAWS, SEED, mean

from volteface.conflict import Conflict, load_conflict, run_ensemble
from volteface.questions.interventions import parse_interventions

WITHOUT_RUSSIA = "RUS.support=none from 2012-06"


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
        ("The government in power", "in_power.SYR-GOV", 0.9),
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
    for actor in ("RUS", "IRN", "USA", "TUR", "SYR-GOV", "SYR-OPP"):
        hopes += rows("curve", actor, years, mean(ensemble, f"{actor}.belief"))
    steps: list[Row] = []
    for patron in ("RUS", "IRN", "USA", "TUR", "HEZ", "GULF"):
        steps += rows("curve", patron, years, mean(ensemble, f"{patron}.support"))
    over = rows("curve", "war over", years, mean(ensemble, "war_over"))
    over += rows("curve", "government out", years, 1 - mean(ensemble, "in_power.SYR-GOV"))
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
        panel("The end", over, _time(), axis("share of worlds", 0, 0.05, ".2f"), legend="by then"),
    )


def _years(conflict: Conflict) -> list[float]:
    """Each month's end as a year and its fraction."""
    days = (conflict.first_day(month) for month in range(conflict.months))
    return [day.year + day.month / 12 for day in days]


def _time() -> Spec:
    return axis("year begins", 2011, 2017.2, "d")
