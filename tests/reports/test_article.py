import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.reports.article import extracted, with_title


def test_letters_are_whole() -> None:
    """Ligatures, soft hyphens, control characters and halves of characters are put right."""
    assert extracted("de\ufb01\u00adant \x00\ud83d\ude00 \ud800") == "defiant 😀 \ufffd"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_stored(text: str) -> None:
    """What comes out can be written as UTF-8, or is refused for want of words."""
    try:
        assert extracted(text).encode()
    except ReportError as error:
        assert str(error) == "no words in it"  # noqa: PT017 either is right


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (None, "x", "x"),
        ("Brand says no", "She said no.", "Brand says no\n\nShe said no."),
        ("Brand says no", " BRAND SAYS NO\nShe said no.", " BRAND SAYS NO\nShe said no."),
    ],
)
def test_title_stands_once(title: str | None, text: str, expected: str) -> None:
    """A title goes before the text that does not begin with it."""
    assert with_title(title, text) == expected
