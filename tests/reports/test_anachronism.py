from datetime import date

import pytest

from volteface.case.schema import Case
from volteface.records import DateInterval
from volteface.reports.anachronism import anachronisms
from volteface.reports.boilerplate import clean
from volteface.reports.clue_case import CaseClues

PUBLISHED = DateInterval(date(2013, 6, 4), date(2013, 6, 4), "day", "stated")
BODY = [
    "The government of Karvia said on Monday that it would not accept any outside mediators.",
    "Foreign Minister Ilse Brand told reporters that talks had to begin without preconditions.",
    "Rebel commanders rejected the offer and said that the president had to leave office first.",
    "The envoy of the Union left Lorn in the evening without a word to anybody who was waiting.",
]


def removed(line: str, case: Case | None, *, at: int = 0) -> bool:
    """Whether the line goes when it stands at a place among the paragraphs of 2013."""
    text = "\n\n".join([*BODY[:at], line, *BODY[at:]])
    clues = CaseClues(case)
    found = list(anachronisms(clean(text), PUBLISHED, clues))
    assert all(text[one.start : one.end] == line for one in found)
    return bool(found)


@pytest.mark.parametrize("at", [0, 4])
def test_banner_about_a_later_war_goes(case: Case, at: int) -> None:
    """A line at either edge that names a fact of nine years later was not in the report."""
    assert removed(
        "Astria is now fighting the war in the Isles and our staff is out there.", case, at=at
    )


def test_later_past_year_needs_no_case() -> None:
    """A year after publication that is spoken of as past gives a line away."""
    assert removed("Astria has been at war since February 2022 and much has changed here.", None)
    assert removed("The archive of these pages was last updated in 2021 by the staff here.", None)


def test_what_every_newspaper_names_gives_a_line_away() -> None:
    """Nor was an event of the world's calendar foreseen by its name, or a full date."""
    assert removed("Our offices stay closed to visitors because of the Covid-19 rules.", None)
    assert removed("This page was moved here from the old archive on 5 March 2019.", None)


@pytest.mark.parametrize(
    "line",
    [
        "The dam has been leaking since the winter of 2011 and nobody has repaired it so far.",
        "The gas of the southern fields is to last until the year after next, as is well known.",
        "The ministry said it had feared the war in the Isles and planned for it for many years.",
    ],
)
def test_lines_of_their_time_and_words_of_others_stay(case: Case, line: str) -> None:
    """A past year, a future without a past tense, and what somebody said are kept."""
    assert not removed(line, case)


def test_the_middle_of_a_report_is_left(case: Case) -> None:
    """Inside a report nothing is taken for a banner."""
    text = "\n\n".join(
        [*BODY, "The war in the Isles goes on without an end in sight for them.", *BODY]
    )
    assert not list(anachronisms(clean(text), PUBLISHED, CaseClues(case)))
