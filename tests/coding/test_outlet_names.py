import pytest
from spacy.language import Language

from volteface.coding.names import Gazetteer
from volteface.coding.naming import named
from volteface.coding.outlet_names import with_described_outlets
from volteface.coding.world import world_actors, world_outlets

GAZETTEER = Gazetteer(world_actors(), [], world_outlets())

FOUND = [
    ("He told the nationalist weekly Krylo on Thursday.", ["Krylo"]),
    ("He told Velta radio on Sunday.", ["Velta"]),
    ("He told Sobota, a newspaper here, that it was over.", ["Sobota"]),
    ("Radio Malva said so.", ["Radio Malva"]),
    ("The Ostrava Courier reported it.", ["Ostrava Courier"]),
    ("The Kenya Herald reported it.", ["Kenya Herald"]),
    ("The Monitor in the capital is less sure.", ["Monitor"]),
    ("The daily Al-Fanar has it.", ["Al-Fanar"]),
    ("He spoke on state television Monday.", []),
    ("The press met the president.", []),
    ("The International Atomic Energy Agency said so.", []),
]


@pytest.mark.parametrize(("text", "outlets"), FOUND)
def test_unknown_outlets(language: Language, text: str, outlets: list[str]) -> None:
    """A name beside *weekly* or *radio*, or one that is a masthead, is an outlet's."""
    doc = language(text)
    names = with_described_outlets(doc, named(doc, GAZETTEER, None))
    assert [n.mention.outlet for n in names if n.mention.outlet] == outlets


def test_names_stay_in_order(language: Language) -> None:
    """What was known is kept, and a state's name within an outlet's gives way."""
    doc = language("France told the Kenya Herald that Mali was safe.")
    names = with_described_outlets(doc, named(doc, GAZETTEER, None))
    assert [n.mention.actor or n.mention.outlet for n in names] == ["FRA", "Kenya Herald", "MLI"]
