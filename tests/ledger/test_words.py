from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from volteface.ledger.words import Moment, escape, unescape

CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from("\x00\ud800\udfff\ufdd0d80")


@given(st.text(CHARACTERS))
def test_round_trip(text: str) -> None:
    """Any text comes back, and what is stored is text that UTF-8 and C strings can hold."""
    stored = escape(text)
    assert "\x00" not in stored
    assert stored.encode().decode() == stored
    assert unescape(stored) == text


@pytest.mark.parametrize("text", ["", "plain", "\u202eright to left", "\U0001f54a"])
def test_ordinary_text_is_stored_as_it_is(text: str) -> None:
    """Only what a database cannot hold is changed."""
    assert escape(text) == text


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(-12, 12))  # noqa: DTZ001
def test_moment(naive: datetime, hours: int) -> None:
    """A moment of any time zone is kept in UTC."""
    moment = naive.replace(tzinfo=timezone(timedelta(hours=hours)))
    stored = Moment().process_bind_param(moment, sqlite.dialect())
    assert stored is not None
    assert stored.endswith("+00:00")
    assert Moment().process_result_value(stored, sqlite.dialect()) == moment.astimezone(UTC)
