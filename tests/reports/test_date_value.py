import pytest

from volteface.reports.date_value import date_value, day_first_in


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "precision"),
    [
        ("2013-06-04", "2013-06-04", "2013-06-04", "day"),
        ("2013-06-04T10:00:00Z", "2013-06-04", "2013-06-04", "day"),
        (" 20130604 ", "2013-06-04", "2013-06-04", "day"),
        ("20130604T1000Z", "2013-06-04", "2013-06-04", "day"),
        ("June 4, 2013 Tuesday 8:12 PM GMT", "2013-06-04", "2013-06-04", "day"),
        ("May 2012, printed 4 June 2013", "2013-06-04", "2013-06-04", "day"),
        ("2013-06", "2013-06-01", "2013-06-30", "month"),
        ("June 2013", "2013-06-01", "2013-06-30", "month"),
        ("2013", "2013-01-01", "2013-12-31", "year"),
        ("04/06/2013", "2013-04-06", "2013-06-04", "interval"),
    ],
)
def test_forms_of_dates(words: str, earliest: str, latest: str, precision: str) -> None:
    """Days, months and years in the forms that databases and people write."""
    found = date_value(words, "stated")
    assert found is not None
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found.precision == precision
    assert found.basis.startswith("stated")


@pytest.mark.parametrize("words", ["", "soon", "4 June", "20131304", "12"])
def test_what_gives_no_day(words: str) -> None:
    """No date, a date without its year, and what is too short."""
    assert date_value(words, "stated") is None


def test_order_of_a_column_decides() -> None:
    """Where the order is known one reading is left."""
    days = [date_value("04/06/2013", "x", day_first=first) for first in (True, False)]
    assert [str(day and day.earliest) for day in days] == ["2013-06-04", "2013-04-06"]
    exact = date_value("2013-06-04", "x", day_first=False)
    assert str(exact and exact.earliest) == "2013-06-04"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["04/06/2013", "25/06/2013"], True),
        (["04.06.2013", "06.25.2013"], False),
        (["04/06/2013", "x", ""], None),
        (["25/06/2013", "06/25/2013"], None),
    ],
)
def test_order_is_told_by_days_over_twelve(values: list[str], expected: object) -> None:
    """Without such a day, or with both orders, it stays open."""
    assert day_first_in(values) is expected
