"""Roll calls on Syria in the General Assembly, 2011 to 2019: who moved is known.

A vote is a public fact: +1 for yes, 0 for abstaining, -1 for no, with a dated fact's noise.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from volteface.case.schema import Dynamics, Thresholds, Weights
from volteface.positions.conditions import Rules
from volteface.positions.dates import canonical
from volteface.positions.judge import Finding, judge
from volteface.positions.segments import Motion
from volteface.records import DateInterval, Observation

STANCE = {"yes": 1.0, "abstain": 0.0, "no": -1.0}
MOVED = {
    "Egypt": date(2016, 12, 21),
    "Iraq": date(2014, 12, 18),
    "Russia": date(2012, 2, 16),
    "China": date(2012, 2, 16),
}
"""First roll call on the new level."""
STILL = ("United States", "France", "Qatar", "Iran", "Lebanon")
REMARKS = {"India": "R/66/253", "Turkey": "A/RES/74/169"}
"""The one vote that departs."""
RULES = Rules(Motion.of(Dynamics()), Thresholds())


def measure(folder: Path) -> Iterator[tuple[str, float]]:
    """One for each state whose verdict is right, nought for one whose is not."""
    with (folder / "unga" / "unga_syria_votes_2011_2019.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["vote"] in STANCE]
    calls = sorted({date.fromisoformat(row["date"]) for row in rows})
    for state in (*MOVED, *STILL, *REMARKS):
        series = [_vote(row) for row in rows if row["country"] == state]
        yield f"votes_{state}", float(_right(state, judge(canonical(series), RULES), calls))


def _vote(row: dict[str, str]) -> Observation:
    day = date.fromisoformat(row["date"])
    return Observation(
        records=(f"fact:{row['unres']}",),
        when=DateInterval(day, day, "day", "roll call"),
        value=STANCE[row["vote"]],
        variance=Weights().fact ** 2,
        source=row["unres"],
        conduct=True,
    )


def _right(state: str, finding: Finding, calls: list[date]) -> bool:
    if state in STILL:
        return finding.outcome == "no shift"
    if state in REMARKS:
        named = finding.apart and f"(fact:{REMARKS[state]})" in finding.apart[0]
        return finding.outcome == "passing remark" and bool(named)
    if finding.outcome != "shift" or finding.since is None:
        return False
    place = calls.index(MOVED[state])
    near = calls[max(0, place - 2)], calls[min(len(calls) - 1, place + 1)]
    return near[0] <= finding.since[0] <= finding.since[1] <= near[1]
