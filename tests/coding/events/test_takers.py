"""Who does an event to whom, by the places of the parse."""

from collections.abc import Callable

Told = Callable[[str], set[tuple[tuple[str, ...], str, tuple[str, ...]]]]


def test_those_who_act_on_each_other_are_both_actors_and_recipients(told: Told) -> None:
    """*Each other* makes actors recipients."""
    both = ("COL", "FARC")
    assert (both, "ACCUSE", both) in told("Colombia and the FARC blamed each other for the attack.")


def test_talks_are_between_those_of_whom_the_clause_tells(told: Told) -> None:
    """Talks that name nobody are between the subjects of their clause."""
    both = ("FRA", "RUS")
    text = "Paris and Moscow signed the treaty after ten hours of talks."
    assert {(both, "AGREE", both), (both, "CONSULT", both)} <= told(text)


def test_a_demand_is_made_of_the_one_who_is_to_act(told: Told) -> None:
    """The subject of the clause that a demand opens is asked."""
    text = "Moscow's demand that France lift its sanctions was ignored."
    assert (("RUS",), "REQUEST", ("FRA",)) in told(text)


def test_a_recalled_ambassador_was_sent_to_the_recipient(told: Told) -> None:
    """The state that an ambassador was sent to is the one sanctioned."""
    text = "Algeria recalled its ambassador to Mali."
    assert (("DZA",), "SANCTION", ("MLI",)) in told(text)


def test_what_falls_to_somebody_is_taken_by_them(told: Told) -> None:
    """The subject of a turned rule suffers."""
    assert (("MNLA",), "ASSAULT", ("MLI",)) in told("Mali fell to the Tuareg rebels.")
