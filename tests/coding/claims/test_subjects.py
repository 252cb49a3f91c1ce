"""What a verb of cause names as the cause."""

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


def test_it_stands_for_the_thing_before(claims: Claims) -> None:
    """A pronoun whose clause follows one about a thing is that thing."""
    found = claims("The siege has failed, and it has strengthened the generals.")
    assert ("raises", "it") in [one[:2] for one in found]


def test_what_an_actor_could_raise_is_claimed(claims: Claims) -> None:
    """What somebody did is an event, what it could bring is a claim."""
    assert claims("Russia prolonged the war.") == []
    assert [found[0] for found in claims("Russia could prolong the war.")] == ["raises"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal allows the army to return.",
        "The families kept coming.",
        "The raid left many dead.",
    ],
)
def test_terms_and_events_are_none(claims: Claims, text: str) -> None:
    """What an agreement says, what goes on, and how many died is told, not claimed."""
    assert claims(text) == []
