import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.coding.content_words import content_words, denied, likeness

SETS = st.frozensets(st.sampled_from("abcdef"))


def test_forms_of_a_word_meet() -> None:
    """Number, tense, possession and letter case make no other word; function words are none."""
    one = content_words("The envoys were leaving Lorn\u2019s ports in 1998.")
    assert one == content_words("An envoy leaves the port of LORN, 1998")
    assert one == {"envoy", "leav", "lorn", "port", "1998"}


def test_text_without_content() -> None:
    """Articles, pronouns and denials alone carry no message."""
    assert content_words("It is not for us, and never was!") == frozenset()
    assert content_words("") == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We shall leave.", False),
        ("We shall not leave.", True),
        ("They won't leave.", True),
        ("They won\u2019t leave.", True),
        ("They refused to leave.", True),
        ("They did not refuse to leave.", False),
        ("Nobody rejected nothing.", True),
    ],
)
def test_denials(text: str, expected: object) -> None:
    """Two denials take each other away."""
    assert denied(text) is expected


@given(SETS, SETS)
def test_likeness_is_a_share(one: frozenset[str], other: frozenset[str]) -> None:
    """Between 0 and 1, the same both ways, and 1 for the same words."""
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) == bool(one)
