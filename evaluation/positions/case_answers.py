"""The verdicts on the bundled case, read as a careful reader of its reports would read them.

``EXPECTED`` says what such a reader would insist on, and in which period. Where the evidence that
was read is too little, *insufficient evidence* is counted apart: it says nothing wrong. Any other
verdict is wrong; and so is a *shift* of anybody who stands in no line.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from volteface.case import case_reports, load_case
from volteface.ledger import open_ledger
from volteface.ledger.intake import take_in
from volteface.positions.of_ledger import ledger_verdicts
from volteface.records import Channel, Verdict


class Expected(NamedTuple):
    """One answer; ``since`` and ``period`` are months, both included, as days."""

    actor: str
    issue: str
    channel: Channel
    verdict: str
    since: tuple[date, date] | None = None
    period: tuple[date | None, date | None] = (None, None)


YEAR_2012 = date(2012, 1, 1), date(2012, 12, 31)
EXPECTED = (
    Expected("RUS", "support_assad", "stated", "no shift", period=YEAR_2012),
    Expected("RUS", "support_assad", "revealed", "no shift"),
    Expected("RUS", "support_assad", "stated-revealed", "gap"),
    Expected(
        "RUS",
        "rus_own_force",
        "revealed",
        "shift",
        since=(date(2015, 8, 15), date(2015, 10, 15)),
    ),
    Expected("RUS", "unsc_pressure", "revealed", "no shift"),
    Expected("RUS", "unsc_pressure", "stated", "no shift"),
    Expected("RUS", "push_assad", "stated", "no shift"),
    Expected("RUS", "dialogue", "stated", "no shift"),
    Expected("RUS", "dialogue", "revealed", "no shift"),
    Expected("CHN", "unsc_pressure", "revealed", "no shift"),
    Expected("IRN", "unsc_pressure", "revealed", "no shift"),
    Expected("IRN", "support_assad", "stated", "no shift"),
    Expected("USA", "support_assad", "revealed", "no shift"),
    Expected("USA", "assad_stay", "stated", "no shift"),
    Expected("SYR-GOV", "blame", "stated", "no shift"),
    Expected("RUS", "no_shift", "observers", "disagreement"),
)
MOVED = {(one.actor, one.issue, one.channel) for one in EXPECTED if one.verdict == "shift"}


def measure() -> Iterator[tuple[str, float]]:
    """How many answers are right, wanting and wrong, and shifts that nobody would see."""
    case = load_case("syria")
    reports = case_reports(case)
    assert reports is not None
    with TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "case.sqlite")) as ledger:
        take_in(ledger, [reports], case)
        everything = ledger_verdicts(ledger, case)
        said = {
            period: ledger_verdicts(ledger, case, first=period[0], last=period[1])
            for period in {one.period for one in EXPECTED}
        }
    scores = {one: _score(one, said[one.period]) for one in EXPECTED}
    for one, score in scores.items():
        if score != "right":
            print(f"  {score}: {one.actor} {one.issue} {one.channel}, expected {one.verdict}")
    told = list(scores.values())
    for score in ("right", "wanting", "wrong"):
        yield f"case_answers_{score}", float(told.count(score))
    false = [
        v for v in everything if v.verdict == "shift" and (v.actor, v.issue, v.channel) not in MOVED
    ]
    for verdict in false:
        print(f"  false: {verdict.sentence}")
    yield "case_answers_false_shifts", float(len(false))


def _score(expected: Expected, verdicts: Sequence[Verdict]) -> str:
    own = [
        v
        for v in verdicts
        if (v.actor, v.issue, v.channel) == (expected.actor, expected.issue, expected.channel)
    ]
    found = next((v for v in own if v.verdict == expected.verdict), None)
    if found is not None:
        return "right" if _in_time(found, expected) else "wrong"
    besides = {"insufficient evidence", "disagreement"}
    return "wanting" if all(v.verdict in besides for v in own) else "wrong"


def _in_time(found: Verdict, expected: Expected) -> bool:
    if expected.since is None:
        return True
    first, last = expected.since
    return found.since is not None and first <= found.since[0] <= found.since[1] <= last
