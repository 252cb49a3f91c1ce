import pytest
from spacy.language import Language

from volteface.coding.role import as_link, short_phrase


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("A Western diplomat close to the talks left.", "diplomat", "A Western diplomat"),
        ("A source in the army left.", "source", "A source in the army"),
        ("The head of the team of spies, a Malian, left.", "head", "The head of the team of spies"),
        ("The vice-president of Mali left.", "vice", "The vice-president of Mali"),
        ("An officer, a tall man, left.", "officer", "An officer"),
    ],
)
def test_short_phrases(language: Language, text: str, head: str, phrase: str) -> None:
    """What merely describes somebody is cut, what says whose he is stays."""
    token = next(t for t in language(text) if t.text == head)
    assert short_phrase(token) == phrase


@pytest.mark.parametrize(
    ("role", "link"),
    [
        ("its source in the army", "a source in the army"),
        ("A diplomat", "a diplomat"),
        ("The envoy", "the envoy"),
        ("three officials", "three officials"),
        ("his", "his"),
    ],
)
def test_links(role: str, link: str) -> None:
    """In a chain nobody's source is *its* source."""
    assert as_link(role) == link
