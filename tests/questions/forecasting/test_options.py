"""The chance of each option over worlds."""

from datetime import date

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import parse_measure
from volteface.errors import UsageError
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.worlds import Worlds
from volteface.questions.forecasting.options import chances
from volteface.questions.forecasting.schema import Option, Question

END = date(2011, 10, 31)


@pytest.fixture(scope="module")
def worlds(war: Conflict) -> Worlds:
    """Worlds at the end of October 2011."""
    return condition(war, (), END, draws=1024).worlds


def asked(*measures: tuple[object, ...], closes: date, **more: object) -> Question:
    """A question whose options have these measures, and windows where given."""
    return Question(
        id="q",
        text="?",
        criterion="!",
        opened=END,
        closes=closes,
        options=tuple(
            Option.model_validate(
                {"name": str(place), "measure": one[0]}
                | ({"from": one[1], "to": one[2]} if len(one) > 1 else {})
            )
            for place, one in enumerate(measures)
        ),
        **more,
    )


def values(worlds: Worlds, text: str, months: range) -> np.ndarray:
    """A measure in every world and month."""
    measure = parse_measure(worlds.conflict, text)
    return worlds.read([(measure, month) for month in months]).T


def test_on_the_closing_day(worlds: Worlds) -> None:
    """At a month's end it is the share of worlds; half way, a change has come with one half."""
    held = values(worlds, "GOV.forts>=0.6", range(7, 10))
    for closes, expected in (
        (date(2011, 12, 31), held[:, 2].mean()),
        (date(2011, 11, 15), (held[:, 0].mean() + held[:, 1].mean()) / 2),
    ):
        found = chances(worlds, asked(("GOV.forts>=0.6",), ("otherwise",), closes=closes), END)
        assert found.shares[0] == pytest.approx(expected, abs=1e-9)
        assert sum(found.shares) == pytest.approx(1)
        low, high = found.intervals[0]
        assert low <= found.shares[0] <= high


def test_ever_and_newly(worlds: Worlds) -> None:
    """``ever`` takes what holds already, ``newly`` only what comes to hold."""
    text = "GOV.forts>=0.65"
    held = values(worlds, text, range(7, 13)) > 0
    closes = date(2012, 3, 31)
    ever = chances(worlds, asked((f"ever {text}",), ("otherwise",), closes=closes), END)
    assert ever.shares[0] == pytest.approx(held.any(axis=1).mean())
    newly = chances(worlds, asked((f"newly {text}",), ("otherwise",), closes=closes), END)
    assert newly.shares[0] == pytest.approx((held.any(axis=1) & ~held[:, 0]).mean())


def test_windows_share_out_the_days_of_a_month(worlds: Worlds) -> None:
    """What comes in one month falls on its days alike, and windows add up to the whole."""
    text = "newly GOV.forts>=0.65"
    days = [date(2011, 11, 1), date(2011, 11, 10), date(2011, 11, 11), date(2011, 11, 30)]
    split = chances(
        worlds,
        asked((text, *days[:2]), (text, *days[2:]), ("otherwise",), closes=days[-1]),
        END,
    )
    whole = chances(worlds, asked((text,), ("otherwise",), closes=days[-1]), END)
    assert split.shares[0] == pytest.approx(whole.shares[0] / 3)
    assert split.shares[0] + split.shares[1] == pytest.approx(whole.shares[0])


def test_part_of_a_month_that_is_over(worlds: Worlds) -> None:
    """Worlds in which it happens in the month under way count less the later the date."""
    text = "newly GOV.forts>=0.65"
    closes = date(2011, 11, 30)
    question = asked((text,), ("otherwise",), closes=closes)
    early = chances(worlds, question, END).shares[0]
    late = chances(worlds, question, date(2011, 11, 24)).shares[0]
    held = values(worlds, "GOV.forts>=0.65", range(7, 9))
    changed = (held[:, 0] != held[:, 1]).mean()
    assert late == pytest.approx(0.2 * early / (1 - 0.8 * changed))


def test_overlaps_and_gaps_are_refused(worlds: Worlds) -> None:
    """Never a silent renormalisation: the share of worlds is named."""
    closes = date(2012, 3, 31)
    both = asked(("GOV.forts>=0.5",), ("GOV.forts>=0.4",), ("otherwise",), closes=closes)
    with pytest.raises(UsageError, match="question q: options 0 and 1 overlap: both hold in"):
        chances(worlds, both, END)
    none = asked(("GOV.forts>=0.7",), ("GOV.forts<0.6",), closes=closes)
    with pytest.raises(UsageError, match=r"no option holds in .* leave a gap"):
        chances(worlds, none, END)


def test_a_question_that_stands_only_if(worlds: Worlds) -> None:
    """Worlds where the condition fails do not count; with hardly any left nothing is said."""
    closes = date(2012, 3, 31)
    given = "GOV.forts>=0.6"
    question = asked(("GOV.forts>=0.65",), ("otherwise",), closes=closes, given=given)
    found = chances(worlds, question, END)
    held = values(worlds, given, range(12, 13)) > 0
    more = values(worlds, "GOV.forts>=0.65", range(12, 13)) > 0
    assert found.given == pytest.approx(held.mean())
    assert found.shares[0] == pytest.approx(more.mean() / held.mean())
    never = asked(("GOV.forts>=0.6",), ("otherwise",), closes=closes, given="PAT.support=force")
    with pytest.raises(UsageError, match="too few to say what follows"):
        chances(worlds, never, END)


def test_several_measures_hold_together(worlds: Worlds) -> None:
    """All of them on the closing day."""
    closes = date(2012, 3, 31)
    joined = ("GOV.forts>=0.6", "PAT.support>=arms")
    found = chances(worlds, asked((joined,), ("otherwise",), closes=closes), END)
    parts = [values(worlds, text, range(12, 13)) > 0 for text in joined]
    assert found.shares[0] == pytest.approx((parts[0] & parts[1]).mean())
