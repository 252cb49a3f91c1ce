from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.printed import paragraphs_of
from volteface.reports.printed_page import Line, without_running_heads

FULL = "Foreign Minister Ilse Brand said on Monday that the talks were to begin without any"


def page(*texts: str, top: float = 700, leading: float = 14, **places: float) -> list[Line]:
    """Lines below each other; an empty text leaves a gap of half a line more."""
    lines, y = [], top
    for text in texts:
        if text:
            lines.append(Line(text, places.get("x", 72), y, places.get("size", 11)))
            y -= leading
        else:
            y -= leading / 2
    return lines


def text_of(*pages: Sequence[Line]) -> list[str]:
    """The paragraphs."""
    return paragraphs_of(pages).split("\n\n")


def test_lines_of_a_paragraph_are_joined() -> None:
    """Lines at the usual distance are one paragraph; blank space parts two."""
    found = text_of(page(FULL, FULL, "conditions.", "", FULL, FULL, "end."))
    assert found == [f"{FULL} {FULL} conditions.", f"{FULL} {FULL} end."]


def test_early_end_of_a_sentence_ends_a_paragraph() -> None:
    """Without blank space a paragraph ends where a sentence leaves room for the next word."""
    found = text_of(page(FULL, FULL, "conditions for the envoys.", FULL, FULL + "."))
    assert found == [f"{FULL} {FULL} conditions for the envoys.", f"{FULL} {FULL}."]


def test_indented_line_begins_a_paragraph() -> None:
    """A first line that is set in begins a paragraph after a full last line too."""
    first, second = page(FULL, FULL + "."), page(FULL, FULL, top=658)
    indented = Line(FULL, 84, 672, 11)
    assert text_of([*first, indented, *second]) == [f"{FULL} {FULL}.", f"{FULL} {FULL} {FULL}"]


def test_other_size_of_type_is_another_paragraph() -> None:
    """A headline does not run into the text below it."""
    head = page("Brand rules out mediators", size=20)
    assert text_of([*head, *page(FULL, FULL, top=680)])[0] == "Brand rules out mediators"


def test_short_lines_stand_alone() -> None:
    """Byline and date are lines of their own; list items too."""
    found = text_of(page("By Ana Teller", "4 June 2013", FULL, FULL, "• one", "• two"))
    assert found == ["By Ana Teller", "4 June 2013", f"{FULL} {FULL}", "• one", "• two"]


def test_sentence_goes_on_over_a_page() -> None:
    """A paragraph may cross pages; one that ends early at the foot does not."""
    other = FULL.replace("Ilse Brand", "Piet Maas,")
    assert text_of(page(FULL, FULL), page(other, other)) == [f"{FULL} {FULL} {other} {other}"]
    assert text_of(page(FULL, FULL, "end."), page(other, other)) == [
        f"{FULL} {FULL} end.",
        f"{other} {other}",
    ]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("nego-", "tiations", "negotiations"),
        ("anti-", "government", "anti-government"),
        ("Moscow-", "Tehran", "Moscow-Tehran"),
        ("cease-", "fire", "cease-fire"),
        ("war -", "so", "war - so"),
    ],
)
def test_broken_words(above: str, below: str, whole: str) -> None:
    """A hyphen at a line's end goes, unless the compound or its prefix stands elsewhere."""
    found = paragraphs_of(
        [page("A cease-fire would hold, " + FULL, f"{FULL} {above}", f"{below} {FULL}", FULL)]
    )
    assert f"without any {whole} Foreign" in found


def test_running_heads_and_page_numbers_are_dropped() -> None:
    """What stands at one height on many pages goes, its numbers aside; so do page numbers."""
    pages = [
        [
            Line(f"The Vesk Herald, issue {4 + number % 2}", 72, 760, 9),
            *page(f"{FULL} {'abcd'[number - 1]}", FULL[number:]),
            Line(f"- {number} -", 300, 30, 9),
        ]
        for number in range(1, 5)
    ]
    kept = without_running_heads(pages)
    assert [[line.y for line in one] for one in kept] == [[700, 686]] * 4


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    """A head that stands on every other page is one too."""
    heads = ("The Vesk Herald", "World news")
    pages = [
        [Line(heads[n % 2], 72, 760 + n / 4, 9), *page(FULL[n:], FULL[n + 1 :])] for n in range(6)
    ]
    assert all(line.y < 750 for one in without_running_heads(pages) for line in one)


def test_headline_that_is_the_running_head_later_stays() -> None:
    """The first page's headline stands at another height than the heads it gives."""
    title = "Brand rules out mediators"
    first = [Line(title, 72, 730, 20), *page(FULL, FULL)]
    later = [[Line(title, 72, 760, 9), *page(FULL[n:], FULL[n + 1 :])] for n in range(1, 4)]
    kept = without_running_heads([first, *later])
    assert [line.text for one in kept for line in one].count(title) == 1


def test_what_a_browser_prints_around_a_page_is_dropped() -> None:
    """Day, hour and address at the edges of a single printed page go; a date line inside stays."""
    lines = [
        Line("6/5/13, 10:02 AM Brand rules out mediators - Vesk Herald", 24, 770, 8),
        *page("4 June 2013", FULL, FULL),
        Line("https://herald.example/brand 1/1", 24, 17, 8),
    ]
    assert [line.y for line in without_running_heads([lines])[0]] == [700, 686, 672]


def test_year_inside_a_page_stays() -> None:
    """A number is a page number only at the very edge."""
    assert len(without_running_heads([page(FULL, "2013", FULL)])[0]) == 3
    assert without_running_heads([[]]) == [[]]
    assert paragraphs_of([]) == ""


LINES = st.builds(
    Line,
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip),
    st.sampled_from([72.0, 84.0]),
    st.sampled_from([700.0, 686.0, 672.0, 400.0]),
    st.sampled_from([9.0, 11.0]),
)


@given(st.lists(st.lists(LINES, max_size=6), max_size=4))
def test_nothing_is_lost_but_edges_and_hyphens(pages: list[list[Line]]) -> None:
    """Every line that is no running head comes out, in order."""
    kept = [line.text for one in without_running_heads(pages) for line in one]
    found = paragraphs_of(pages)
    at = [0]
    for text in kept:
        at.append(found.find(text.rstrip("-\u2010\u00ad"), at[-1]))
    assert all(before <= after for before, after in pairwise(at))
    assert -1 not in at
