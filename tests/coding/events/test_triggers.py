"""Which words name an event, and of which type."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from volteface.coding.events.codebook import codebook
from volteface.coding.events.triggers import triggers

Told = Callable[[str], set[tuple[tuple[str, ...], str, tuple[str, ...]]]]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Russia put its name to the treaty.", "AGREE"),
        ("The army put its guns at the border posts.", "MOBILIZE"),
        ("Moscow poured troops into the valley.", "MOBILIZE"),
        ("The rebels admitted defeat.", "RETREAT"),
        ("The army halted its offensive.", "RETREAT"),
        ("The soldiers left the town.", "RETREAT"),
        ("The minister shook hands with the rebels.", "CONSULT"),
        ("Paris would have none of it.", "REJECT"),
        ("The minister pointed the finger at Moscow.", "ACCUSE"),
        ("The ministry lodged a protest with the embassy.", "ACCUSE"),
        ("Moscow revoked the licence of the charity.", "SANCTION"),
        ("They were shown the door: Paris showed the envoys the door.", "SANCTION"),
        ("The navy sealed the port.", "COERCE"),
        ("Rebels held two monitors hostage.", "COERCE"),
        ("Shells fell on the market.", "ASSAULT"),
        ("The convoy's guards broke through the lines.", "ASSAULT"),
        ("Moscow paid tribute to the dead.", "SUPPORT"),
        ("Paris reserved the right to strike back.", "THREATEN"),
        ("The junta backed off.", "CONCEDE"),
        ("The bank bailed out the treasury.", "AID"),
    ],
)
def test_words_name_their_type(language: Language, sentence: str, type_: str) -> None:
    """Each wording of the codebook is found as an event of its type."""
    found = {trigger.rule.type for trigger in triggers(language(sentence), codebook())}
    assert type_ in found


def test_shells_need_no_soldier_to_fall(language: Language) -> None:
    """A rule with subjects fits those alone: leaves that fall are no assault."""
    assert not list(triggers(language("Leaves fell on the market."), codebook()))


def test_a_rule_that_wants_two_gives_way_where_one_is_named(told: Told) -> None:
    """Troops ordered somewhere are moved; nobody else was asked anything."""
    assert (("FRA",), "MOBILIZE", ("MLI",)) in told("France ordered its troops to enter Mali.")
