from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.records import DateInterval
from volteface.reports.sidecar import NOTHING_SAID, Sidecar, read_sidecar


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2013-06-04", date(2013, 6, 4), date(2013, 6, 4), "day"),
        ("2013-06-04T10:00:00Z", date(2013, 6, 4), date(2013, 6, 4), "day"),
        ('"4 June 2013"', date(2013, 6, 4), date(2013, 6, 4), "day"),
        ('"2013-06"', date(2013, 6, 1), date(2013, 6, 30), "month"),
        ("2013", date(2013, 1, 1), date(2013, 12, 31), "year"),
        ("[2013-06-04, 2013-06-11]", date(2013, 6, 4), date(2013, 6, 11), "interval"),
    ],
)
def test_days(value: str, earliest: date, latest: date, precision: str) -> None:
    """A day, a month, a year, or a first and a last day."""
    found = read_sidecar(f"published = {value}".encode())
    assert found == Sidecar(DateInterval(earliest, latest, precision, "the sidecar file"))  # type: ignore[arg-type]


def test_outlet_and_title() -> None:
    """Texts come out on one line; an empty file says nothing."""
    assert read_sidecar(b'outlet = " Vesk\\n Herald"\ntitle = "No"\n') == Sidecar(
        outlet="Vesk Herald", title="No"
    )
    assert read_sidecar(b"") == NOTHING_SAID


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b'title = "x"\noutlets = "y"\n',
            "line 2: a sidecar file has no key 'outlets' (nearest: outlet)",
        ),
        (b'title = "x"\noutlet = 3\n', "line 2: outlet is to be a text in quotation marks"),
        (b'title = " "\n', "line 1: title is to be a text"),
        (b'published = "soon"\n', "line 1: published is no date: write a day (2012-05-31)"),
        (b"published = [2013-06-04]\n", "line 1: published is no date"),
        (b"published = [2013-06-11, 2013-06-04]\n", "line 1: published is no date"),
        (b"published = [1, 2]\n", "line 1: published is no date"),
        (b"published = true\n", "line 1: published is no date"),
        (b"title = \n", "line 1: the sidecar file is not valid TOML"),
        (b'title = "caf\xe9"\n', "line 1: the sidecar file is not UTF-8"),
    ],
)
def test_mistakes_are_named_with_their_line(content: bytes, reason: str) -> None:
    """Unknown keys, wrong values and broken files say where and what is allowed."""
    with pytest.raises(ReportError) as caught:
        read_sidecar(content)
    assert str(caught.value).startswith(reason)


def test_nearer_word_goes_first() -> None:
    """What a sidecar leaves out is taken from the one behind it."""
    own, outer = Sidecar(outlet="Herald"), Sidecar(outlet="Press", title="No")
    assert own.over(outer) == Sidecar(outlet="Herald", title="No")


@given(st.binary(max_size=80))
def test_any_bytes_are_a_sidecar_or_refused(content: bytes) -> None:
    """Nothing but a sidecar or a reason comes of any bytes."""
    with suppress(ReportError):
        assert isinstance(read_sidecar(content), Sidecar)
