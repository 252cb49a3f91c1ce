"""What the Syria model says from its priors, before any record is looked at.

Usage, from the root of the project: ``python evaluation/conflict/syria.py [DRAWS] [SEED]``.
Prints JSON: shares of worlds at the end of 2016, and when the patron's own force enters.
"""

import json
import sys

from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import run_ensemble
from volteface.conflict.load import load_conflict
from volteface.conflict.measures import parse_measure
from volteface.questions.interventions import month_of

END = "2016-12"
MEASURES = (
    "in_power.SYR-GOV",
    "war_over",
    "settled",
    "ever RUS.support<cover",
    "ever RUS.support<arms",
    "SYR-GOV.forts",
    "SYR-OPP.forts",
    "ever council.passed",
    "chemical-arms.deal",
)
PATRONS = ("RUS", "IRN", "HEZ", "USA", "TUR", "GULF")


def figures(conflict: Conflict, draws: int, seed: int) -> dict[str, float]:
    """Shares and means over worlds."""
    asked = dict.fromkeys(MEASURES, END)
    for patron in PATRONS:
        asked |= {f"ever {patron}.support=force by {year}": "" for year in range(2011, 2017)}
    outcomes = []
    for text, when in asked.items():
        measure, _, year = text.partition(" by ")
        month = month_of(conflict, when or f"{year}-12")
        outcomes.append(parse_measure(conflict, measure).outcome(month))
    found = run_ensemble(conflict, draws, seed, outcomes=outcomes, workers=2)
    means = found.outcomes.mean(axis=1)
    return {text: round(float(mean), 3) for text, mean in zip(asked, means, strict=True)}


def main() -> None:
    """Measure and print."""
    given = [int(text) for text in sys.argv[1:3]]
    draws, seed = [*given, *(4000, 1)[len(given) :]]
    print(json.dumps(figures(load_conflict("syria"), draws, seed), indent=1))


if __name__ == "__main__":
    main()
