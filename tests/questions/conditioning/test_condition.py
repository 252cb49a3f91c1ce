"""Worlds held to a record."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import run_ensemble
from volteface.conflict.measures import parse_measure
from volteface.errors import UsageError
from volteface.questions.conditioning import condition as module
from volteface.questions.conditioning.condition import condition
from volteface.questions.conditioning.known import as_known, last_whole_month
from volteface.questions.conditioning.on_record import case_record
from volteface.questions.conditioning.posterior import learnt
from volteface.questions.conditioning.shown import Shown, parse_shown
from volteface.questions.conditioning.worlds import from_priors
from volteface.questions.interventions import do

END = date(2012, 2, 29)
Show = Callable[..., Shown]


@pytest.fixture
def show(war: Conflict) -> Show:
    """Make a showing of some days."""

    def make(text: str, first: date, last: date | None = None) -> Shown:
        return parse_shown(war, text, (first, last or first), where="facts.toml:1", source="fact:f")

    return make


def test_a_number_pulls_the_worlds(war: Conflict, show: Show) -> None:
    """Territory comes near to what is on record, and what territory depends on is learnt."""
    free = condition(war, (), END, draws=1024)
    held = condition(war, [show("GOV.forts=0.9", END)], END, draws=1024)
    forts = [channel(found.worlds.last, war, "GOV.forts") for found in (free, held)]
    assert abs(forts[1].mean() - 0.9) < abs(forts[0].mean() - 0.9) / 2
    found = {one.name: one for one in learnt(war, held.prior, held.worlds.rows, held.founding)}
    assert found["GOV.strength"].clear
    assert found["GOV.strength"].moved > 0.3
    assert not found["council.PAT.ideal"].clear


def channel(record: np.ndarray | None, war: Conflict, name: str) -> np.ndarray:
    """One column of the last month."""
    assert record is not None
    return np.asarray(record[:, parse_measure(war, name).channel.column])


def test_a_word_is_believed_but_for_coding_errors(war: Conflict, show: Show) -> None:
    """Posterior odds are prior odds times the odds of the coding, within sampling error."""
    free = condition(war, (), END, draws=2048)
    before = (channel(free.worlds.last, war, "PAT.support") == 2).mean()
    held = condition(war, [show("PAT.support=arms", END)], END, draws=2048)
    after = (channel(held.worlds.last, war, "PAT.support") == 2).mean()
    right = 0.95 * before
    assert after == pytest.approx(right / (right + 0.05 / 3 * (1 - before)), abs=0.03)
    assert held.evidence == pytest.approx(np.log(right + 0.05 / 3 * (1 - before)), abs=0.05)


def test_a_vote_tells_of_the_ideal_point(war: Conflict, show: Show) -> None:
    """Who votes for pressure wants more of it than who votes against."""
    column = war.quantities.place("council.PAT.ideal")
    means = [
        condition(war, [show(f"vote.PAT={vote}", END)], END, draws=1024).worlds.rows[:, column]
        for vote in ("yes", "no")
    ]
    assert means[0].mean() > means[1].mean() + 0.1


def test_a_stream_that_no_world_follows_does_not_decide(
    war: Conflict, case: Callable[..., Path], written: tuple[Callable[..., str], ...]
) -> None:
    """It is named with its line, not weighed, and the worlds stay as they were."""
    folder = case(ties=written[1]("own force", "2011-03-01"))
    shown = case_record(folder, war)
    free, held = (condition(war, given, END, draws=512) for given in ((), shown))
    assert np.array_equal(free.worlds.rows, held.worlds.rows)
    unmet, astray = held.warnings
    assert unmet.startswith("ties.toml:2: no world of 512 has PAT.support=force in 2011-08 .. 2012")
    assert astray.startswith("the model does not follow what is on record of PAT.support")


def test_readings_of_one_stream_stand_or_fall_together(war: Conflict, show: Show) -> None:
    """A patron on record that the model does not follow is said to be astray."""
    days = [date(2011, 3 + n, 28) for n in range(8)]

    def astray(step: str) -> float:
        record = [replace(show(f"PAT.support={step}", day), stream="PAT.support") for day in days]
        return condition(war, record, END, draws=1024).astray["PAT.support"]

    assert astray("force") > 0.99
    assert astray("arms") < 0.1


def test_the_same_seed_gives_the_same_worlds(war: Conflict, show: Show) -> None:
    """To the last bit; another seed gives others."""
    record = [show("GOV.forts=0.8", END)]
    one, two, other = (condition(war, record, END, draws=512, seed=s) for s in (3, 3, 4))
    assert np.array_equal(one.worlds.rows, two.worlds.rows)
    assert np.array_equal(one.worlds.state.forts, two.worlds.state.forts)
    assert not np.array_equal(one.worlds.rows, other.worlds.rows)


def test_a_collapse_is_met_by_a_better_proposal(
    war: Conflict, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More founding draws are left than without, and the answer stays the same."""
    record: Sequence[Shown] = [
        show(f"GOV.forts={share}", date(2011, month, 28))
        for share, month in ((0.7, 5), (0.85, 7), (0.95, 9), (0.95, 11))
    ]
    better = condition(war, record, END, draws=512)
    monkeypatch.setattr(module, "PASSES", 0)
    bare = condition(war, record, END, draws=512)
    assert better.passes > 1
    assert better.founding > bare.founding
    assert bare.collapsed
    assert "founding draws of 512 after 1 proposals" in bare.warnings[-1]
    monkeypatch.undo()
    place = war.quantities.place("GOV.strength")
    whole = condition(war, record, END, draws=16384)
    assert better.worlds.rows[:, place].mean() == pytest.approx(
        whole.worlds.rows[:, place].mean(), abs=0.1
    )


