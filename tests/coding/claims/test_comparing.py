"""Two comparatives."""

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The more convoys they send, the richer the rebels become.", "raises"),
        ("The longer the siege lasts, the fewer people will stay.", "lowers"),
    ],
)
def test_what_grows_with_what(claims: Claims, text: str, direction: str) -> None:
    """Each half is a side, and *fewer* turns the direction round."""
    ((found, condition, _),) = claims(text)
    assert found == direction
    assert condition == text.split(",", maxsplit=1)[0]


def test_without_a_verb_it_is_none(claims: Claims) -> None:
    """A set wish has no first half."""
    assert claims("The sooner, the better.") == []
