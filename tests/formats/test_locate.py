"""Quotations are found where they stand, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.formats.found import Quote
from volteface.formats.locate import NotFoundError, Text

TEXT = "“Stay,” she said; \U0001f54a and again: “Stay,” she\nsaid."


@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_place_given(text: str, data: st.DataObject) -> None:
    """Words at the place that is given are there, counted in characters or in UTF-16 units."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Text(text).place(Quote(text[start:end], start, end)) == (start, end)
    units = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (start, end)]
    found = Text(text).place(Quote(text[start:end], *units))
    assert text[slice(*found)] == text[start:end] or found == tuple(units)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (Quote("again"), "again"),
        (Quote("\"Stay,' she said,"), "“Stay,” she said;"),
        (Quote("she said."), "she\nsaid."),
        (Quote("Stay", 900, 904, "again: “", ""), "Stay"),
        (Quote(None, 1, 5), "Stay"),
    ],
)
def test_found(quote: Quote, words: str) -> None:
    """Marks, dashes and spaces may differ, and what stands around tells one place from another."""
    start, end = Text(TEXT).place(quote)
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (Quote("Go"), 'the words "Go" are not in the report'),
        (Quote("Stay"), 'the words "Stay" stand 2 times in the report'),
        (Quote(" "), "a quotation without words"),
        (Quote(), "neither words nor their place"),
        (Quote(None, 3, 900), "3-900 is not inside the text"),
    ],
)
def test_not_found(quote: Quote, said: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(NotFoundError, match=said):
        Text(TEXT).place(quote)