def test_what_is_known_on_a_day(war: Conflict) -> None:
    """Later events are left out, those under way go on, and a day before the war is refused."""
    known = as_known(war, date(2011, 12, 31))
    assert [(shock.name, shock.last) for shock in known.shocks] == [("shock.early", 23)]
    assert as_known(war, date(2012, 12, 31)).shocks == war.shocks
    with pytest.raises(UsageError, match="2011-02-01 is before the war, which begins on 2011-03"):
        condition(war, (), date(2011, 2, 1))


def test_the_last_month_that_is_over(war: Conflict) -> None:
    """A month counts from its last day on; the run's last month is the latest."""
    assert last_whole_month(war, date(2011, 3, 30)) == -1
    assert last_whole_month(war, date(2011, 3, 31)) == 0
    assert last_whole_month(war, date(2020, 1, 1)) == 23


def test_worlds_run_on_with_and_without_an_intervention(war: Conflict, show: Show) -> None:
    """The luck is the same: what an intervention does not touch stays to the last bit."""
    worlds = condition(war, [show("GOV.forts=0.7", END)], END, draws=600).worlds
    asked = [(parse_measure(war, "GOV.forts"), 20), (parse_measure(war, "PAT.support"), 20)]
    idle = do(war, "PAT.insurance", 0.5, "2012-03").event
    assert np.array_equal(worlds.read(asked), worlds.read(asked, [idle]))
    gone = do(war, "PAT.support", "none", "2012-03").event
    assert worlds.read(asked, [gone])[1].max() == 0
    with pytest.raises(UsageError, match="not after the record"):
        worlds.check_month(11, "from 2012-02")


def test_worlds_of_the_priors_are_those_of_a_run(war: Conflict) -> None:
    """Without a record the first worlds are those of an ensemble, bit for bit."""
    measure = parse_measure(war, "mean GOV.forts")
    worlds = from_priors(war, 300, 7)
    whole = run_ensemble(war, 300, 7, outcomes=[measure.outcome(23)])
    assert np.array_equal(worlds.read([(measure, 23)])[0], whole.outcomes[0])


def test_worlds_of_one_founder_count_together(war: Conflict) -> None:
    """The error of a mean is that of the founders, not of their copies."""
    worlds = from_priors(war, 200, 1)
    values = np.random.default_rng(1).normal(size=200)
    single = worlds.error(values)
    assert single == pytest.approx(values.std() / np.sqrt(200), rel=0.02)
    doubled = worlds.chosen(np.repeat(np.arange(200), 2))
    assert doubled.error(np.repeat(values, 2)) == pytest.approx(single)
    assert doubled.founding == pytest.approx(200)
    assert np.isinf(worlds.chosen(np.zeros(5, np.int64)).error(np.ones(5)))
