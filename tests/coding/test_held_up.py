from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

REJECTED = [
    ("It would be wrong to conclude, as Oleg Sidorov does, that the rebels will win.", "RUS"),
    ("It is naive to think that the rebels will win.", None),
    ("The comforting notion that the rebels will win is an illusion, and a foolish one.", None),
    ("There is little in Sidorov's claim that the rebels will win.", "RUS"),
    ("There are people who swear that the rebels will win. They are wrong again.", None),
    ("There is a view that the rebels will win. It is not; nobody arms them.", None),
]


@pytest.mark.parametrize(("text", "actor"), REJECTED)
def test_views_held_up(read: Read, text: str, actor: str | None) -> None:
    """A view that is judged wrong where it is told is not endorsed, whoever holds it."""
    said = [s for s in read(text, "rebels will win") if s.voice == "attributed"]
    assert said
    assert not any(s.endorsed for s in said)
    assert actor in {s.actor for s in said}


@pytest.mark.parametrize(
    "text",
    [
        "Sidorov's claim that the rebels will win was repeated by all.",
        "Those who say that the rebels will win include the envoy.",
        "Oleg Sidorov believes that the rebels will win. He arrived on Monday.",
    ],
)
def test_views_that_are_only_told(read: Read, text: str) -> None:
    """A view without a verdict on it stands as it was told."""
    assert all(s.endorsed for s in read(text, "rebels will win"))
