from datetime import date

import pytest

from volteface.records import DateInterval
from volteface.reports.article import Article
from volteface.reports.boilerplate import clean
from volteface.reports.published import stated_dates

BODY = (
    "The government of Karvia said on Monday that it would not accept any outside mediators.\n\n"
    "Rebel commanders rejected the offer and said that the president had to leave office first."
)


def first(text: str, path: str = "a.txt") -> DateInterval | None:
    """The most trustworthy statement of the day."""
    return next(stated_dates(Article(path, text), clean(text)), None)


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        ("Published on 23/08/2013", "2013-08-23", 'the line "Published on 23/08/2013"'),
        ("08:15, 9 October 2014", "2014-10-09", 'the line "08:15, 9 October 2014"'),
        ("Date: May 31, 2012", "2012-05-31", 'the line "Date: May 31, 2012"'),
        ("Last updated: 2012-06-01", "2012-06-01", 'the line "Last updated: 2012-06-01"'),
        (
            "Updated 2 June 2012\n\nPosted 1 June 2012",
            "2012-06-01",
            'the line "Posted 1 June 2012"',
        ),
        ("Thursday, 05/04/2012", "2012-04-05", 'the line "Thursday, 05/04/2012"'),
    ],
)
def test_lines_at_the_head(head: str, day: str, basis: str) -> None:
    """Labels and bare date lines give the day, publication before update."""
    found = first(f"Brand rules out mediators\n\n{head}\n\n{BODY}")
    assert found == DateInterval(date.fromisoformat(day), date.fromisoformat(day), "day", basis)


def test_date_line_at_the_foot() -> None:
    """A bare date below the text counts as well."""
    found = first(f"{BODY}\n\n4 June 2013\n")
    assert found is not None
    assert found.earliest == date(2013, 6, 4)


def test_dateline_with_its_year() -> None:
    """A dateline counts when it has its year; without it the file's name does."""
    assert first("LORN, June 4, 2013 (Reuters) - " + BODY) == DateInterval(
        date(2013, 6, 4), date(2013, 6, 4), "day", 'the dateline "June 4, 2013"'
    )
    assert first("LORN, June 4 (Reuters) - " + BODY) is None
    assert first("LORN, June 2013 (Reuters) - " + BODY) is None
    assert first("Brand rules out mediators\n\nPublished on June 4\n\n" + BODY) is None


def test_order_of_trust() -> None:
    """Metadata come before the text, the text before the file's name, the mail's day last."""
    text = f"Brand rules out mediators\n\nPublished 4 June 2013\n\n{BODY}"
    days = [DateInterval(date(2013, 6, n), date(2013, 6, n), "day", str(n)) for n in (5, 9)]
    article = Article("in/2013-06-06-brand.txt", text, published=days[0], sent=days[1])
    found = list(stated_dates(article, clean(text)))
    assert [one.earliest.day for one in found] == [5, 4, 6, 9]
    assert [one.basis for one in found] == [
        "5",
        'the line "Published 4 June 2013"',
        "the file's name",
        "9",
    ]


@pytest.mark.parametrize("path", ["2013-13-45-x.txt", "report-2013-06-04.txt", "2013-06-041.txt"])
def test_other_numbers_in_file_names_are_no_dates(path: str) -> None:
    """A file's name gives a day only where it begins with a real one."""
    assert first(BODY, path) is None


def test_two_readings_are_decided_by_other_dates() -> None:
    """05/04/2012 is the fourth of May beside other dates of late April and May."""
    text = f"Brand rules out mediators\n\nPublished: 05/04/2012\n\n{BODY} It began on May 2."
    found = first(text)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2012, 5, 4), date(2012, 5, 4))
    assert "other dates" in found.basis
    text = f"Brand rules out mediators\n\nPublished: 05/04/2012\n\n{BODY} It began on 3 April 2012."
    assert (first(text) or found).latest == date(2012, 4, 5)


def test_two_readings_are_decided_by_the_file_name() -> None:
    """The file's name decides when it is one of the readings."""
    text = f"Brand rules out mediators\n\nPublished: 05/04/2012\n\n{BODY}"
    found = first(text, "2012-05-04.txt")
    assert found is not None
    assert (found.latest, found.precision) == (date(2012, 5, 4), "day")


def test_two_readings_widen_where_nothing_decides() -> None:
    """Without evidence the interval holds both days and says so."""
    found = first(f"Brand rules out mediators\n\nPublished: 05/04/2012\n\n{BODY}")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2012, 4, 5), date(2012, 5, 4))
    assert found.basis.endswith("which may be 2012-04-05 or 2012-05-04")
