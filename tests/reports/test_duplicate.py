from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.records import DateInterval, Report
from volteface.reports import mark_duplicates

WORDS = [f"word{number}" for number in range(400)]
LONG = " ".join(WORDS)
OTHER = " ".join(f"other{number}" for number in range(400))

Make = Callable[..., Report]


def originals(reports: list[Report]) -> dict[str, str | None]:
    """Path to the id of the report it repeats."""
    return {report.path: report.duplicate_of for report in reports}


def test_reprint_points_to_the_earlier_report(make_report: Make) -> None:
    """Of two reports with nearly the same words the later is the duplicate, in input order."""
    later = make_report("An extra line. " + LONG, date(2013, 6, 5), "a.txt")
    earlier = make_report(LONG, date(2013, 6, 4), "b.txt")
    other = make_report(OTHER, date(2013, 6, 6), "c.txt")
    marked = mark_duplicates([later, earlier, other])
    assert [report.path for report in marked] == ["a.txt", "b.txt", "c.txt"]
    assert originals(marked) == {"a.txt": "r-b.txt", "b.txt": None, "c.txt": None}


def test_undated_report_comes_after_dated_ones(make_report: Make) -> None:
    """Without a day a report is the duplicate of one that has its day; then paths decide."""
    reports = [make_report(LONG + f" {at}", path=f"{at}.txt") for at in range(2)]
    dated = make_report(LONG, date(2013, 6, 4), "z.txt")
    assert originals(mark_duplicates([*reports, dated])) == {
        "0.txt": "r-z.txt",
        "1.txt": "r-z.txt",
        "z.txt": None,
    }
    assert originals(mark_duplicates(reports)) == {"0.txt": None, "1.txt": "r-0.txt"}


def test_cut_reprint_is_found(make_report: Make) -> None:
    """A short part of a long report repeats it, and a chain leads to the first."""
    cut = " ".join(WORDS[:100])
    reports = [
        make_report(text, date(2013, 6, day), f"{day}.txt")
        for day, text in ((1, LONG), (2, LONG + " x"), (3, cut))
    ]
    assert originals(mark_duplicates(reports)) == {
        "1.txt": None,
        "2.txt": "r-1.txt",
        "3.txt": "r-1.txt",
    }


def test_standing_lines_do_not_make_a_duplicate(make_report: Make) -> None:
    """Reports that share some sentences are two reports."""
    shared = " ".join(WORDS[:80])
    one = make_report(f"{shared} {OTHER}", path="a.txt")
    two = make_report(f"{shared} " + " ".join(f"third{at}" for at in range(300)), path="b.txt")
    assert set(originals(mark_duplicates([one, two])).values()) == {None}


def test_edited_reprint_of_the_same_days_is_found(make_report: Make) -> None:
    """A story that was cut, changed and added to counts within the news of some days only."""
    edited = [word if at % 45 else "changed" for at, word in enumerate(WORDS[:260])]
    own = " ".join(f"own{at}" for at in range(70))
    text = f"{own} {' '.join(edited)}"
    first = make_report(LONG, date(2013, 6, 4), "a.txt")
    days = {"b.txt": date(2013, 6, 6), "c.txt": date(2013, 6, 9), "d.txt": None}
    for path, day in days.items():
        found = originals(mark_duplicates([first, make_report(text, day, path)]))
        assert found[path] == ("r-a.txt" if path == "b.txt" else None)
    year = DateInterval(date(2013, 1, 1), date(2013, 12, 31), "year", "stated")
    vague = make_report(text, None, "e.txt", published=year)
    assert originals(mark_duplicates([first, vague]))["e.txt"] is None


def test_boilerplate_does_not_count(make_report: Make) -> None:
    """The same banner on two reports does not make them one."""
    one = make_report(LONG + " short news of the first", path="a.txt", removed=((0, len(LONG)),))
    two = make_report(LONG + " other news about it here", path="b.txt", removed=((0, len(LONG)),))
    assert set(originals(mark_duplicates([one, two])).values()) == {None}


def test_known_reports_are_originals(make_report: Make) -> None:
    """A report read before stands, even when the new one claims an earlier day."""
    known = make_report(LONG, date(2013, 6, 5), "known.txt")
    copied = make_report(LONG + " x", date(2013, 6, 6), "copied.txt", duplicate_of="r-known.txt")
    new = make_report(LONG + " y", date(2013, 6, 1), "new.txt")
    assert originals(mark_duplicates([new], [copied, known])) == {"new.txt": "r-known.txt"}
    assert mark_duplicates([known], [known]) == [known]


def test_very_short_reports_are_never_near(make_report: Make) -> None:
    """Below five words there is nothing to compare."""
    reports = [make_report("no news", path=f"{at}.txt") for at in range(2)]
    assert set(originals(mark_duplicates(reports)).values()) == {None}


@given(st.permutations(range(6)))
def test_order_of_input_does_not_matter(order: list[int]) -> None:
    """The same reports in any order have the same originals."""
    texts = [LONG, LONG + " x", OTHER, OTHER + " y", LONG + " z", " ".join(reversed(WORDS))]
    reports = [
        Report(f"r-{at}", f"{at}.txt", text, "", None, None, None, "en")
        for at, text in enumerate(texts)
    ]
    found = originals(mark_duplicates([reports[at] for at in order]))
    assert found == {
        "0.txt": None,
        "1.txt": "r-0",
        "2.txt": None,
        "3.txt": "r-2",
        "4.txt": "r-0",
        "5.txt": None,
    }


@pytest.mark.parametrize("count", [100])
def test_many_reports_with_one_standing_paragraph(make_report: Make, count: int) -> None:
    """A paragraph that every report carries neither joins them nor hides a true reprint."""
    shared = " ".join(WORDS[:60])
    texts = [
        f"{shared} " + " ".join(f"own{at}x{word}" for word in range(120)) for at in range(count)
    ]
    reports = [make_report(text, path=f"{at:03}.txt") for at, text in enumerate(texts)]
    reprint = make_report(texts[7] + " again", path="z.txt")
    found = originals(mark_duplicates([*reports, reprint]))
    assert {path for path, original in found.items() if original} == {"z.txt"}
    assert found["z.txt"] == "r-007.txt"
