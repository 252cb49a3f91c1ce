"""Causes given by name."""

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("She blamed the hunger on the siege.", "the siege", "the hunger"),
        ("Diplomats attribute the delay to quarrels.", "quarrels", "the delay"),
        ("The siege is to blame for the hunger.", "The siege", "the hunger"),
        ("The reason is the conduct of the troops.", "the conduct of the troops", "The reason"),
        ("The talks collapsed over the border.", "the border", "The talks collapsed"),
    ],
)
def test_cause_and_effect_are_told_apart(
    claims: Claims, text: str, condition: str, consequence: str
) -> None:
    """What is blamed is the condition, what it is blamed for the consequence."""
    ((_, first, second),) = claims(text)
    assert first == condition
    assert second.startswith(consequence)


def test_an_accusation_of_a_deed_is_none(claims: Claims) -> None:
    """Who did it is news, not a claim about how the war works."""
    assert claims("The ministry blamed the massacre on gunmen.") == []
