# ruff: noqa: INP001 - beside the pages whose pictures it is for
"""Pictures of the bundled cases: the worlds as they are, and after an intervention."""

from plots_look import Row, Spec, axis, figure, panel, rows
from plots_worlds import DRAWS, SEED, mean

from volteface.conflict import Conflict, Ensemble, load_conflict, run_ensemble
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
        panels.append(
            panel(title, points, _time(runs["as it is"]), axis(y, low, 1), legend="the same worlds")
        )
    return figure(*panels)


def syria() -> Spec:
    """Survival as each believes it, ladders of support, and the end of the war."""
    conflict = load_conflict("syria")
    ensemble = run_ensemble(conflict, DRAWS, SEED)
    believers = ("RUS", "IRN", "USA", "TUR", "SYR-GOV", "SYR-OPP")
    return figure(
        panel(
            "The government survives, as each believes",
            _means(ensemble, believers, "belief"),
            _time(ensemble),
            axis("mean chance", 0, 1),
            legend="actor",
        ),
        _support(ensemble, ("RUS", "IRN", "USA", "TUR", "HEZ", "GULF")),
        _end(ensemble, "government out", "SYR-GOV", 0.05),
    )


def bosnia() -> Spec:
    """Land, ladders of support, and the end of the war."""
    ensemble = run_ensemble(load_conflict("bosnia"), DRAWS, SEED)
    return figure(
        panel(
            "Land",
            _means(ensemble, ("RS", "BIH-GOV", "HZHB", "APWB"), "forts"),
            _time(ensemble),
            axis("mean share", 0, 1),
            legend="party",
        ),
        _support(ensemble, ("FRY", "RUS", "HRV", "HRV-GOV", "USA", "IRN")),
        _end(ensemble, "Republika Srpska out", "RS", 0.1),
    )


def _means(ensemble: Ensemble, names: tuple[str, ...], measure: str) -> list[Row]:
    years = _years(ensemble.conflict)
    return [
        row
        for name in names
        for row in rows("curve", name, years, mean(ensemble, f"{name}.{measure}"))
    ]


def _support(ensemble: Ensemble, patrons: tuple[str, ...]) -> Spec:
    return panel(
        "Support: 1 cover, 2 arms, 3 own force",
        _means(ensemble, patrons, "support"),
        _time(ensemble),
        axis("mean step", 0, 3),
        legend="patron",
    )


def _end(ensemble: Ensemble, fall: str, party: str, top: float) -> Spec:
    years = _years(ensemble.conflict)
    points = rows("curve", "war over", years, mean(ensemble, "war_over"))
    points += rows("curve", fall, years, 1 - mean(ensemble, f"in_power.{party}"))
    share = axis("share of worlds", 0, top, ".2f")
    return panel("The end", points, _time(ensemble), share, legend="by then")


def _years(conflict: Conflict) -> list[float]:
    """Each month's end as a year and its fraction."""
    days = (conflict.first_day(month) for month in range(conflict.months))
    return [day.year + day.month / 12 for day in days]


def _time(ensemble: Ensemble) -> Spec:
    years = _years(ensemble.conflict)
    return axis("year begins", int(years[0]), years[-1] + 0.2, "d")
