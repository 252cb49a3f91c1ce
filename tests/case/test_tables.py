"""Roll calls and measured series as dated facts, and what is wrong with a table."""

from datetime import date
from pathlib import Path

import pytest

from volteface.case.tables import read_tables, table_problems

ACTORS, ISSUES = ("UPLAND", "LOWLAND"), ("dam_open",)
VOTES = "date,actor,issue,vote,on,plus,source\n"
SERIES = "date,actor,issue,value,plus,minus,sd,what,source\n"


def _write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_votes_become_dated_facts(tmp_path: Path) -> None:
    """Yes, no and abstaining are stances on the side of what is voted on."""
    rows = (
        "2019-04-18,UPLAND,dam_open,no,Motion 12,0.9,Council record\n"
        "2019-04-18,LOWLAND,dam_open,For,Motion 12,,\n"
        "2019-05-02,LOWLAND,dam_open,abstain,Motion 14,-1,\n"
    )
    found = read_tables(_write(tmp_path, "votes.csv", VOTES + rows), ACTORS, ISSUES)
    assert found.problems == ()
    assert [(f.actors, f.from_, f.stance, f.source) for f in found.facts] == [
        (("UPLAND",), date(2019, 4, 18), -0.9, "Council record"),
        (("LOWLAND",), date(2019, 4, 18), 1.0, "Motion 12"),
        (("LOWLAND",), date(2019, 5, 2), 0.0, "Motion 14"),
    ]
    assert found.facts[0].id == "vote/UPLAND/2019-04-18/Motion-12"
    assert found.facts[0].text == "UPLAND voted no on Motion 12."


def test_who_is_absent_is_placed_nowhere(tmp_path: Path) -> None:
    """The absence is a fact without a stance."""
    row = "2019-04-18,UPLAND,dam_open,absent,Motion 12,,\n"
    (fact,) = read_tables(_write(tmp_path, "votes.csv", VOTES + row), ACTORS, ISSUES).facts
    assert (fact.issue, fact.stance) == (None, None)
    assert "absent" in fact.text


def test_a_measure_is_put_between_the_poles(tmp_path: Path) -> None:
    """Values, and their standard deviation, by those that mean the two poles."""
    row = "2019-04-18,UPLAND,dam_open,30,100,20,8,outflow,Gauge\n"
    (fact,) = read_tables(_write(tmp_path, "series.csv", SERIES + row), ACTORS, ISSUES).facts
    assert fact.stance == pytest.approx(-0.75)
    assert fact.sd == pytest.approx(0.2)
    assert fact.id == "series/UPLAND/2019-04-18/dam_open/outflow"


