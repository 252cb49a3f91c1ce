"""What stands between quote marks."""
# ruff: noqa: RUF001 - typographic quote marks are the matter

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.coding.quote_marks import quotations


def found(text: str) -> list[tuple[str, int]]:
    """The quoted words with their depth."""
    return [(text[q.first : q.last], q.depth) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “go” and “stay”.", [("go", 0), ("stay", 0)]),
        ('He said "go" and "stay".', [("go", 0), ("stay", 0)]),
        ("«Nous partons», dit-il.", [("Nous partons", 0)]),
        ("„Wir gehen“, sagte er.", [("Wir gehen", 0)]),
        ("``We left,'' he said.", [("We left,", 0)]),
        ('The minister said:"No."', [("No.", 0)]),
        ('"Old," he said. ("New.")', [("Old,", 0), ("New.", 0)]),
        ("‘We go,’ he said, ‘to Gao.’", [("We go,", 0), ("to Gao.", 0)]),
        ("'It's the rebels' turn,' he said.", [("It's the rebels' turn,", 0)]),
    ],
)
def test_marks_of_every_shape(text: str, expected: list[tuple[str, int]]) -> None:
    """Curly, straight, angle, low, doubled and single marks are read."""
    assert found(text) == expected
    assert all(q.closed for q in quotations(text))


@pytest.mark.parametrize(
    "text",
    [
        "The sisters' home in Kosovo's north wasn't theirs.",
        "The ’90s were the rebels’ years.",
        "Rock 'n' roll in Derry.",
        "A wall 6'2\" high.",
        '"" and " " and "!"',
        "",
    ],
)
def test_apostrophes_and_empty_marks_quote_nothing(text: str) -> None:
    """Possessives, years, feet and marks around no word are not quotations."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["\"He told me, 'Go,' and I went.\"", "“He told me, ‘Go,’ and I went.”"]
)
def test_single_marks_inside_double_ones_are_deeper(text: str) -> None:
    """What a quoted speaker quotes has depth 1 and follows the quotation it stands in."""
    assert [depth for _, depth in found(text)] == [0, 1]
    assert found(text)[1] == ("Go,", 1)


def test_double_marks_inside_single_ones_are_deeper() -> None:
    """Where single marks are the outer ones, double marks are inside."""
    assert found("‘He said “no more” and left,’ she said.") == [
        ("He said “no more” and left,", 0),
        ("no more", 1),
    ]


def test_a_mark_left_open_runs_to_the_end() -> None:
    """An opening mark without a closing one quotes the rest of the paragraph."""
    text = '"We left," he said. "They stayed.'
    assert found(text) == [("We left,", 0), ("They stayed.", 0)]
    assert [q.closed for q in quotations(text)] == [True, False]
    assert quotations(text)[-1].end == len(text)


def test_a_new_opening_mark_ends_a_quotation_left_open() -> None:
    """An opening curly mark inside a quotation shows that the one before was never closed."""
    assert found("“First. “Second,” he said.") == [("First. ", 0), ("Second,", 0)]
    assert [q.closed for q in quotations("“First. “Second,” he said.")] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“He called it ‘the sisters’ house’ twice,” she said.",
            marks=pytest.mark.xfail(reason="a plural possessive looks like a closing mark"),
        )
    ],
)
def test_possessives_inside_nested_marks(text: str) -> None:
    """A plural possessive does not end a nested quotation."""
    assert ("the sisters’ house", 1) in found(text)


@given(st.text(alphabet=st.sampled_from(list("“”‘’'\"«»„`,. \nab[…")), max_size=120))
def test_quotations_are_disjoint_at_a_depth(text: str) -> None:
    """Offsets are in the text, marks outside words; those of one depth never overlap."""
    quotes = quotations(text)
    assert quotes == sorted(quotes, key=lambda q: (q.start, -q.end))
    for quote in quotes:
        assert 0 <= quote.start < quote.first < quote.last <= quote.end <= len(text)
    for depth in (0, 1):
        level = [q for q in quotes if q.depth == depth]
        assert all(a.end <= b.start for a, b in pairwise(level))
    outer = [q for q in quotes if not q.depth]
    for inner in (q for q in quotes if q.depth):
        assert any(q.first <= inner.start and inner.end <= q.last for q in outer)
