from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.errors import ReportError
from volteface.reports.raw import RawFile
from volteface.reports.rich_text import read_rich_text

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"


def text_of(markup: str | bytes) -> str:
    """The text of a document of that markup."""
    data = markup if isinstance(markup, bytes) else markup.encode("cp1252")
    (found,) = read_rich_text(RawFile("a.rtf", data))
    return found.text


def test_paragraphs_quotes_and_accents() -> None:
    """Control words give way to the characters they stand for."""
    markup = HEAD + r"{\b Brand says no}\par\par \ldblquote N\'e9gocier?\rdblquote\line she said.}"
    assert text_of(markup) == "Brand says no\n\n“Négocier?”\nshe said."


def test_characters_beyond_the_basic_plane() -> None:
    """A character written as two halves comes out whole, a lone half as a sign for it."""
    assert text_of(HEAD + r"a \u-10179?\u-8704? b \u-10179?}") == "a 😀 b \ufffd"


def test_addresses_behind_links_are_left_out() -> None:
    """A link shows its words; two on one line keep what stands between them."""
    link = r'{\field{\*\fldinst{HYPERLINK "http://x.example/%d"}}{\fldrslt{word%d}}}'
    assert text_of(f"{HEAD}one {link % (1, 1)} and {link % (2, 2)} end}}") == (
        "one word1 and word2 end"
    )


def test_cells_are_parted_and_pictures_left_out() -> None:
    """A tab parts cells; embedded data are passed over by their length."""
    markup = HEAD + r"{\trowd\cell A\cell B\cell\row}{\pict\bin5 }{}{}} after}"
    assert text_of(markup).split() == ["A", "B", "after"]


@pytest.mark.parametrize("markup", [HEAD + "}", r"{\rtf1 ...}"])
def test_document_without_words_says_so(markup: str) -> None:
    """Nothing to read is one line."""
    with pytest.raises(ReportError, match="no words"):
        text_of(markup)


def test_damaged_document_says_so() -> None:
    """What breaks the parser is one line."""
    with pytest.raises(ReportError, match=r"damaged rich-text document \(\w+\): save it anew"):
        text_of(HEAD + r"\uc words}")


@pytest.mark.parametrize(
    "markup", [r"{\fonttbl" + r"\f1 " * 20_000, r"{\field{\*\fldinst{" * 20_000, "{" * 200_000]
)
def test_odd_documents_are_finished(markup: str) -> None:
    """Groups that never close cost no more than their length."""
    with suppress(ReportError):
        text_of(HEAD + markup + "words")


@given(st.text(st.sampled_from("{}\\'*u1-5 abcfpardinxé\n"), max_size=120))
def test_any_markup_is_text_or_refused(markup: str) -> None:
    """Nothing but a text or a reason comes of any markup."""
    with suppress(ReportError):
        assert text_of(HEAD + markup)
