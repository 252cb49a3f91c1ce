"""From statements and facts to observations by channel, and what is left out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from volteface.case.schema import Case
from volteface.errors import VoltefaceError
from volteface.positions.channels import Key
from volteface.positions.observations import FUTURE, WAITING, observations
from volteface.records import DateInterval, Report, Statement

STATED = Key("RUS", "stay", "stated")
LATER = date(2012, 6, 1)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, STATED),
        ({"register": "conduct"}, Key("RUS", "stay", "revealed")),
        ({"register": "imputed", "about": "SYR"}, Key("SYR", "stay", "observers")),
        ({"issue": "survive"}, Key("RUS", "survive", "belief")),
        ({"issue": "survive", "register": "conduct"}, Key("RUS", "survive", "belief")),
        (
            {"issue": "survive", "register": "imputed", "about": "SYR"},
            Key("SYR", "survive", "observers"),
        ),
        (
            {"register": "imputed", "about": "RUS", "endorsed": False, "person": "A critic"},
            Key("RUS", "stay", "observers"),
        ),
        ({"endorsed": False}, STATED),
    ],
)
def test_channel_of_a_statement(
    fields: dict[str, Any],
    key: Key,
    say: Callable[..., Statement],
    reports: dict[str, Report],
    case: Case,
) -> None:
    """Register and kind of issue decide whose position is measured in which channel."""
    measured = observations([say("s-1", **fields)], reports, case)
    assert list(measured.series) == [key]
    assert measured.left_out == {}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"register": "absence"}, "register absence: places nobody"),
        ({"register": "reported"}, "register reported: places nobody"),
        ({"issue": None, "stance": None}, "about none of the case's issues"),
        ({"issue": "dropped"}, "issue dropped is not in the case"),
        ({"actor": None}, "nobody whose position it is"),
        ({"register": "imputed"}, "nobody whose position it is"),
        ({"actor": "XYZ"}, "actor is not in the case"),
        ({"actor": "analyst"}, "an observer's own view: no party"),
        ({"confidence": 0.3}, WAITING),
        ({"day": None, "report": "none"}, "undated"),
        ({"endorsed": False, "register": "conduct"}, "not endorsed: a deed its report denies"),
        ({"endorsed": False, "voice": "writer"}, "not endorsed: a position its report denies"),
        (
            {
                "endorsed": False,
                "voice": "writer",
                "register": "imputed",
                "about": "RUS",
                "person": None,
                "actor": None,
            },
            "not endorsed: nobody named holds it",
        ),
    ],
)
def test_what_is_left_out_is_named_with_its_reason(
    fields: dict[str, Any],
    reason: str,
    say: Callable[..., Statement],
    reports: dict[str, Report],
    case: Case,
) -> None:
    """Nothing disappears without a word."""
    measured = observations([say("s-1", **fields)], reports, case)
    assert measured.series == {}
    assert measured.left_out == {reason: ("s-1",)}


def test_an_actor_that_cannot_hold_a_position_has_none(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """The case says who can hold a position on an issue."""
    issues = tuple(i.model_copy(update={"holders": ("SYR",)}) for i in case.issues)
    measured = observations([say("s-1")], reports, case.model_copy(update={"issues": issues}))
    assert measured.left_out == {"actor holds no position on the issue": ("s-1",)}


def test_waiting_is_counted_where_it_would_bear(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A statement below the threshold waits in its channel."""
    measured = observations([say("s-1"), say("s-2", confidence=0.2)], reports, case)
    assert measured.waiting == {STATED: 1}
    assert len(measured.series[STATED]) == 1


def test_verdicts_of_others_are_opinions_and_no_position(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A statement that an actor has moved enters no series."""
    imputed = say("s-1", issue="moved", register="imputed", about="RUS", person="A reporter")
    measured = observations([imputed, say("s-2", issue="moved")], reports, case)
    assert measured.series == {}
    assert {key.channel for key in measured.opinions} == {"observers", "stated"}


def test_an_undated_statement_has_its_report_s_date(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """The report's date is named as the basis, so that its statements share it."""
    measured = observations([say("s-1", None)], reports, case)
    assert measured.series[STATED][0].when == replace(
        reports["r-1"].published, basis="test (report r-1)"
    )


@pytest.mark.parametrize(
    ("fields", "deviation"),
    [
        ({}, 0.20),
        ({"kind": "indirect"}, 0.28),
        ({"kind": "mixed"}, 0.28),
        ({"person": None}, 0.45),
        ({"register": "conduct"}, 0.25),
        ({"register": "imputed", "about": "RUS"}, 0.40),
        ({"via": ("The Paper",)}, 0.20),
        ({"via": ("The Wire", "The Paper", "The Digest")}, 0.20 * 1.2**2),
        ({"confidence": 0.8}, 0.20 / 0.8),
    ],
)
def test_noise_grows_with_distance_and_doubt(
    fields: dict[str, Any],
    deviation: float,
    say: Callable[..., Statement],
    reports: dict[str, Report],
    case: Case,
) -> None:
    """Standard deviations are the case's, times the chain's factor, over the confidence."""
    (series,) = observations([say("s-1", **fields)], reports, case).series.values()
    assert series[0].variance == pytest.approx(deviation**2)


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({}, "Sergei Lavrov"),
        ({"person": None}, "The Paper"),
        ({"voice": "writer", "person": None, "register": "conduct"}, "The Paper"),
        ({"person": None, "endorsed": False}, "RUS"),
        ({"person": None, "report": "gone"}, "gone"),
    ],
)
def test_source_is_who_vouches(
    fields: dict[str, Any],
    source: str,
    say: Callable[..., Statement],
    reports: dict[str, Report],
    case: Case,
) -> None:
    """A named person for their words, the outlet for its own voice and unnamed speakers."""
    (series,) = observations([say("s-1", **fields)], reports, case).series.values()
    assert series[0].source == source


