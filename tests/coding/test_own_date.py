"""Which time belongs to the verb of saying."""

from collections.abc import Callable
from datetime import date

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("On Monday Oleg Sidorov said the parties should negotiate.", "negotiate", 2),
        ("Oleg Sidorov announced a cease-fire with the parties on Monday.", "cease-fire", 2),
        (
            "Oleg Sidorov, who flew in on Sunday, said on Tuesday that they should negotiate.",
            "negotiate",
            3,
        ),
        ("Oleg Sidorov left on Sunday and said on Tuesday they should negotiate.", "negotiate", 3),
        (
            "Oleg Sidorov said in a statement issued on Monday that they should negotiate.",
            "negotiate",
            2,
        ),
    ],
)
def test_the_time_of_the_verb(read: Read, text: str, words: str, day: int) -> None:
    """The time that hangs on the verb of saying comes before any other of the sentence."""
    when = read(text, words)[0].said_on
    assert when is not None
    assert (when.earliest, when.latest) == (date(2014, 6, day), date(2014, 6, day))


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Sidorov, who flew to Paris on Sunday, said they should negotiate.",
        "Oleg Sidorov says they should have begun to negotiate.",
        "On Monday the talks broke down, and Oleg Sidorov hopes they will negotiate.",
        "Oleg Sidorov said of Sunday's march that they should negotiate.",
    ],
)
def test_times_of_something_else(read: Read, text: str) -> None:
    """What dates the speaker or another event is not the day of speaking."""
    when = read(text, "negotiate")[0].said_on
    assert when is not None
    assert (when.earliest, when.latest) == (date(2014, 5, 29), date(2014, 6, 4))


def test_a_day_in_what_was_said_bounds_it(read: Read) -> None:
    """Who tells of a past day spoke on it or since."""
    text = "Soldiers fled the town on Monday and must negotiate, Oleg Sidorov said."
    when = read(text, "negotiate")[0].said_on
    assert when is not None
    assert (when.earliest, when.latest) == (date(2014, 6, 2), date(2014, 6, 4))
