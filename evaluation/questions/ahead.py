"""One step ahead on the Syria case, and what its record says from year to year."""

from datetime import date

import numpy as np

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import parse_measure
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.shown import Shown
from volteface.questions.forecasting.one_step import Step, steps_from, weigh
from volteface.questions.interventions import month_of

YEARS = range(2011, 2016)


def one_step(
    conflict: Conflict, shown: tuple[Shown, ...], draws: int, *, later_events: bool
) -> dict[str, float]:
    """Mean log scores of what was on record a year later.

    ``forecast`` is what is given out: the mixture with the weight that the years before have
    taught; ``model`` the model's own word; ``hazard`` the constant hazard.
    """
    logs: dict[str, list[float]] = {"forecast": [], "model": [], "hazard": []}
    spreads: list[int] = []
    past: list[Step] = []
    for year in YEARS:
        day = date(year, 12, 31)
        held = condition(conflict, shown, day, draws=draws, later_events=later_events)
        weight = weigh([step for step in past if step.day.year < year]).weight
        steps = steps_from(held, shown, day)
        for step in steps:
            mixed = weight * step.model + (1 - weight) * step.hazard
            chances = {"forecast": mixed, "model": step.model, "hazard": step.hazard}
            for name, chance in chances.items():
                logs[name].append(float(np.log(chance)))
            spreads.append(step.spread)
        past += steps
    found = {f"log score, {name}": float(np.mean(seen)) for name, seen in logs.items()}
    return found | {
        "weight at the end": weigh(past).weight,
        "mean band, steps": float(np.mean(spreads)),
        "things": float(len(spreads)),
    }


def by_the_record(conflict: Conflict, shown: tuple[Shown, ...], draws: int) -> dict[str, float]:
    """Least probabilities one year ahead, and when own force comes; dated events all known."""
    least = {"in_power.SYR-GOV=1": 1.0, "RUS.support>=arms": 1.0, "settled=0": 1.0}
    for year in (2011, 2012, 2013, 2014, 2015):
        day = date(year, 12, 31)
        worlds = condition(conflict, shown, day, draws=draws, later_events=True).worlds
        for text, before in least.items():
            asked = [(parse_measure(conflict, text), month_of(conflict, f"{year + 1}-12"))]
            least[text] = min(before, float(worlds.read(asked).mean()))
    found = {f"least P({text})": chance for text, chance in least.items()}
    force = parse_measure(conflict, "ever RUS.support=force")
    early = condition(conflict, shown, date(2013, 12, 31), draws=draws, later_events=True).worlds
    late = condition(conflict, shown, date(2015, 6, 30), draws=draws, later_events=True).worlds
    blind = condition(conflict, shown, date(2015, 6, 30), draws=draws).worlds
    january = [(force, month_of(conflict, "2016-01"))]
    return found | {
        "P(own force before 2015), from 2013": float(
            early.read([(force, month_of(conflict, "2014-12"))]).mean()
        ),
        "P(own force by January 2016), from mid-2015": float(late.read(january).mean()),
        "the same without later events": float(blind.read(january).mean()),
    }
