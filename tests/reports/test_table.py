from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.reports import Skipped
from volteface.reports.article import Article

Apart = Callable[..., list[Article | Skipped]]


def test_rows_are_articles(apart: Apart) -> None:
    """Date, outlet, title and text come from their columns, whatever their order and spelling."""
    table = (
        "ID,Source,Publication_Date,Headline,Full Text\n"
        '1,Vesk  Herald,2013-06-04,Brand says no,"She said: ""No."" \n\nAnd left."\n'
        "2,,20130605,,Rebels answered.\n"
    )
    one, two = apart("a.csv", table)
    assert isinstance(one, Article)
    assert (one.path, one.outlet, one.title) == ("a.csv/2", "Vesk Herald", "Brand says no")
    assert one.text == 'Brand says no\n\nShe said: "No." \n\nAnd left.'
    assert one.published is not None
    assert (one.published.earliest, one.published.basis) == (
        date(2013, 6, 4),
        "the table's date column",
    )
    assert isinstance(two, Article)
    assert (two.path, two.outlet, two.title, two.text) == (
        "a.csv/3",
        None,
        None,
        "Rebels answered.",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(apart: Apart, delimiter: str, encoding: str) -> None:
    """What spreadsheets write is told by the header and the bytes."""
    rows = [
        ["date", "text"],
        ["2013-06-04", "Le ministre a déclaré que l'été venu, où en est-on ?"],
    ]
    data = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (found,) = apart("a.csv", data.encode(encoding))
    assert isinstance(found, Article)
    assert found.text == rows[1][1]


def test_order_of_day_and_month_is_told_by_the_column(apart: Apart) -> None:
    """A day over 12 in one row decides for all; without one both readings are kept."""
    rows = "date,text\n04/06/2013,a b\n"
    assert [
        [str(one.published.earliest), str(one.published.latest)]
        for table in (rows + "25/06/2013,c d\n", rows + "06/25/2013,c d\n", rows)
        for one in apart("a.csv", table)[:1]
        if isinstance(one, Article) and one.published
    ] == [["2013-06-04"] * 2, ["2013-04-06"] * 2, ["2013-04-06", "2013-06-04"]]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("date,title\n2013,x\n", "its columns are date, title; name one of them text"),
        (",".join("abcdefghijk") + "\n1\n", "a, b, c, d, e, f, g, h, ...; name"),
        ("date,text\n", "a table without rows"),
        ('"date,text\n', "its first row cannot be read"),
    ],
)
def test_table_that_is_none_says_so(apart: Apart, table: str, reason: str) -> None:
    """Without a column of texts, or without rows, the table is one line."""
    (found,) = apart("a.csv", table)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_bad_rows_cost_only_themselves(apart: Apart) -> None:
    """A row without text and one with stray quote marks have a line each; empty rows none."""
    table = 'date,text\n2013-06-04\n,,,\n2013-06-04,"a "b" c"\n2013-06-05,Rebels answered.\n'
    found = apart("a.csv", table)
    reasons = {one.path: one.reason for one in found if isinstance(one, Skipped)}
    assert reasons.keys() == {"a.csv/2", "a.csv/4"}
    assert reasons["a.csv/2"] == "a row without text"
    assert "mend its quotes" in reasons["a.csv/4"]
    assert [one.path for one in found if isinstance(one, Article)] == ["a.csv/5"]


def test_quote_that_never_closes_says_so(apart: Apart) -> None:
    """What follows it is one row that is no row."""
    *_, last = apart("a.csv", 'text\none\n"two\nthree\nfour\n')
    assert isinstance(last, Skipped)
    assert last.path == "a.csv/3"


def test_long_texts_are_whole(apart: Apart) -> None:
    """A text beyond the module's usual limit is read."""
    (found,) = apart("a.csv", "text\n" + "word " * 100_000)
    assert isinstance(found, Article)
    assert len(found.text) == 499_999


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from('",;\t\n\r ab1/\u2019'), max_size=60))
def test_any_table_is_articles_or_reasons(apart: Apart, rest: str) -> None:
    """Nothing raises, and each row has one place."""
    found = apart("a.csv", "date,text\n" + rest)
    paths = [one.path for one in found]
    assert len(set(paths)) == len(paths)
