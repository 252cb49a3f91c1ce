from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.backoff import FIRST, LONGEST, retry_after, wait

NOW = datetime(2018, 2, 8, 12, tzinfo=UTC)


@settings(deadline=None)
@given(attempt=st.integers(1, 60), seed=st.integers(0, 1000))
def test_each_wait_is_about_twice_the_last_up_to_a_bound(attempt: int, seed: int) -> None:
    """Shaken by up to a half."""
    full = min(LONGEST, FIRST * 2.0 ** (attempt - 1))
    shaken = wait(attempt, None, Random(seed))  # noqa: S311 - waiting times
    assert full / 2 <= shaken <= full


@settings(deadline=None)
@given(asked=st.floats(0, 1e5), seed=st.integers(0, 1000))
def test_what_the_server_asks_for_is_waited_in_full(asked: float, seed: int) -> None:
    """And a little more, so that not all come back at once."""
    waited = wait(3, asked, Random(seed))  # noqa: S311 - waiting times
    assert asked <= waited <= asked + FIRST


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("Thu, 08 Feb 2018 12:00:30 GMT", 30.0),
        ("Thu, 08 Feb 2018 12:00:30 -0000", 30.0),
        ("Thu, 08 Feb 2018 11:00:00 GMT", 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    """And nothing where it cannot be read."""
    assert retry_after(value, NOW) == seconds
