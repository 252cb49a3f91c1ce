from collections.abc import Callable

import pytest
from spacy.language import Language

from volteface.coding.levels import is_finite
from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

INNER = [
    ("Oleg Sidorov said that France had asked Mali to withdraw troops.", "withdraw troops", "FRA"),
    (
        "Oleg Sidorov said that Louise Berthier had rung him to say that troops must stay.",
        "that troops must stay",
        "FRA",
    ),
    (
        "Oleg Sidorov said that he had been given an assurance by France that troops must stay.",
        "that troops must stay",
        "FRA",
    ),
]


@pytest.mark.parametrize(("text", "words", "actor"), INNER)
def test_speech_within_speech(read: Read, text: str, words: str, actor: str) -> None:
    """What somebody is said to have said, asked or assured is a statement of that one."""
    inner = min(read(text, words), key=lambda said: len(said.text))
    assert inner.actor == actor
    assert inner.via[:1] == ("Oleg Sidorov",)


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("He asks us to go.", True),
        ("He was asking us to go.", True),
        ("He would ask us to go.", False),
        ("To ask us to go is rude.", False),
        ("Friends of mine ask us to go.", True),
    ],
)
def test_finite(language: Language, text: str, *, finite: bool) -> None:
    """What happened or happens, not what would."""
    assert is_finite(next(t for t in language(text) if t.lemma_ == "ask")) == finite
