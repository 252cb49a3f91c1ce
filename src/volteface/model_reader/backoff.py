"""How long to wait before asking again: twice as long each time, shaken, or as the server says."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST = 1.0
"""Seconds before the first repetition."""
LONGEST = 60.0
"""Seconds at most where the server does not say."""


def wait(attempt: int, asked: float | None, rng: random.Random, first: float = FIRST) -> float:
    """Seconds to wait.

    Args:
        attempt: How often it was asked in vain, from 1.
        asked: What the server asked for, in seconds; waited out in full, and a little more.
        rng: Shakes the time by up to a half, so that many who were refused at once do not all come
            back at once.
        first: Seconds before the first repetition.
    """
    shaken = rng.uniform(0.5, 1.0)
    if asked is not None:
        return asked + first * (1.0 - shaken)
    return float(shaken * min(LONGEST, first * 2.0 ** (attempt - 1)))


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a ``Retry-After`` header asks for; None where it says nothing readable.

    Args:
        value: A number of seconds or an HTTP date.
        now: The present moment.
    """
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            until = parsedate_to_datetime(value)
        except ValueError:
            return None
        if until.tzinfo is None:
            until = until.replace(tzinfo=UTC)
        seconds = (until - (now or datetime.now(UTC))).total_seconds()
    # nan compares with nothing.
    return max(0.0, seconds) if seconds < float("inf") else None
