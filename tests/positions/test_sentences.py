"""Verdicts read aloud."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.judge import Finding
from volteface.positions.sentences import level_in_words, sentence, stretch
from volteface.records import Channel, Observation, Outcome

FIRST, LAST = date(2012, 3, 1), date(2012, 12, 13)
STATED = Key("RUS", "stay", "stated")


@pytest.fixture(name="seven")
def _seven(observed: Callable[..., Observation]) -> tuple[Observation, ...]:
    """Seven statements from four sources between March and December 2012."""
    return tuple(observed(FIRST + timedelta(days=40 * k), 0.8, f"source {k % 4}") for k in range(7))


STAY, GO = '"Assad should stay"', '"Assad should go"'
LIVE, FALL = '"Assad will survive"', '"Assad will fall"'
ASKED = '"Should Assad stay?"'
SAYS = f"in words on {ASKED}"
TURN = (date(2012, 5, 1), date(2012, 7, 1))
SHIFTED = {"start": 0.8, "end": -0.3, "probability": 0.93}
HELD = {"start": 0.8, "end": 0.8, "probability": 0.93}


@pytest.mark.parametrize(
    ("outcome", "more", "lead"),
    [
        ("no shift", HELD, f"Russia has not shifted {SAYS}: clearly for {STAY}"),
        (
            "shift",
            {**SHIFTED, "form": "jump", "since": TURN},
            (
                f"Russia has shifted {SAYS}, by a jump between 2012-05 and 2012-07: "
                f"from clearly for {STAY} to leaning to {GO}"
            ),
        ),
        (
            "shift",
            {**SHIFTED, "form": "drift", "since": (FIRST, LAST)},
            (
                f"Russia has shifted {SAYS}, by slow drift from 2012-03 to 2012-12: "
                f"from clearly for {STAY} to leaning to {GO}"
            ),
        ),
        (
            "passing remark",
            {**HELD, "apart": ("Mikhail Bogdanov",)},
            (
                f"Russia has not shifted {SAYS}: clearly for {STAY}, "
                f"from which only Mikhail Bogdanov departs, a passing remark"
            ),
        ),
        (
            "hedge",
            {**SHIFTED, "end": 0.0, "apart": ("survive",)},
            (
                f"Russia hedges on {ASKED}: the position holds, while what is expected on "
                f'"Will Assad survive?" has moved from clearly for {LIVE} '
                f"to between {LIVE} and {FALL}"
            ),
        ),
        (
            "disagreement",
            {**SHIFTED, "end": -1.0, "apart": ("The Paper", "The Wire")},
            (
                f"Sources disagree about Russia on {ASKED}: "
                f"The Paper clearly for {STAY}; The Wire clearly for {GO}"
            ),
        ),
        (
            "gap",
            {**SHIFTED, "end": -0.8, "lasting": True},
            (
                f"The words and deeds of Russia differ on {ASKED} throughout: "
                f"the words are clearly for {STAY}, the deeds clearly for {GO}"
            ),
        ),
    ],
)
def test_each_verdict_reads_aloud(
    outcome: Outcome,
    more: dict[str, Any],
    lead: str,
    seven: tuple[Observation, ...],
    case: Case,
) -> None:
    """Names, levels in words, probability, counts and dates."""
    tail = "(very likely, P = .93; 7 statements, 4 sources, 2012-03 to 2012-12)."
    finding = Finding(outcome, seven, (FIRST, LAST), **more)
    assert sentence(STATED, finding, case, 0) == f"{lead} {tail}"


def test_insufficient_evidence_says_what_would_settle_it(
    seven: tuple[Observation, ...], case: Case
) -> None:
    """No probability is given; where things stand so far, and what is missing, are."""
    finding = Finding("insufficient evidence", seven, (FIRST, LAST), end=0.8, turns="one would do")
    assert sentence(STATED, finding, case, 0) == (
        f"There is not enough evidence to say whether Russia has shifted {SAYS}, so far clearly "
        f"for {STAY} (7 statements, 4 sources, 2012-03 to 2012-12); one would do."
    )


def test_what_waits_is_said(seven: tuple[Observation, ...], case: Case) -> None:
    """Singular and plural."""
    finding = Finding("no shift", seven, (FIRST, LAST), 0.93, start=0.8, end=0.8)
    assert "; 1 more waits for review)" in sentence(STATED, finding, case, 1)
    assert "; 3 more wait for review)" in sentence(STATED, finding, case, 3)


def test_a_deed_that_departs_is_no_remark(seven: tuple[Observation, ...], case: Case) -> None:
    """What is said passes; what is done stands alone."""
    finding = Finding("passing remark", seven, (FIRST, LAST), apart=("the veto",), **HELD)
    revealed = STATED._replace(channel="revealed")
    assert "from which only the veto departs, an isolated deed" in sentence(
        revealed, finding, case, 0
    )


def test_facts_are_counted_apart(observed: Callable[..., Observation], case: Case) -> None:
    """What only the case itself says is said to."""
    fact = observed(FIRST, 0.8, "record", conduct=True, record="fact:veto")
    alone = Finding("insufficient evidence", (fact,), (FIRST, FIRST))
    revealed = STATED._replace(channel="revealed")
    assert "(1 dated fact of the case alone, 1 source, 2012-03-01)" in sentence(
        revealed, alone, case, 0
    )
    both = replace(alone, observations=(fact, observed(FIRST, 0.8, "A")))
    assert "(1 statement and 1 dated fact, 2 sources, 2012-03-01)" in sentence(
        revealed, both, case, 0
    )


def test_a_gap_that_opened_has_its_date(seven: tuple[Observation, ...], case: Case) -> None:
    """Since when deeds went another way."""
    lasting = Finding(
        "gap", seven, (FIRST, LAST), 0.92, start=0.8, end=-0.8, since=(FIRST, FIRST), lasting=True
    )
    assert "since 2012-03-01:" in sentence(STATED, lasting, case, 0)
    ended = replace(lasting, lasting=False)
    assert "since 2012-03-01, until 2012-12:" in sentence(STATED, ended, case, 0)
    assert "until 2012-12:" in sentence(STATED, replace(ended, since=None), case, 0)


def test_a_jump_on_one_day(seven: tuple[Observation, ...], case: Case) -> None:
    """A jump known to the day is on that day."""
    finding = Finding("shift", seven, (FIRST, LAST), 0.92, "jump", 0.8, -0.8, (FIRST, FIRST))
    assert "by a jump on 2012-03-01:" in sentence(STATED, finding, case, 0)


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (1.4, 'clearly for "Assad should stay"'),
        (0.3, 'leaning to "Assad should stay"'),
        (0.1, 'between "Assad should stay" and "Assad should go"'),
        (-0.1, 'between "Assad should stay" and "Assad should go"'),
        (-0.3, 'leaning to "Assad should go"'),
        (-0.9, 'clearly for "Assad should go"'),
    ],
)
def test_level_in_words(level: float, words: str, case: Case) -> None:
    """Five steps from pole to pole."""
    assert level_in_words(case.issues[0], level) == words


@pytest.mark.parametrize(
    ("channel", "outcome", "beside", "tail"),
    [
        ("stated", "no shift", "shift", "; its deeds say otherwise since 2012-05 to 2012-07."),
        ("stated", "insufficient evidence", "shift", ")."),
        ("stated", "shift", "no shift", "; its deeds have not moved."),
        ("stated", "shift", "shift", ")."),
        ("stated", "no shift", None, ")."),
        ("revealed", "shift", None, "; only deeds tell of it."),
        (
            "revealed",
            "shift",
            "insufficient evidence",
            "; its words do not show it: there is not enough evidence.",
        ),
        ("revealed", "shift", "no shift", "; its words have not moved."),
        ("revealed", "shift", "shift", ")."),
        ("revealed", "no shift", "shift", ")."),
    ],
)
def test_words_and_deeds_are_told_of_each_other(
    channel: Channel,
    outcome: Outcome,
    beside: Outcome | None,
    tail: str,
    *,
    seven: tuple[Observation, ...],
    case: Case,
) -> None:
    """Where one of them moved and the other did not, the sentence ends with that."""
    finding = Finding(outcome, seven, (FIRST, LAST), 0.93, "jump", 0.8, -0.8, TURN)
    other = beside and Finding(beside, seven, (FIRST, LAST), since=TURN)
    assert sentence(STATED._replace(channel=channel), finding, case, 0, other).endswith(tail)


def test_stretch_shows_days_within_a_month() -> None:
    """Months where they lie far apart, days where they do not."""
    assert stretch(date(2012, 3, 1), date(2012, 3, 9)) == "2012-03-01 to 2012-03-09"
    assert stretch(date(2012, 3, 28), date(2012, 4, 2)) == "2012-03-28 to 2012-04-02"
    assert stretch(date(2012, 3, 1), date(2012, 4, 9)) == "2012-03 to 2012-04"
