"""Clues from who holds which office."""

from datetime import date

import pytest

from volteface.case.schema import Case
from volteface.reports.clue import weighed
from volteface.reports.clue_office import Offices

DOMAIN = (date(1995, 1, 1), date(2026, 12, 31))


def left(text: str, case: Case | None = None) -> tuple[str, str]:
    """First and last day that the offices in a text leave of 1995 to 2026."""
    verdict = weighed(Offices(case).clues(text), DOMAIN, DOMAIN)
    return str(verdict.earliest), str(verdict.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("British Prime Minister Gordon Brown said", ("2007-06-27", "2010-06-11")),
        ("Secretary of State Condoleezza Rice said", ("2005-01-26", "2009-02-20")),
        ("President Dmitry Medvedev and President Sarkozy", ("2008-05-07", "2012-06-07")),
        ("former Prime Minister Tony Blair", ("2007-06-27", "2026-12-31")),
        ("then-President Hu Jintao", ("2013-03-14", "2026-12-31")),
        ("future President Hu Jintao", ("1995-01-01", "2003-03-15")),
        ("President-elect Barack Obama", ("2008-11-04", "2009-01-20")),
        ("the incoming presidency of Emmanuel Macron", ("2017-05-07", "2017-05-14")),
        ("Prime Minister Vladimir Putin", ("2008-05-08", "2012-06-07")),
        ("President Nixon", ("1995-01-01", "2026-12-31")),
    ],
)
def test_the_worlds_leaders(text: str, expected: tuple[str, str]) -> None:
    """In office, or shortly after; after it or before it where the words say so."""
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Prime Minister Gordon Brown",
        "if President Obama had lost",
        "a President Trump would",
        "vice President Trump",
    ],
)
def test_what_is_no_office(text: str) -> None:
    """Deputies, and offices that are only thought of."""
    assert left(text) == ("1995-01-01", "2026-12-31")


def test_either_of_two_with_one_name() -> None:
    """President Bush was one of two, and none in the years between."""
    assert left("President Bush said") == ("2001-01-20", "2009-02-20")


def test_of_several_holders_the_latest_counts() -> None:
    """Great names keep their titles in later reports."""
    assert left("President Bill Clinton and, like him, President Barack Obama") == (
        "2009-01-20",
        "2017-02-20",
    )


def test_offices_of_earlier_times() -> None:
    """A year or an era beside the name leaves the later side open, and so does "former"."""
    assert left("In 2003 Prime Minister Tony Blair went to war.") == ("1997-05-02", "2026-12-31")
    text = "Former President Bill Clinton came. President Clinton spoke."
    assert left(text) == ("2001-01-20", "2026-12-31")


def test_the_cases_own_people(case: Case) -> None:
    """By each title and name that the case gives."""
    assert left("chief diplomat Brand said", case) == ("2012-05-08", "2014-03-04")
    assert left("President-elect O. Talvik said", case) == ("2012-09-22", "2013-01-20")
    assert left("Envoy-elect Piet Maas said", case) == ("1995-01-01", "2026-12-31")
