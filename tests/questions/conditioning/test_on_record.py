"""A case's record: ties and facts, when they are read, and what is wrong with them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from volteface.case.document import Document, parse_document
from volteface.conflict.conflict import Conflict
from volteface.errors import CaseError
from volteface.questions.conditioning.on_record import (
    case_record,
    readings_until,
    record_problems,
)

Written = tuple[Callable[..., str], Callable[..., str]]


def test_ties_are_spells_from_the_first_on(
    war: Conflict, case: Callable[..., Path], written: Written
) -> None:
    """Each spell on a step has the line of the tie that began it."""
    _, tie = written
    folder = case(ties=tie("arms", "2011-06-01") + tie("own force", "2012-01-10"))
    shown = case_record(folder, war)
    assert [one.text for one in shown] == ["PAT.support=arms", "PAT.support=force"]
    assert [one.where for one in shown] == ["ties.toml:2", "ties.toml:9"]
    assert shown[0].first == date(2011, 6, 30)
    assert shown[0].last == date(2011, 12, 31)


def test_spells_are_read_every_half_year_and_days_in_their_month(
    war: Conflict, case: Callable[..., Path], written: Written
) -> None:
    """Counted back from the last month that is over; nothing later than the day is read."""
    fact, tie = written
    folder = case(
        fact("office", "in_power.GOV=1", "2011-03-05", "2013-02-28")
        + fact("front", "GOV.forts=0.5", "2011-08-20", "2011-09-02")
        + fact("later", "GOV.forts=0.9", "2012-08-20"),
        tie("arms", "2011-03-01"),
    )
    found = readings_until(case_record(folder, war), war, date(2012, 2, 29))
    assert {month: [one.text for one in read] for month, read in found.items()} == {
        5: ["PAT.support=arms", "in_power.GOV=1", "GOV.forts=0.5"],
        11: ["PAT.support=arms", "in_power.GOV=1"],
    }


def test_a_spell_between_two_readings_is_read_at_its_end(
    war: Conflict, case: Callable[..., Path], written: Written
) -> None:
    """So that it is not lost."""
    fact, _ = written
    folder = case(fact("office", "in_power.GOV=1", "2011-09-05", "2011-12-20"))
    found = readings_until(case_record(folder, war), war, date(2012, 2, 29))
    assert list(found) == [8]


def test_contradictions_name_both_lines(
    war: Conflict, case: Callable[..., Path], written: Written
) -> None:
    """A fact against a fact, and a fact against a tie."""
    fact, tie = written
    folder = case(
        fact("one", "in_power.GOV=1", "2011-05-01")
        + fact("two", "in_power.GOV=0", "2011-04-01", "2011-06-01")
        + fact("three", "PAT.support=none", "2011-07-01", "2011-09-30"),
        tie("arms", "2011-06-01"),
    )
    with pytest.raises(CaseError) as refused:
        case_record(folder, war)
    first, second = refused.value.problems
    assert "facts.toml:14: in_power.GOV=0 (fact:two) contradicts in_power.GOV=1" in first
    assert "facts.toml:6" in first
    assert "contradicts PAT.support=arms in ties.toml:2" in second


def test_what_the_model_does_not_know_has_its_line(
    war: Conflict, case: Callable[..., Path], written: Written
) -> None:
    """An error of the case, as the check of a case sees it too."""
    fact, _ = written
    text = fact("one", "in_power.GOB=1", "2011-05-01")
    with pytest.raises(CaseError, match=r"facts.toml:6: shows: unknown measure in_power.GOB"):
        case_record(case(text), war)
    document = parse_document("facts.toml", text.encode())
    assert isinstance(document, Document)
    assert len(record_problems(document, war)) == 1


def test_a_case_without_a_record(war: Conflict, case: Callable[..., Path]) -> None:
    """Nothing is shown, and nothing is wrong."""
    assert case_record(case(), war) == ()
