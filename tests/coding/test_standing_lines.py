from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.coding.standing_lines import StandingLines
from volteface.records import DateInterval, Report, Statement

Say = Callable[..., Statement]
LINE = "It is for the people of Upland alone to decide who leads them."
AGAIN = "The people of Upland must themselves decide who leads the state."
OTHER = "Our ships will search every vessel that enters the strait."
FIRST = date(2012, 3, 1)


def report(day: date, name: str = "") -> Report:
    """A report of that day."""
    when = DateInterval(day, day, "day", "stated")
    path = f"{day}{name}.txt"
    return Report(f"r-{path}", path, "x", "", None, None, when, "en")


def links(said: list[tuple[date, Statement]], *, vectors: bool = False) -> list[str | None]:
    """What each statement repeats, read a report each in the order given."""
    lines = StandingLines() if vectors else StandingLines(lambda: None)
    return [lines.link(report(day), [one])[0].repeats for day, one in said]


def months(say: Say, *texts: str, **fields: object) -> list[tuple[date, Statement]]:
    """One statement a month."""
    return [
        (FIRST + timedelta(31 * at), say(f"s-{at}", text, **fields))
        for at, text in enumerate(texts)
    ]


def test_standing_line_is_one_message(say: Say) -> None:
    """The same line months apart points to its first place, in other words too."""
    assert links(months(say, LINE, LINE, OTHER, AGAIN, LINE)) == [None, "s-0", None, "s-0", "s-0"]


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "LOW"},
        {"issue": "other"},
        {"stance": -0.8},
        {"endorsed": False},
        {"about": "LOW", "person": "Ana Teller"},
        {"register": "conduct"},
        {"text": LINE.replace("It is", "It is not")},
        {"text": OTHER},
    ],
)
def test_what_is_another_message(say: Say, change: dict[str, object]) -> None:
    """Another holder, issue, side, deed, denial or wording makes another message."""
    first, (day, second) = months(say, LINE, LINE)
    assert links([first, (day, replace(second, **change))]) == [None, None]  # type: ignore[arg-type]


def test_nobodys_words_are_not_linked(say: Say) -> None:
    """Where neither actor nor person is known nobody can say something again."""
    assert links(months(say, LINE, LINE, actor=None, person=None)) == [None, None]
    assert links(months(say, LINE, LINE, actor=None, person="Ana Teller")) == [None, "s-0"]


def test_observers_speak_for_themselves(say: Say) -> None:
    """One observer's view of an actor is linked to his own, unnamed observers' to none."""
    fields = {"about": "LOW", "register": "imputed", "actor": "analyst"}
    assert links(months(say, LINE, LINE, person="Ana Teller", **fields)) == [None, "s-0"]
    assert links(months(say, LINE, LINE, person=None, **fields)) == [None, None]
    one, (day, two) = months(say, LINE, LINE, person="Ana Teller", **fields)
    assert links([one, (day, replace(two, person="Ivo Marsh"))]) == [None, None]


def test_without_an_issue_words_must_be_nearly_the_same(say: Say) -> None:
    """Where no issue was coded, fewer changes are allowed."""
    fields = {"issue": None, "stance": None}
    nearly = LINE.replace("is for", "shall be for").replace("alone", "themselves")
    again = "The people of Upland have long decided about leading their own rich state."
    assert links(months(say, LINE, nearly, again, **fields)) == [None, "s-0", None]
    assert links(months(say, "Upland will stand.", "Upland will stand.", **fields)) == [None] * 2


def test_sentence_vectors_tell_other_words(say: Say) -> None:
    """On one side of an issue a line in other words is linked if its meaning is near."""
    said = months(say, LINE, "Who governs in Upland is a question for its people.")
    assert links(said) == [None, None]
    assert links(said, vectors=True) == [None, "s-0"]
    assert links(months(say, LINE, "Upland's people are to search ships."), vectors=True)[1] is None


def test_only_earlier_ones_are_repeated(say: Say) -> None:
    """A line found in an older report, read later, points to nothing that came after it."""
    first, second, third = months(say, LINE, LINE, LINE)
    assert links([second, first, third]) == [None, None, "s-0"]


def test_day_of_saying_counts_before_the_reports(say: Say) -> None:
    """What a later report says was said first is the first."""
    early = DateInterval(date(2011, 1, 1), date(2011, 1, 1), "day", "stated")
    first, (day, second) = months(say, LINE, LINE)
    assert links([first, (day, replace(second, said_on=early))]) == [None, None]


def test_link_within_a_report_stays_and_leads_to_the_first(say: Say) -> None:
    """A lead points to its headline; who repeats the lead points to the headline's first."""
    lines = StandingLines(lambda: None)
    lines.add(report(FIRST), [say("s-old", text=LINE)])
    later = report(FIRST + timedelta(60))
    headline, lead = say("s-1", OTHER), say("s-2", LINE, repeats="s-1")
    found = lines.link(later, [headline, lead])
    assert [one.repeats for one in found] == [None, "s-1"]
    again = say("s-3", OTHER)
    assert lines.link(report(FIRST + timedelta(90)), [again])[0].repeats == "s-1"


def test_known_links_are_followed(say: Say) -> None:
    """What is remembered as a repeat leads to what it repeats."""
    lines = StandingLines(lambda: None)
    lines.add(report(FIRST), [say("s-1", text=LINE, repeats="s-0")])
    later = report(FIRST + timedelta(60))
    assert lines.link(later, [say("s-2", text=LINE)])[0].repeats == "s-0"


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)), st.integers(0, 6))
def test_stopping_and_going_on_changes_nothing(say: Say, order: list[int], stop: int) -> None:
    """Links are the same when a part was remembered from before."""
    texts = (LINE, OTHER, AGAIN, LINE, OTHER, AGAIN)
    said = [
        (FIRST + timedelta(31 * at), say(f"s-{at}", texts[text])) for at, text in enumerate(order)
    ]
    whole = StandingLines(lambda: None)
    linked = [(report(day), whole.link(report(day), [one])) for day, one in said]
    resumed = StandingLines(lambda: None)
    for known, statements in linked[:stop]:
        resumed.add(known, statements)
    again = [resumed.link(report(day), [one]) for day, one in said[stop:]]
    assert again == [statements for _, statements in linked[stop:]]


def test_common_words_do_not_make_it_slow(say: Say) -> None:
    """Lists of statements that share a word are short, and a rare word still finds its line."""
    names = [f"{one}{two}ora" for one in "bcdfghklmnprst" for two in "aeiou"]
    said = [
        (FIRST + timedelta(at), say(f"s-{at}", f"Upland keeps {name}n, {name}l and {name}d."))
        for at, name in enumerate(names)
    ]
    last = (FIRST + timedelta(400), say("s-last", f"Upland kept {names[-1]}n and {names[-1]}l."))
    assert links([*said, last])[-1] == f"s-{len(names) - 1}"
