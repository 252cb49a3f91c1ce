"""Whom the words of a text stand for."""

from collections.abc import Callable

Told = Callable[[str], set[tuple[tuple[str, ...], str, tuple[str, ...]]]]


def test_forces_loyal_to_somebody_act_for_them(told: Told) -> None:
    """*Loyal to* says for whom forces act."""
    text = "Forces loyal to Mali's government attacked the MNLA."
    assert (("MLI",), "ASSAULT", ("MNLA",)) in told(text)


def test_the_movement_is_the_one_whose_name_ends_so(told: Told) -> None:
    """A definite noun that ends an actor's name stands for the actor named so before."""
    text = "France and the MNLA met the Houthis. The movement rejected the French plan."
    assert (("HOUTHI",), "REJECT", ("FRA",)) in told(text)


def test_both_sides_are_those_who_fight_in_the_report(told: Told) -> None:
    """Two of whom enough fighting was told are the sides, whoever was named last."""
    text = (
        "The Houthis shelled Saudi troops. Saudi Arabia bombed the Houthis. "
        "The United Nations urged both sides to stop."
    )
    assert (("UN",), "REQUEST", ("HOUTHI", "SAU")) in told(text)
