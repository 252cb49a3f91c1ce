import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from volteface.report_page.inert import inert, script_data, visible

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_nothing_unseen_is_left(text: str) -> None:
    """No control, override, surrogate or unassigned character survives but those in need."""
    left = set(visible(text)) - set("\t\n\u00ad\u061c\u200c\u200d\u200e\u200f")
    assert all(unicodedata.category(character)[0] != "C" for character in left)
    assert not left & {"\u2028", "\u2029"}


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs", "Mn"))))
def test_what_can_be_seen_is_left_as_it_is(text: str) -> None:
    """Letters, digits, punctuation, accents and spaces of any script are not touched."""
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eabc", "[U+202E]abc"),
        ("a\x00b", "a[U+0000]b"),
        ("\ud800", "[U+D800]"),
        ("\ufeffa\u2066b\u2069", "[U+FEFF]a[U+2066]b[U+2069]"),
        ("one\r\ntwo\rthree", "one\ntwo[U+000D]three"),
        ("\U000e0041", "[U+E0041]"),
    ],
)
def test_unseen_characters_are_shown_by_their_code_points(text: str, shown: str) -> None:
    """Overrides, controls and tags are written out; a Windows line end is a line end."""
    assert visible(text) == shown


def test_words_that_need_joiners_keep_them() -> None:
    """Persian needs the zero-width non-joiner, families of emoji the joiner."""
    words = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f468\u200d\U0001f469"
    assert visible(words) == words


@given(ANYTHING)
def test_markup_never_comes_out(text: str) -> None:
    """No character that HTML reads as markup, in text or in attributes, is left unescaped."""
    assert not set(inert(text)) & set("<>\"'")


def test_own_markup_stays_as_it_is() -> None:
    """What our own templates made is not escaped twice."""
    assert inert(Markup("<b>x</b>")) == "<b>x</b>"


@given(st.dictionaries(ANYTHING, ANYTHING | st.integers() | st.none()))
def test_data_in_a_script_comes_back_and_cannot_end_it(data: dict[str, object]) -> None:
    """JSON reads back the same, in ASCII and without any character that begins markup."""
    written = script_data(data)
    assert json.loads(written) == data
    assert written.isascii()
    assert not set(written) & set("<>&")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_no_number_that_is_none_gets_into_a_chart(number: float) -> None:
    """Not-a-number and infinity are refused."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        script_data({"level": [number]})
