"""What stands behind a verdict, in lines."""

from dataclasses import replace
from datetime import date

import pytest

from volteface.case.schema import Case
from volteface.positions.explain import Explanation
from volteface.positions.moved_by import Event
from volteface.positions.sensitivity import Cell, LeftOut, Weight
from volteface.records import DateInterval, Observation, Verdict
from volteface.report_page.explained import explained, quote

DAY = date(2018, 2, 1)
VERDICT = Verdict(
    actor="ODRUN",
    issue="odrun_troops",
    channel="stated",
    verdict="no shift",
    form=None,
    from_=0.8,
    to=0.8,
    since=None,
    period=(DAY, DAY),
    probability=0.95,
    statements=("s-1", "s-2"),
    sources=2,
    waiting=0,
    sentence="It has not shifted.",
    delta=0.4,
    asked=0.9,
    turns="2 more statements would make it a shift",
)
CELLS = (
    Cell("delta", 0.2, "insufficient evidence", chosen=False),
    Cell("delta", 0.3, "no shift", chosen=False),
    Cell("delta", 0.4, "no shift", chosen=True),
    Cell("delta", 0.5, "no shift", chosen=False),
    Cell("noise", 1.0, "no shift", chosen=True),
)


def _weight(name: str, pull: float) -> Weight:
    one = Observation(
        (name,), DateInterval(DAY, DAY, "day", "test"), 0.8, 0.04, "The Paper", conduct=False
    )
    return Weight(one, 0.1, pull)


@pytest.fixture(name="lines")
def _lines(case: Case) -> list[str]:
    found = Explanation(
        VERDICT,
        tuple(_weight(f"s-{k}", 0.01 * k) for k in range(10)),
        (LeftOut("The Paper", 3, "insufficient evidence"), LeftOut("The Wire", 1, "no shift")),
        CELLS,
        (Event("summit", "They met.", DAY, 0.5, ("s-1", "s-2")),),
    )
    return list(explained(found, case, {}))


def test_thresholds_and_what_would_change_it_come_first(lines: list[str]) -> None:
    """As they were set before looking."""
    assert lines[0] == "set beforehand: a change counts from 0.4, with probability 0.9"
    assert lines[1] == "what would change this: 2 more statements would make it a shift"


def test_the_weights_that_pull_most_are_shown(lines: list[str]) -> None:
    """The rest are counted."""
    shown = [line for line in lines if "The Paper: 10 %" in line]
    assert len(shown) == 8
    assert shown[0].endswith("+0.09 [s-9]")
    assert "  and 2 that pull less" in lines


def test_too_little_to_learn_from_is_said(case: Case) -> None:
    """How much there is and how much it takes; not where something was learned."""
    few = Explanation(VERDICT, (), learned_from=17)
    said = "nothing was learned of weights: 17 statements stand in series of three or more"
    assert any(line.startswith(said) for line in explained(few, case, {}))
    enough = replace(few, learned_from=90)
    assert not any("nothing was learned" in line for line in explained(enough, case, {}))


def test_only_voices_that_matter_are_named(lines: list[str]) -> None:
    """Without The Wire the verdict is the same."""
    assert "without The Paper: insufficient evidence" in lines
    assert not any("The Wire" in line for line in lines)


def test_the_strip_joins_what_is_the_same(lines: list[str]) -> None:
    """Runs of one verdict, with the case's choice in brackets."""
    assert (
        "smallest change that counts: insufficient evidence at 0.2, no shift at 0.3 to [0.4] to 0.5"
    ) in lines
    assert "noise of all statements, times: no shift at [1]" in lines


def test_events_are_an_association(lines: list[str]) -> None:
    """Said as such, with the statements that speak of them counted."""
    assert "near in time, which is an association and no cause:" in lines
    assert "  2018-02-01 They met. [fact:summit] (timing 0.50, 2 statements speak of it)" in lines


def test_where_no_voice_matters_that_is_said(case: Case) -> None:
    """One line instead of a list."""
    found = Explanation(VERDICT, (), (LeftOut("The Wire", 1, "no shift"),))
    assert "without any one voice: the same" in list(explained(found, case, {}))


def test_both_sides_are_quoted(case: Case) -> None:
    """Of a gap or a disagreement, each side's own words."""
    fact = f"fact:{case.facts[0].id}"
    gap = replace(VERDICT, verdict="gap", statements=("s-1", fact), against=(fact,))
    lines = list(explained(Explanation(gap, ()), case, {}))
    assert lines.index("on one side:") < lines.index("on the other:")
    assert lines[lines.index("on the other:") + 1] == (f"  “{case.facts[0].text}” [{fact}]")


def test_long_words_are_cut(case: Case) -> None:
    """At a word, with a sign that something is missing."""
    long = case.facts[0].model_copy(update={"id": "long", "text": "word " * 60})
    found = quote("fact:long", case.model_copy(update={"facts": (long,)}), {})
    assert found.endswith("word …")
    assert len(found) < 170
