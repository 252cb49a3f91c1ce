import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.ledger import Ambiguous, Found, Orphaned, anchor, reanchor

# Few letters make repetitions, which are the hard case.
TEXTS = st.text("ab \ud800", min_size=1, max_size=120)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, tuple[int, int]]:
    """A text and a span in it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, (start, draw(st.integers(start + 1, len(text))))


@given(texts_with_spans())
def test_same_text(text_and_span: tuple[str, tuple[int, int]]) -> None:
    """In its own text an anchor is found where it was made, repetitions or not."""
    text, span = text_and_span
    assert reanchor(anchor(text, span), text) == Found(span)


@given(texts_with_spans(), TEXTS)
def test_never_a_guess(text_and_span: tuple[str, tuple[int, int]], other: str) -> None:
    """In any text the answer names only places where the quotation stands, and all or one."""
    text, span = text_and_span
    made = anchor(text, span)
    every = [
        (at, at + len(made.exact))
        for at in range(len(other))
        if other[at : at + len(made.exact)] == made.exact
    ]
    match reanchor(made, other):
        case Found(found):
            in_context = [
                (start, end)
                for start, end in every
                if other[:start].endswith(made.prefix) and other[end:].startswith(made.suffix)
            ]
            assert in_context == [found] or every == [found] or other == text
        case Ambiguous(spans):
            assert len(spans) > 1
            assert set(spans) <= set(every)
        case Orphaned():
            assert not every


@given(texts_with_spans(), TEXTS, TEXTS)
def test_moved(text_and_span: tuple[str, tuple[int, int]], before: str, after: str) -> None:
    """A text inside a longer one keeps its quotation: found there, or said to be ambiguous."""
    text, (start, end) = text_and_span
    moved = (len(before) + start, len(before) + end)
    match reanchor(anchor(text, (start, end)), before + text + after):
        case Found(found):
            assert found == moved
        case Ambiguous(spans):
            assert moved in spans
        case other:
            pytest.fail(f"lost: {other}")


def test_context_decides() -> None:
    """Of two equal quotations the one between the same words is meant."""
    made = anchor("He said no. She said no.", (21, 24))
    assert made.exact == "no."
    assert reanchor(made, "Then: He said no. She said no.") == Found((27, 30))


def test_quotation_alone() -> None:
    """A quotation between other words is found when it stands once."""
    made = anchor("Assad should stay, he said.", (0, 17))
    assert reanchor(made, "He said: Assad should stay!") == Found((9, 26))


def test_ambiguous_without_context() -> None:
    """A quotation that stands twice between other words is not guessed."""
    made = anchor("We say no today.", (7, 9))
    assert reanchor(made, "no, no") == Ambiguous(((0, 2), (4, 6)))


def test_orphaned() -> None:
    """A quotation that stands nowhere is orphaned."""
    assert reanchor(anchor("no veto", (0, 7)), "no  veto") == Orphaned()


def test_context_length() -> None:
    """Thirty-two characters are kept on either side, fewer at the ends."""
    made = anchor("x" * 40 + "quote" + "y" * 10, (40, 45))
    assert (made.prefix, made.suffix) == ("x" * 32, "y" * 10)


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (3, 2), (0, 6)])
def test_no_span(span: tuple[int, int]) -> None:
    """A span that is empty or outside the text has no anchor."""
    with pytest.raises(ValueError, match=r"span .* is empty or not inside a text of 5"):
        anchor("words", span)
