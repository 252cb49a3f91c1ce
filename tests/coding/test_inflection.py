import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.coding.inflection import base_forms


@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("refuses", "refuse"),
        ("leaving", "leave"),
        ("stopped", "stop"),
        ("carried", "carry"),
        ("countries", "country"),
        ("fell", "fall"),
        ("withdrew", "withdraw"),
        ("Rebels", "rebel"),
        ("clashes", "clash"),
    ],
)
def test_reaches_the_base(inflected: str, base: str) -> None:
    """A regular or common irregular form gives its base."""
    assert base in base_forms(inflected)


@pytest.mark.parametrize("word", ["crisis", "press", "status", "red", "thing", "arms", "goods"])
def test_leaves_bases_alone(word: str) -> None:
    """A word that only looks inflected gives nothing but itself."""
    assert base_forms(word) == {word}


@given(st.text(alphabet="abdeginrsty", min_size=1, max_size=12))
def test_always_holds_the_word(word: str) -> None:
    """The word itself is one of its forms, and a base is at most the word's length."""
    forms = base_forms(word)
    assert word in forms
    assert all(len(form) <= len(word) for form in forms)