def test_a_measure_can_fall_from_plus_to_minus(tmp_path: Path) -> None:
    """The plus pole may be the lower value."""
    row = "2019-04-18,UPLAND,dam_open,25,0,100,,losses,\n"
    (fact,) = read_tables(_write(tmp_path, "series.csv", SERIES + row), ACTORS, ISSUES).facts
    assert (fact.stance, fact.sd) == (pytest.approx(0.5), None)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            "2019-04-18,UPLND,dam_open,no,M,,",
            "votes.csv:2: unknown actor 'UPLND' (nearest: UPLAND)",
        ),
        ("2019-04-18,UPLAND,dam,no,M,,", "votes.csv:2: unknown issue 'dam' (allowed: dam_open)"),
        (
            "2019-04-18,UPLAND,dam_open,maybe,M,,",
            "votes.csv:2: unknown vote 'maybe' (allowed: yes, no, abstain, absent)",
        ),
        (
            "18.4.2019,UPLAND,dam_open,no,M,,",
            "votes.csv:2: '18.4.2019' is no date: write 2012-05-31",
        ),
        ("2999-01-01,UPLAND,dam_open,no,M,,", "votes.csv:2: 2999-01-01 is still to come"),
        (
            "2019-04-18,UPLAND,dam_open,no,,,",
            "votes.csv:2: the cell on is empty: say what was voted on",
        ),
        (
            "2019-04-18,UPLAND,dam_open,no,M,2,",
            "votes.csv:2: plus is 2: the stance of a yes lies in [-1, 1]",
        ),
        (
            "2019-04-18,UPLAND,dam_open,no,M,x,",
            "votes.csv:2: plus is 'x', which is no number",
        ),
        (
            "2019-04-18,UPLAND,dam_open,no,M,,,,",
            'votes.csv:2: has more cells than there are columns (put text with commas in "quotes")',
        ),
        (
            "2019-04-18,UPLAND,dam_open,no,M,,\n2019-04-18,UPLAND,dam_open,yes,M,,",
            "votes.csv:3: vote/UPLAND/2019-04-18/M stands in line 2 already",
        ),
    ],
)
def test_a_vote_that_means_nothing_is_named(tmp_path: Path, row: str, says: str) -> None:
    """File, line, what is wrong and what is allowed."""
    found = read_tables(_write(tmp_path, "votes.csv", VOTES + row + "\n"), ACTORS, ISSUES)
    assert [str(problem) for problem in found.problems] == [says]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            "2019-04-18,UPLAND,dam_open,130,100,20,,,",
            (
                "value 130 lies outside the poles, from 20 to 100: "
                "give its values there in the columns minus and plus"
            ),
        ),
        (
            "2019-04-18,UPLAND,dam_open,3,3,3,,,",
            "plus and minus are both 3: they are the values at the two poles",
        ),
        ("2019-04-18,UPLAND,dam_open,nan,,,,,", "value is 'nan', which is no number"),
        ("2019-04-18,UPLAND,dam_open,,,,,,", "value is '', which is no number"),
        (
            "2019-04-18,UPLAND,dam_open,0,,,-1,,",
            "sd is below zero: it is a standard deviation",
        ),
    ],
)
def test_a_measure_that_means_nothing_is_named(tmp_path: Path, row: str, says: str) -> None:
    """The same for series."""
    found = read_tables(_write(tmp_path, "series.csv", SERIES + row + "\n"), ACTORS, ISSUES)
    assert [str(problem) for problem in found.problems] == [f"series.csv:2: {says}"]


def test_a_table_with_other_columns_is_refused_whole(tmp_path: Path) -> None:
    """What is missing and what is not known, once each."""
    found = read_tables(_write(tmp_path, "votes.csv", "date,actor,isue,vote,on\n"), ACTORS, ISSUES)
    assert [str(problem) for problem in found.problems] == [
        "votes.csv:1: has no column issue (needed: date, actor, issue, vote, on)",
        "votes.csv:1: unknown column 'isue' (nearest: issue)",
    ]


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Other encodings and broken quotes are said."""
    (tmp_path / "votes.csv").write_bytes(VOTES.encode("utf-16"))
    _write(tmp_path, "series.csv", SERIES + '2019-04-18,"UPLAND" x,dam_open,1,,,,,\n')
    one, other = read_tables(tmp_path, ACTORS, ISSUES).problems
    assert str(one) == "votes.csv: is not UTF-8: save it as CSV with UTF-8 encoding"
    assert str(other).startswith("series.csv:2: is no CSV: ")


def test_of_very_many_mistakes_the_first_are_listed(tmp_path: Path) -> None:
    """Twenty, and how many more there are."""
    _write(tmp_path, "votes.csv", VOTES + "2019-04-18,X,dam_open,no,M,,\n" * 30)
    listed = list(table_problems(tmp_path, ACTORS, ISSUES))
    assert len(listed) == 21
    assert str(listed[-1]) == "votes.csv: 10 more rows are wrong"


def test_a_case_without_tables_has_no_such_facts(tmp_path: Path) -> None:
    """Both files may be left out."""
    assert read_tables(tmp_path, ACTORS, ISSUES).facts == ()
