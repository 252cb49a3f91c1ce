from collections.abc import Callable

import pytest

from volteface.coding.paragraph import Paragraph
from volteface.coding.repeats import linked_to_headline
from volteface.records import Statement

Say = Callable[..., Statement]
TITLE = "Uplanders will not open the northern gates"
TEXTS = (TITLE, "A standfirst of some words.", "A lead of more words.", "A body of words.")
STARTS = tuple(sum(len(text) + 2 for text in TEXTS[:at]) for at in range(4))
PARTS = [Paragraph(start, text, text) for start, text in zip(STARTS, TEXTS, strict=True)]


def links(said: list[Statement], title: str | None = TITLE) -> list[str | None]:
    """What each of the statements repeats."""
    return [one.repeats for one in linked_to_headline(said, title, PARTS)]


def placed(say: Say, *stances: float, **fields: object) -> list[Statement]:
    """A statement a paragraph, on one issue, with these stances."""
    return [
        say(f"s-{at}", content=((STARTS[at], STARTS[at] + 8),), stance=stance, **fields)
        for at, stance in enumerate(stances)
    ]


def test_headline_standfirst_and_lead_are_one_message(say: Say) -> None:
    """On one side of one issue the opening says one thing; the body says it anew."""
    assert links(placed(say, 0.8, 0.6, 0.9, 0.8)) == [None, "s-0", "s-0", None]


def test_other_side_or_holder_is_another_message(say: Say) -> None:
    """Who contradicts the headline, or is somebody else, does not repeat it."""
    assert links(placed(say, 0.8, -0.6)) == [None, None]
    said = placed(say, 0.8, 0.8)
    assert links([said[0], *placed(say, 0.8, 0.8, actor="LOW")[1:]]) == [None, None]


def test_identity_stays_with_the_words(say: Say) -> None:
    """A link changes no statement's id."""
    said = placed(say, 0.8, 0.6)
    assert [one.id for one in linked_to_headline(said, TITLE, PARTS)] == ["s-0", "s-1"]


@pytest.mark.parametrize(
    ("lead", "linked"),
    [
        ("that the northern gates would not be opened by any Uplander", True),
        ("that the northern gates would be opened by the Uplanders", False),
        ("that the harvest in Upland had not been good", False),
    ],
)
def test_without_issues_the_words_decide(say: Say, lead: str, linked: object) -> None:
    """Much the same words, denied alike, are one message where no issue is coded."""
    said = [
        say("s-0", text=TITLE, content=((0, 8),), issue=None, stance=None),
        say("s-1", text=lead, content=((STARTS[1], STARTS[1] + 8),), issue=None, stance=None),
    ]
    assert (links(said)[1] == "s-0") is linked


def test_report_without_its_headline_in_the_text(say: Say) -> None:
    """Without a title, or with one that the text does not begin with, nothing is linked."""
    said = placed(say, 0.8, 0.8)
    assert links(said, None) == links(said, "Another title") == [None, None]
    assert linked_to_headline(said, TITLE, []) == tuple(said)
