"""Acts done by saying something."""

from collections.abc import Callable

Told = Callable[[str], set[tuple[tuple[str, ...], str, tuple[str, ...]]]]


def test_what_somebody_has_to_do_is_demanded(told: Told) -> None:
    """*Had to*, said of another, is a demand."""
    text = "Algeria said that France had to withdraw its troops."
    assert (("DZA",), "REQUEST", ("FRA",)) in told(text)


def test_words_that_amount_to_a_wrong_are_a_charge(told: Told) -> None:
    """To say that another's words are a wrong accuses the other."""
    text = (
        "Algeria's answer came at once. The Frenchman's words amounted to "
        '"a declaration of war", the Algerian government said in a statement.'
    )
    assert (("DZA",), "ACCUSE", ("FRA",)) in told(text)


def test_saying_that_there_will_be_nothing_rejects(told: Told) -> None:
    """*There will be no talks* is a refusal."""
    found = told('"There will be no talks with the rebels," the French government said.')
    assert any(actors == ("FRA",) and type_ == "REJECT" for actors, type_, _ in found)
