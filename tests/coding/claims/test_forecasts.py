"""Forecasts: what is likely, what will never be, how the war will go."""

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Ethiopia is unlikely to sign.", "prevents"),
        ("Eritrea can be expected to go on arming them.", "brings"),
        ("Moscow will never accept the plan.", "prevents"),
        ("Nobody is going to win this war.", "prevents"),
        ("The rebels could win.", "brings"),
        ("The fighting will drag on.", "brings"),
        ("Norway warned that the Tigers would go back to bombing buses.", "brings"),
        ("He doubted that the talks would lead anywhere.", "prevents"),
        ("The colonel has no reason to leave.", "prevents"),
        ("There is no hope of a truce.", "prevents"),
    ],
)
def test_forecasts_are_claims(claims: Claims, text: str, direction: str) -> None:
    """What is said to come, or never to come, is a claim with its direction."""
    assert [found[0] for found in claims(text)] == [direction]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow is likely to announce the date on Friday.",
        "The ministers will meet in Geneva.",
        "The army pledged that it would win.",
        "Will the rebels win?",
    ],
)
def test_plans_pledges_and_questions_are_none(claims: Claims, text: str) -> None:
    """What is announced, promised or asked is not foretold."""
    assert claims(text) == []
