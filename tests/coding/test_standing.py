import pytest
from spacy.language import Language

from volteface.coding.standing import goes_on_a_word, is_people, leads


@pytest.mark.parametrize(
    ("text", "word", "about"),
    [
        ("Mali rejected the plan.", "Mali", True),
        ("France said that Mali rejected the plan.", "Mali", False),
        ("Mali goes further: its envoy says so.", "Mali", True),
        ("The plan of Mali was rejected.", "Mali", False),
    ],
)
def test_what_a_sentence_is_about(language: Language, text: str, word: str, *, about: bool) -> None:
    """The subject of a sentence leads it, the subject of what somebody says does not."""
    assert leads(next(t for t in language(text) if t.text == word)) == about


def test_peoples(language: Language) -> None:
    """An adjective alone stands for a nation, one before a noun does not."""
    doc = language("The French left with a French officer.")
    assert [is_people(t) for t in doc if t.text == "French"] == [True, False]


def test_parts_of_words(language: Language) -> None:
    """The second part of a word with a hyphen is no noun of its own."""
    doc = language("The vice-president left - alone.")
    assert [t.text for t in doc if goes_on_a_word(t)] == ["president"]