def test_a_report_without_outlet_vouches_by_its_path(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Whoever printed it cannot be told from the file."""
    nameless = {"r-1": replace(reports["r-1"], outlet=None)}
    (series,) = observations([say("s-1", person=None)], nameless, case).series.values()
    assert series[0].source == "r-1.txt"


def test_twenty_reprints_are_one_observation(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """The same wording on the same days counts once, in the reading that is surest."""
    reprints = [
        say(f"s-{k:02}", date(2012, 1, 1 + k % 3), utterance="u", confidence=0.7 + 0.01 * k)
        for k in range(20)
    ]
    measured = observations(reprints, reports, case)
    (one,) = measured.series[STATED]
    assert one.records == tuple(s.id for s in reprints)
    assert one.variance == pytest.approx((0.2 / 0.89) ** 2)


def test_the_same_wording_later_is_a_new_observation(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A line said again in June is evidence of June, though it repeats January's."""
    said = [say("s-1", utterance="u"), say("s-2", LATER, utterance="u", repeats="s-1")]
    assert len(observations(said, reports, case).series[STATED]) == 2


def test_a_loosely_dated_reprint_ties_no_occasions_together(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A reprint that can be from either of two days joins one and leaves them two."""
    loose = DateInterval(date(2012, 1, 1), LATER, "interval", "test")
    said = [
        say("s-1", utterance="u"),
        say("s-2", LATER, utterance="u"),
        say("s-3", utterance="u", said_on=loose),
    ]
    series = observations(said, reports, case).series[STATED]
    assert [len(o.records) for o in series] == [2, 1]


def test_a_repeated_message_in_other_words_is_one(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Headline and lead say one thing."""
    said = [say("s-1"), say("s-2", repeats="s-1")]
    assert len(observations(said, reports, case).series[STATED]) == 1


def test_two_that_repeat_an_older_message_in_one_week_are_one(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A standing line said again is one new observation, however often it is printed then."""
    said = [say("s-1"), *(say(name, LATER, repeats="s-1") for name in ("s-2", "s-3"))]
    series = observations(said, reports, case).series[STATED]
    assert [len(o.records) for o in series] == [1, 2]


def test_opposite_stances_of_one_day_are_both_kept(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A contradiction is evidence; it is not averaged away before it is judged."""
    said = [say("s-1", utterance="u"), say("s-2", utterance="u", stance=-0.8)]
    assert [o.value for o in observations(said, reports, case).series[STATED]] == [0.8, -0.8]


def test_a_reprint_of_a_report_adds_nothing(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Whatever its date and wording, the same person's same stance came from the original."""
    copies = {**reports, "r-2": replace(reports["r-2"], duplicate_of="r-1")}
    said = [
        say("s-1"),
        say("s-2", LATER, report="r-2"),
        say("s-3", LATER, report="r-2", stance=0.1),
    ]
    series = observations(said, copies, case).series[STATED]
    assert [o.records for o in series] == [("s-1", "s-2"), ("s-3",)]


def test_reprints_that_name_each_other_do_no_harm(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """A ring of duplicates ends."""
    ring = {
        "r-1": replace(reports["r-1"], duplicate_of="r-2"),
        "r-2": replace(reports["r-2"], duplicate_of="r-1"),
    }
    said = [say("s-1"), say("s-2", LATER, report="r-2")]
    assert observations(said, ring, case).series[STATED]


def test_a_fact_is_conduct(with_fact: Callable[..., Case], reports: dict[str, Report]) -> None:
    """A dated public fact with a stance reveals its actors' position."""
    measured = observations([], reports, with_fact("veto", LATER, 0.9))
    (deed,) = measured.series[Key("RUS", "stay", "revealed")]
    assert deed.records == ("fact:veto",)
    assert (deed.conduct, deed.source) == (True, "record veto")
    assert deed.variance == pytest.approx(0.04)


def test_a_lasting_fact_counts_at_both_ends_with_half_its_weight(
    with_fact: Callable[..., Case], reports: dict[str, Report]
) -> None:
    """Conduct over months says that the position held over them, once."""
    case = with_fact("campaign", LATER, 0.9, LATER + timedelta(days=100))
    series = observations([], reports, case).series[Key("RUS", "stay", "revealed")]
    assert [o.when.earliest for o in series] == [LATER, LATER + timedelta(days=100)]
    assert sum(1 / o.variance for o in series) == pytest.approx(1 / 0.04)


def test_a_deed_told_by_many_is_one_deed(
    say: Callable[..., Statement], with_fact: Callable[..., Case], reports: dict[str, Report]
) -> None:
    """Reports of a veto and the fact of it are one observation, whatever their words."""
    told = [say(f"s-{k}", LATER, register="conduct", stance=0.5 + k / 10) for k in range(3)]
    case = with_fact("veto", LATER, 0.9)
    (deed,) = observations(told, reports, case).series[Key("RUS", "stay", "revealed")]
    assert deed.records == ("fact:veto", "s-0", "s-1", "s-2")
    assert deed.value == 0.9


def test_facts_without_stance_or_issue_place_nobody(
    with_fact: Callable[..., Case], reports: dict[str, Report], case: Case
) -> None:
    """Most facts only date reports."""
    bare = with_fact("treaty", LATER, 0.5).facts[0].model_copy(update={"stance": None})
    foreign = bare.model_copy(update={"stance": 0.5, "issue": "dropped"})
    kept = case.model_copy(update={"facts": (bare, foreign)})
    assert observations([], reports, kept).series == {}


def test_a_fact_about_a_belief_shows_the_belief(
    with_fact: Callable[..., Case], reports: dict[str, Report]
) -> None:
    """Issues of kind belief feed only that channel."""
    measured = observations([], reports, with_fact("evacuation", LATER, -0.5, issue="survive"))
    assert list(measured.series) == [Key("RUS", "survive", "belief")]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"stance": 1.5}, r"statement s-1: stance 1.5 is not in \[-1, 1\]"),
        ({"stance": float("nan")}, "stance nan is not in"),
        ({"confidence": 1.2}, "confidence 1.2 is not in"),
        (
            {"said_on": DateInterval(LATER, date(2012, 5, 1), "interval", "test")},
            r"statement s-1: its dates end \(2012-05-01\) before they begin \(2012-06-01\)",
        ),
    ],
)
def test_impossible_records_are_refused(
    fields: dict[str, Any],
    message: str,
    say: Callable[..., Statement],
    reports: dict[str, Report],
    case: Case,
) -> None:
    """One line says which record is wrong and how."""
    with pytest.raises(VoltefaceError, match=message):
        observations([say("s-1", **fields)], reports, case)


def test_a_report_with_reversed_dates_is_refused(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """The report is named."""
    wrong = DateInterval(LATER, date(2012, 5, 1), "interval", "test")
    broken = {"r-1": replace(reports["r-1"], published=wrong)}
    with pytest.raises(VoltefaceError, match="report r-1: its dates end"):
        observations([say("s-1", None)], broken, case)


def test_no_statements_give_no_series(reports: dict[str, Report], case: Case) -> None:
    """An empty ledger is no mistake."""
    measured = observations([], reports, case)
    assert (measured.series, measured.left_out) == ({}, {})


def test_words_and_a_fact_on_one_belief_are_two(
    say: Callable[..., Statement], with_fact: Callable[..., Case], reports: dict[str, Report]
) -> None:
    """A deed that shows a belief is not the same as words that say it."""
    case = with_fact("evacuation", date(2012, 1, 1), 0.5, issue="survive")
    measured = observations([say("s-1", issue="survive")], reports, case)
    assert len(measured.series[Key("RUS", "survive", "belief")]) == 2


def test_a_day_to_come_enters_nothing(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Nothing has been said yet on a day after today."""
    measured = observations([say("s-1", date(2900, 1, 1))], reports, case)
    assert (measured.series, measured.left_out) == ({}, {FUTURE: ("s-1",)})


def test_a_fact_still_to_come_enters_nothing(with_fact: Callable[..., Case]) -> None:
    """A fact that has not happened yet is a typing error or a plan."""
    measured = observations([], {}, with_fact("f", date(2900, 1, 1), 0.8))
    assert measured.series == {}
    assert measured.left_out == {FUTURE: ("fact:f",)}


def test_an_observation_knows_its_wording(
    say: Callable[..., Statement], reports: dict[str, Report], case: Case
) -> None:
    """Said again later, a line is a new observation of the same wording."""
    said = [say(f"s-{k}", date(2012, 1 + k, 1), utterance="u", report="none") for k in range(2)]
    (series,) = observations(said, reports, case).series.values()
    assert [o.wording for o in series] == ["u", "u"]


def test_a_fact_may_say_how_sure_its_stance_is(
    with_fact: Callable[..., Case], reports: dict[str, Report]
) -> None:
    """A standard deviation of its own takes the place of the case's weight."""
    case = with_fact("f", date(2012, 1, 1), 0.8, sd=0.05)
    (series,) = observations([], reports, case).series.values()
    assert series[0].variance == pytest.approx(0.0025)
