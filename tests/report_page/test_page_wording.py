from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from volteface.report_page import wording
from volteface.report_page.content import Claim, Content, Evidence, Piece


def test_numbers_have_true_minus_signs_and_few_digits() -> None:
    """Stances have two digits and a sign, other numbers three significant digits."""
    assert wording.signed(-0.5) == "\u22120.50"
    assert wording.signed(0.25) == "+0.25"
    assert wording.number(-0.12345) == "\u22120.123"
    assert wording.number(123456.0) == "123,456"
    assert wording.percent(0.814) == "81 %"
    assert wording.counted(1, "mark") == "1 mark"
    assert wording.counted(0, "mark") == "0 marks"


def test_dates_are_told_from_the_rest() -> None:
    """Days and months, so that no line breaks within one; other numbers are not."""
    assert list(wording.dated("by 2015-09 or 2015-09-04, not 12015-09-04 or s-2015-0")) == [
        ("by ", False),
        ("2015-09", True),
        (" or ", False),
        ("2015-09-04", True),
        (", not 12015-09-04 or s-2015-0", False),
    ]
    assert list(wording.dated("")) == []


def test_a_snippet_is_the_words_on_one_line() -> None:
    """Only what was said, without line ends, cut between words where it is long."""
    passage = (Piece("before ", "plain"), Piece("open\n it", "content"), Piece("now", "content"))
    item = Evidence("s-1", False, "", passage, (), "r-1", "")
    assert wording.snippet(item) == "open it now"
    long = replace(item, passage=(Piece("flood " * 100, "content"),))
    assert wording.snippet(long).endswith("flood \u2026")
    assert len(wording.snippet(long)) < 190


def test_a_timeline_is_told_to_who_does_not_see_it(content: Content) -> None:
    """Marks, days, levels at both ends with bands, and the likeliest jump."""
    said = wording.timeline_alt(content.issues[0].timelines[0])
    assert said.startswith("Upland, what it says. 4 marks, 2019-02-01 to 2021-06-01; level +")
    assert "The likeliest jump, probability" in said
    assert "2019-06-01 to 2021-06-01" in said


def test_a_line_without_jumps_tells_of_none(everywhere: Callable[[str], Content]) -> None:
    """A jump that is next to impossible is not worth saying."""
    line = everywhere("x").issues[0].timelines[0]
    calm = replace(line, jumps=(replace(line.jumps[0], probability=0.001),))
    assert "jump" not in wording.timeline_alt(calm)
    assert wording.jumps(calm) == ()
    assert wording.jumps(line) == line.jumps


def test_a_lone_mark_has_no_level(everywhere: Callable[[str], Content]) -> None:
    """Where no line is drawn the table has a dash and the words say why."""
    lone = everywhere("x").issues[0].lone[0]
    assert wording.level_on(lone, date(2019, 1, 1)) == "\u2013"
    assert "too few for a line" in wording.timeline_alt(lone)


def test_paths_are_told_by_their_ends(everywhere: Callable[[str], Content]) -> None:
    """A fan by its median and band, shares by their steps, first and last month."""
    paths = everywhere("x").paths
    assert paths is not None
    fan, ladder, _ = paths.groups[0].charts
    assert wording.path_alt(fan) == (
        "x. 2019-01: 0.5 (0.4 to 0.6, 90 % of draws); 2021-12: 0.5 (0.4 to 0.6, 90 % of draws)."
    )
    assert wording.path_alt(ladder) == (
        "x, share of draws. 2019-01: x 50 %, x 50 %; 2021-12: x 50 %, x 50 %."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {},
            (
                "The model says: supported. It is as claimed in 91 % of the draws, and in 97 % of "
                "those that differ at all. Effect or level: \u22120.1 to 0.3 in nine draws of ten. "
                "What would turn the answer around: nu, mu."
            ),
        ),
        (
            {"probability": 0.97, "interval": None, "flips": (), "equation": "the walk."},
            (
                "The model says: supported. It is as claimed in 97 % of the draws. What forces it: "
                "the walk."
            ),
        ),
        (
            {"probability": None, "interval": None, "sign_share": None, "flips": ()},
            "The model says: supported.",
        ),
        ({"answer": None}, "The model has no quantity for this claim."),
        (
            {"answer": None, "unmodelled": "No oil."},
            "The model has no quantity for this claim: No oil.",
        ),
    ],
)
def test_what_the_model_says_of_a_claim(change: dict[str, object], said: str) -> None:
    """Answer, share of the draws, interval and what would turn it around; or why it is silent."""
    claim = Claim(
        id="c1",
        text="x",
        holder="x",
        outlet="x",
        date="2019",
        report=None,
        endorsed=False,
        answer="supported",
        probability=0.91,
        interval=(-0.1, 0.3),
        sign_share=0.97,
        flips=("nu", "mu"),
    )
    assert wording.claim_says(replace(claim, **change)) == said  # type: ignore[arg-type]
