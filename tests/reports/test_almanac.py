"""The world's calendar and leaders."""

from itertools import pairwise

import pytest

from volteface.reports.almanac import Series, happened, numbered, series, terms


@pytest.mark.parametrize("one", series(), ids=lambda one: one.pattern.pattern[:30])
def test_times_are_in_order(one: Series) -> None:
    """Each time ends before the next begins."""
    assert one.meetings
    for meeting in one.meetings:
        assert meeting.days[0] <= meeting.days[1]
    for before, after in pairwise(one.meetings):
        assert before.days[1] < after.days[0]


def test_terms_are_in_order() -> None:
    """Nobody leaves an office before taking it, or takes it before the vote."""
    assert len(terms()) > 300
    for term in terms():
        assert term.titles
        assert term.ends is None or term.begins < term.ends
        assert term.elected is None or term.elected <= term.begins


def test_nobody_holds_an_office_twice_at_once() -> None:
    """Two terms of one person in one office do not overlap."""
    for term in terms():
        for other in terms():
            if term.begins < other.begins and (term.office, term.person) == (
                other.office,
                other.person,
            ):
                assert term.ends is not None
                assert term.ends <= other.begins


def test_numbers_grow_with_time() -> None:
    """A higher number is a later day."""
    for entry in numbered():
        for before, after in pairwise(entry.known):
            assert before < after
            assert before[1] < after[1]


def test_events_have_names_and_days() -> None:
    """No event without a name, none that ends before it begins, and no name of two."""
    names = [name for event in happened() for name in event.mentions]
    assert len(names) == len(set(names))
    assert all(event.mentions and event.days[0] <= event.days[1] for event in happened())


@pytest.mark.parametrize(
    "words",
    [
        "the French presidential election",
        "U.S. midterm elections",
        "the presidential run-off in Egypt",
        "Israel's election",
        "the G-20 summit",
        "the EU-Russia summit",
    ],
)
def test_names_that_reports_use(words: str) -> None:
    """Some series has each of these names."""
    assert any(one.pattern.search(words) for one in series())
