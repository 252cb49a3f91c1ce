from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

REJECTED = [
    "Those who say that the rebels will win forget that they have no aircraft.",
    "It is wrong to say that the rebels will win.",
    "Some people think that the rebels will win. Such views ignore the facts.",
    "Some people think that the rebels will win.\n\nThose who think so underestimate the army.",
]


@pytest.mark.parametrize("text", REJECTED)
def test_views_reported_to_be_rejected(read: Read, text: str) -> None:
    """A view that the writer holds up in order to reject it is not endorsed."""
    said = [s for s in read(text, "rebels will win") if s.voice == "attributed"]
    assert said
    assert not any(s.endorsed for s in said)


HELD = [
    "Some people think that the rebels will win.",
    "Paul Guerin said that the rebels will win. Those who think so underestimate the army.",
    "Some people think that the rebels will win.\n\nThose who say that talks help are wrong.",
]


@pytest.mark.parametrize("text", HELD)
def test_views_merely_reported(read: Read, text: str) -> None:
    """A named speaker's view stands, and so does a view that the next paragraph does not judge."""
    assert read(text, "rebels will win")[0].endorsed
