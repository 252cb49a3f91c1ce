"""Hedging by whom an actor meets and whom it accuses."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest

from volteface.case.schema import Actor, Case, Tie
from volteface.positions.channels import Key
from volteface.positions.contacts import Act, acts_of, clients, rivals, turning
from volteface.positions.observations import Measured
from volteface.positions.verdicts import verdicts
from volteface.records import DateInterval, Event, EventType, Observation, Verdict

FIRST = date(2012, 1, 1)
PERIOD = (FIRST, FIRST + timedelta(days=399))
SYR, OPP = frozenset({"SYR"}), frozenset({"OPP"})
Acting = Callable[[str], list[Act]]


def _event(
    name: str,
    type_: EventType,
    day: date | None,
    actors: tuple[str, ...] = ("RUS",),
    recipients: tuple[str, ...] = ("OPP",),
) -> Event:
    return Event(
        id=name,
        report=f"r-{name}",
        content=((0, 3),),
        text="met",
        actors=actors,
        recipients=recipients,
        type=type_,
        mode="historical",
        when=None if day is None else DateInterval(day, day, "day", "test"),
        place=None,
        numbers=(),
        issue=None,
        stance=None,
        voice="writer",
    )


@pytest.fixture(name="acting")
def _acting() -> Acting:
    """An act every ten days: m meets the rivals, a accuses the party, anything else is other."""
    kinds: dict[str, tuple[EventType, frozenset[str]]] = {
        "m": ("CONSULT", OPP),
        "a": ("ACCUSE", SYR),
        "f": ("CONSULT", SYR),
    }

    def build(marks: str) -> list[Act]:
        return [
            Act(f"e-{k}", f"r-{k}", type_, FIRST + timedelta(days=10 * k), toward)
            for k, mark in enumerate(marks)
            for type_, toward in [kinds.get(mark, ("MOBILIZE", frozenset()))]
        ]

    return build


@pytest.fixture(name="patron")
def _patron(case: Case) -> Case:
    """The small case with a rival, an ally of the party, and Russia as its patron."""
    more = (
        Actor(id="OPP", name="opposition", kind="party"),
        Actor(id="HEZ", name="Hezbollah", kind="party"),
    )
    ties = (
        Tie(patron="RUS", client="SYR", instrument="arms", source="test"),
        Tie(patron="SYR", client="HEZ", instrument="arms", source="test"),
    )
    return case.model_copy(update={"actors": (*case.actors, *more), "ties": ties})


def test_meeting_rivals_more_often_is_found(acting: Acting) -> None:
    """Meetings and accusations count alike; the other way round they have not risen."""
    rising = turning(acting("." * 20 + "mama.mamamamama.mama"), SYR, OPP, PERIOD)
    assert rising is not None
    assert (rising.earlier, rising.later) == ((0, 20), (18, 20))
    assert rising.probability > 0.95
    assert {act.type for act in rising.acts} == {"CONSULT", "ACCUSE"}
    assert rising.since == date(2012, 7, 18)
    falling = turning(acting("mama.mamamama.mama.." + "." * 15 + "mamam"), SYR, OPP, PERIOD)
    assert falling is not None
    assert falling.probability < 0.01


def test_more_reporting_is_not_more_hedging(acting: Acting) -> None:
    """Twice as many meetings among twice as many acts are the same share."""
    acts = acting("m." * 10 + "m." * 10)
    again = [
        Act(f"x-{act.record}", act.report, act.type, act.day, act.toward)
        for act in acts
        if act.day >= FIRST + timedelta(days=200)
    ]
    found = turning([*acts, *again], SYR, OPP, PERIOD)
    assert found is not None
    assert found.later[0] == 2 * found.earlier[0]
    assert found.probability < 0.1


def test_meeting_the_party_itself_is_no_hedge(acting: Acting) -> None:
    """Nor is what is told too little, or by one report alone."""
    assert turning(acting("." * 20 + "f" * 20), SYR, OPP, PERIOD) is None
    assert turning(acting("." * 20 + "mmmm" + "." * 16), SYR, OPP, PERIOD) is None
    one = [
        Act(act.record, "r-1", act.type, act.day, act.toward) for act in acting("." * 20 + "m" * 20)
    ]
    assert turning(one, SYR, OPP, PERIOD) is None


def test_an_even_share_seldom_seems_to_rise(acting: Acting) -> None:
    """Of 300 actors whose share of meetings stays, at most three in a hundred seem to hedge."""
    rng = np.random.default_rng(3)
    found = [
        turning(acting("".join("m."[int(x)] for x in rng.integers(0, 2, 40))), SYR, OPP, PERIOD)
        for _ in range(300)
    ]
    assert sum(one is not None and one.probability > 0.9 for one in found) <= 9


def test_one_act_is_counted_once() -> None:
    """However many reports tell it within three days; undated acts are not counted."""
    events = [
        _event("e-1", "CONSULT", FIRST),
        _event("e-2", "CONSULT", FIRST + timedelta(days=2)),
        _event("e-3", "CONSULT", FIRST + timedelta(days=9)),
        _event("e-4", "ACCUSE", FIRST, recipients=("SYR",)),
        _event("e-5", "CONSULT", None),
        _event("e-6", "CONSULT", FIRST, actors=("USA", "RUS"), recipients=("USA", "RUS")),
    ]
    found = acts_of(events)
    assert [act.record for act in found["RUS"]] == ["e-1", "e-4", "e-6", "e-3"]
    assert found["USA"][0].toward == {"RUS"}


def test_rivals_are_the_parties_without_a_tie(patron: Case) -> None:
    """Allies of the party and states are none; and only a patron or client can hedge."""
    assert rivals(SYR, patron) == OPP
    assert clients("RUS", {"SYR", "OPP"}, patron) == SYR
    assert clients("OPP", {"SYR"}, patron) == frozenset()


def _judged(case: Case, words: tuple[Observation, ...], acts: list[Act]) -> Verdict:
    measured = Measured(
        {Key("RUS", "stay", "stated"): words}, {}, {}, {}, acts={"RUS": tuple(acts)}
    )
    return verdicts(measured, case)[0]


def test_a_patron_that_turns_to_rivals_hedges(
    acting: Acting, patron: Case, case: Case, observed: Callable[..., Observation]
) -> None:
    """The verdict names the acts; without a tie, or before they rose, there is none."""
    words = tuple(observed(FIRST + timedelta(days=40 * k), 0.8, f"s{k}") for k in range(11))
    acts = acting("." * 20 + "m" * 20)
    hedged = _judged(patron, words, acts)
    assert hedged.verdict == "hedge"
    assert hedged.statements[:2] == ("e-20", "e-21")
    assert (
        "while its meetings with rivals of the Syrian government and acts against the Syrian "
        "government become more frequent: 20 of 20 acts told since 2012-07, 0 of 20 before"
    ) in hedged.sentence
    assert _judged(case, words, acts).verdict == "no shift"
    assert _judged(patron, words, acting("m." * 20)).verdict == "no shift"
    assert _judged(patron, words, []).verdict == "no shift"
