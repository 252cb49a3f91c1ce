"""Whether a capital is the place or the government."""

import pytest
from spacy.language import Language

from volteface.coding.metonym import is_government

GOVERNMENTS = [
    ("Khartoum rejected the plan.", "Khartoum"),
    ("Belgrade's policy has not changed.", "Belgrade"),
    ("Khartoum officials said no.", "Khartoum"),
    ("The talks between Pristina and Belgrade failed.", "Pristina"),
    ("The talks between Pristina and Belgrade failed.", "Belgrade"),
    ("They put pressure on Colombo.", "Colombo"),
    ("Relations with Belgrade are poor.", "Belgrade"),
    ("Kigali and Kinshasa signed a deal.", "Kinshasa"),
    ("Sanctions against Khartoum were lifted.", "Khartoum"),
    ("The government of Juba fell.", "Juba"),
    ("Moscow, which backs the rebels, said no.", "Moscow"),
    ("It was a message to Belgrade.", "Belgrade"),
    ("According to Kyiv, nobody died.", "Kyiv"),
    ("The West must persuade Belgrade.", "Belgrade"),
    ("Paris has sent troops to Mali.", "Paris"),
]
PLACES = [
    ("Fighting broke out in Khartoum.", "Khartoum"),
    ("He flew to Kyiv on Monday.", "Kyiv"),
    ("The Bogota bombing killed nine.", "Bogota"),
    ("The envoy arrived from Sanaa.", "Sanaa"),
    ("The rebels marched on Bamako.", "Bamako"),
    ("He left Juba in May.", "Juba"),
    ("The embassy in Kyiv was shut.", "Kyiv"),
    ("The rebels shelled Goma.", "Goma"),
    ("Kyiv was shelled overnight.", "Kyiv"),
    ("a visit to Colombo by the envoy", "Colombo"),
    ("The mayor of Kyiv said no.", "Kyiv"),
    ("Residents of Khartoum fled.", "Khartoum"),
    ("Thousands protested outside the Kremlin.", "Kremlin"),
    ("Bamako is a city on the Niger.", "Bamako"),
    ("Kyiv residents fled.", "Kyiv"),
    ("He lives in Paris and London.", "London"),
    ("London-based analysts said no.", "London"),
    ("The road from Bamako to Gao is shut.", "Gao"),
    ("The forces that took Khartoum left.", "Khartoum"),
    ("The army captured Sanaa.", "Sanaa"),
    ("He was born near Colombo.", "Colombo"),
    ("Khartoum was quiet.", "Khartoum"),
    ("Goma remained tense on Monday.", "Goma"),
]


@pytest.mark.parametrize(("text", "name"), GOVERNMENTS)
def test_governments(language: Language, text: str, name: str) -> None:
    """What acts, owns a policy, is talked to, pressed or believed is the government."""
    assert is_government(next(token for token in language(text) if token.text == name))


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_places(language: Language, text: str, name: str) -> None:
    """Where things happen, what is reached or taken, and what has residents is the place."""
    assert not is_government(next(token for token in language(text) if token.text == name))
