"""Conditions: with a word for it, without one, and as an order."""

import pytest
from spacy.language import Language

from volteface.coding.claims.markers import markers
from volteface.coding.claims.sentence import claims_in


@pytest.mark.parametrize(
    ("text", "direction", "condition"),
    [
        ("If the army leaves, the rebels will return.", "brings", "army leaves"),
        ("Had the army attacked, the rebels would have fled.", "brings", "army attacked"),
        ("Lift the siege, and the rebels will talk.", "brings", "Lift the siege"),
        ("Lift the siege, or the rebels will talk to Moscow.", "prevents", "Lift the siege"),
        ("He can deliver the city only while he pays its wages.", "brings", "he pays its wages"),
        ("They cannot be beaten as long as they live abroad.", "prevents", "they live abroad"),
        ("Once the port is gone, the rebels are finished.", "brings", "port is gone"),
        ("Deprived of its pay, the army would have to bargain.", "brings", "Deprived of its pay"),
        ("The day the pay stops, the army will go home.", "brings", "the pay stops"),
    ],
)
def test_conditions_are_claims(
    language: Language, text: str, direction: str, condition: str
) -> None:
    """What would bring something about or prevent it is found with its direction."""
    doc = language(text)
    (found,) = claims_in(next(doc.sents), markers(), lambda _: False)
    words = " ".join(doc[i].text for i in sorted(found.condition))
    assert found.direction == direction
    assert condition in words


@pytest.mark.parametrize(
    "text", ["Had the army attacked the town?", "Lift the siege.", "He read while she wrote."]
)
def test_what_has_no_consequence_is_no_claim(language: Language, text: str) -> None:
    """A question, a bare order and two things at once claim nothing."""
    assert claims_in(next(language(text).sents), markers(), lambda _: False) == []
