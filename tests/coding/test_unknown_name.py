import pytest
from spacy.language import Language

from volteface.coding.unknown_name import beside, gave_name


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("A housewife, Umm Salim, said so.", "housewife", "Salim"),
        ("A captain held in Gao, Igor Ruzhin, said so.", "captain", "Ruzhin"),
        ("A captain held in Gao, Timbuktu, said so.", "captain", None),
        ("A captain said so.", "captain", None),
    ],
)
def test_names_in_apposition(language: Language, text: str, head: str, name: str | None) -> None:
    """A full name behind what somebody is; a single word behind a town may be a town."""
    token = next(t for t in language(text) if t.text == head)
    assert next((t.text for t in beside(token)), None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A soldier, who gave his name only as Oleg, said so.", "Oleg"),
        ("A soldier who identified himself as Oleg said so.", "Oleg"),
        ("A soldier who would not give his name said so.", None),
    ],
)
def test_names_that_are_given(language: Language, text: str, name: str | None) -> None:
    """Some say only what they are called."""
    token = next(t for t in language(text) if t.text == "soldier")
    found = gave_name(token)
    assert (found.text if found is not None else None) == name
