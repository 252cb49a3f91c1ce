from collections.abc import Callable

import pytest

from volteface.coding.endorsement import from_there
from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

REJECTED = [
    "Those who say that the rebels will win forget that they have no aircraft.",
    "It is wrong to say that the rebels will win.",
    "Some people think that the rebels will win. Such views ignore the facts.",
    "Some people think that the rebels will win.\n\nThose who think so underestimate the army.",
    "It would be naive to claim that the rebels will win.",
    "Critics who insist that the rebels will win overlook the air force.",
    "Some people think that the rebels will win.\n\nThis theory is unconvincing.",
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
    "Some people think that the rebels will win.\n\nThis view was shared by missionaries.",
]


@pytest.mark.parametrize("text", HELD)
def test_views_merely_reported(read: Read, text: str) -> None:
    """A named speaker's view stands, and so does a view that the next paragraph does not judge."""
    assert read(text, "rebels will win")[0].endorsed


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("From that standpoint, the army has already lost.", True),
        ("Seen from this angle the talks were a trap.", True),
        ("From this town the army moved on.", False),
    ],
)
def test_a_sentence_may_go_on_with_the_view_reported(sentence: str, goes_on: bool) -> None:  # noqa: FBT001
    """What is seen from the standpoint just reported is not the writer's own."""
    assert from_there(sentence) == goes_on
