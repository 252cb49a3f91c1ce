"""Set phrases and images."""

from collections.abc import Callable

import pytest

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "direction", "condition"),
    [
        ("The raids poured oil on the fire.", "raises", "The raids"),
        ("The takeover played into the hands of the rebels.", "raises", "The takeover"),
        ("The charge has closed the only door he had.", "prevents", "The charge"),
        ("The embargo has made little difference.", "none", "The embargo"),
    ],
)
def test_images_are_claims(claims: Claims, text: str, direction: str, condition: str) -> None:
    """A set phrase says what its subject brings about."""
    assert [found[:2] for found in claims(text)] == [(direction, condition)]


def test_another_particle_makes_another_verb(claims: Claims) -> None:
    """Who gives up hope gives none."""
    assert claims("The envoy gave up hope.") == []
