from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from volteface.case.schema import Case
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.ledger.machine import coder_for
from volteface.positions.of_ledger import ledger_verdicts
from volteface.records import Report, Statement
from volteface.review.changes import changes

Open = Callable[[], Ledger]


@pytest.fixture
def weekly(
    tmp_path: Path, case: Case, reports: tuple[Report, ...], statements: tuple[Statement, ...]
) -> Path:
    """A ledger that got the first half of the reports on 1 January and the rest on the 8th."""
    today = [datetime(2020, 1, 1, 9, tzinfo=UTC)]
    path = tmp_path / "weekly.sqlite"
    with open_ledger(path, clock=lambda: today[0]) as ledger:
        for number, report in enumerate(reports):
            if number == 3:
                today[0] = datetime(2020, 1, 8, 9, tzinfo=UTC)
            said = tuple(one for one in statements if one.report == report.id)
            ledger.store(Reading(report, "k", coder_for(case), said))
    return path


def test_a_week(weekly: Path, case: Case, reports: tuple[Report, ...]) -> None:
    """What was stored since is new, and each changed verdict names new statements that carry it."""
    with open_ledger(weekly) as ledger:
        found = changes(ledger, case, date(2020, 1, 5))
        after = ledger_verdicts(ledger, case)
    assert [one.id for one in found.reports] == [one.id for one in reports[3:]]
    new = {one.id for one in found.statements}
    assert {one.report for one in found.statements} == {one.id for one in reports[3:]}
    assert found.verdicts
    for one in found.verdicts:
        assert one.after in after
        assert (one.before is None) or one.before.verdict != one.after.verdict  # type: ignore[union-attr]
        assert one.carried in {"alone", "together"}
        assert set(one.carriers) <= new


def test_nothing_new(weekly: Path, case: Case) -> None:
    """After the last day nothing is new; before the first everything is."""
    with open_ledger(weekly) as ledger:
        nothing = changes(ledger, case, date(2020, 1, 9))
        everything = changes(ledger, case, date(2019, 12, 31))
        total = len(list(ledger.statements()))
    assert (nothing.reports, nothing.statements, nothing.verdicts) == ((), (), ())
    assert len(everything.statements) == total
    assert all(one.before is None for one in everything.verdicts)


def test_by_publication(opened: Open, case: Case, reports: tuple[Report, ...]) -> None:
    """Reports published since, and dated facts that happened since, are new."""
    with opened() as ledger:
        found = changes(ledger, case, date(2018, 8, 1), "published")
    late = [r.id for r in reports if r.published and r.published.latest >= date(2018, 8, 1)]
    assert [one.id for one in found.reports] == late
    assert found.by == "published"
    assert any(c.startswith("s-") for one in found.verdicts for c in one.carriers)


def test_corrections_change_verdicts(weekly: Path, case: Case) -> None:
    """A verdict that changed by what people rejected says which records it had rested on."""
    with open_ledger(weekly, clock=lambda: datetime(2020, 1, 15, tzinfo=UTC)) as ledger:
        told = [v for v in ledger_verdicts(ledger, case) if v.verdict != "insufficient evidence"]
        (first, *_) = told
        by_id = {one.id: one for one in ledger.statements()}
        for record in first.statements:
            if record in by_id:
                ledger.decide("rejected", by_id[record], "anna", why="test")
        found = changes(ledger, case, date(2020, 1, 14))
    hit = [one for one in found.verdicts if one.before == first]
    assert hit
    assert hit[0].carried == "not by them"
    assert set(hit[0].withdrawn) == {r for r in first.statements if r in by_id}
    assert found.decisions == {"anna": len(found.withdrawn)}


def test_read_otherwise(weekly: Path, case: Case) -> None:
    """A corrected statement is told as read otherwise."""
    with open_ledger(weekly, clock=lambda: datetime(2020, 1, 15, tzinfo=UTC)) as ledger:
        one = next(s for s in ledger.statements() if s.issue == "talks")
        ledger.decide("corrected", replace(one, stance=-(one.stance or 0)), "anna")
        found = changes(ledger, case, date(2020, 1, 14))
    assert [s.id for s in found.statements] == [one.id]
    assert found.withdrawn == ()
