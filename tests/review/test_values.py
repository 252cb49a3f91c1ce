from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.records import DateInterval
from volteface.review import values


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2018-02-06", date(2018, 2, 6), date(2018, 2, 6), "day"),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28), "month"),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), "month"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2018-02-06..2018-03", date(2018, 2, 6), date(2018, 3, 31), "interval"),
        ("2018 to 2019", date(2018, 1, 1), date(2019, 12, 31), "interval"),
    ],
)
def test_days(written: str, first: date, last: date, precision: str, case: Case) -> None:
    """A day, month or year is all its days; two make an interval."""
    found = values.days("said_on", written, case)
    assert found == DateInterval(first, last, precision, "by hand")  # type: ignore[arg-type]


@pytest.mark.parametrize("written", ["Tuesday", "2018-13", "2018-02-30", "2018..2017", "1..2..3"])
def test_no_days(written: str, case: Case) -> None:
    """What is no date, or ends before it begins, is refused."""
    with pytest.raises(UsageError, match="said_on="):
        values.days("said_on", written, case)


@given(number=st.floats(-1, 1))
def test_stance_within_the_poles(number: float, case: Case) -> None:
    """Every number from -1 to 1 is a stance."""
    assert values.stance("stance", repr(number), case) == number


@pytest.mark.parametrize("written", ["1.01", "-2", "nan", "inf", "high"])
def test_stance_out_of_range(written: str, case: Case) -> None:
    """A number outside the poles, or none at all, is refused."""
    with pytest.raises(UsageError, match="a stance is a number from -1 to 1"):
        values.stance("stance", written, case)


def test_actors(case: Case) -> None:
    """An actor is known by id or name, in the case or among the world's states."""
    assert values.actor("actor", "ODRUN", case) == "ODRUN"
    assert values.actor("actor", "odrun", case) == "ODRUN"
    assert values.actor("actor", "FRA", case) == "FRA"
    assert values.actor("actor", "none", case) is None
    assert values.actors("actors", "ODRUN, FRA", case) == ("ODRUN", "FRA")
    with pytest.raises(UsageError, match=r"the case has no actor ODRUM \(nearest: ODRUN\)"):
        values.actor("actor", "ODRUM", case)


def test_issues(case: Case) -> None:
    """An issue is known by id; none of them is allowed."""
    assert values.issue("issue", "talks", case) == "talks"
    assert values.issue("issue", "none", case) is None
    with pytest.raises(UsageError, match="the case has no issue talk "):
        values.issue("issue", "talk", case)


def test_people(case: Case) -> None:
    """A person goes by the case's full name; a stranger by the name given."""
    known = next(one for one in case.people if one.aliases)
    assert values.person("speaker", known.aliases[0].upper(), case) == known.name
    assert values.person("speaker", "A. Stranger", case) == "A. Stranger"


def test_words(case: Case) -> None:
    """Nothing is written none, and where something must stand it is refused."""
    assert values.words("place", " none ", case) is None
    assert values.words("place", "Geneva", case) == "Geneva"
    assert values.listed("via", "Wire, none, ", case) == ("Wire",)
    with pytest.raises(UsageError, match="holder cannot be empty"):
        values.some_words("holder", "", case)


def test_yes_or_no(case: Case) -> None:
    """Yes and no in several spellings."""
    assert values.yes_or_no("endorsed", "Yes", case) is True
    assert values.yes_or_no("endorsed", "0", case) is False
    with pytest.raises(UsageError, match="write yes or no"):
        values.yes_or_no("endorsed", "perhaps", case)


def test_one_of_a_few() -> None:
    """One of the allowed words, letter case aside."""
    assert values.choice("type", "agree", ("AGREE", "AID")) == "AGREE"
    with pytest.raises(UsageError, match="nearest: AGREE"):
        values.choice("type", "agre", ("AGREE", "AID"))
