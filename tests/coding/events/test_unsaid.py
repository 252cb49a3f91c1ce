"""Recipients that no word of the act names."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[tuple[str, ...], str, tuple[str, ...]]]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Saudi Arabia accused the Houthis of murder. The movement denied the charge.",
            (("HOUTHI",), "REJECT", ("SAU",)),
        ),
        (
            "France suspended its aid to Mali. Bamako called the decision hasty.",
            (("MLI",), "ACCUSE", ("FRA",)),
        ),
        (
            "France sent troops to Mali, a step that Algeria has denounced.",
            (("DZA",), "ACCUSE", ("FRA",)),
        ),
        (
            "Colombia freed two prisoners of the FARC and put three of its leaders on a list.",
            (("COL",), "SANCTION", ("FARC",)),
        ),
    ],
)
def test_acts_bear_on_those_told_of_before(
    told: Told, text: str, event: tuple[tuple[str, ...], str, tuple[str, ...]]
) -> None:
    """What is denied, judged or pursued was done by or to somebody told of before."""
    assert event in told(text)


def test_nobody_is_meant_where_nobody_else_is_told_of(told: Told) -> None:
    """An act that names nobody, told alone, has no recipient."""
    assert (("RUS",), "RETREAT", ()) in told("Russia halted its offensive.")
