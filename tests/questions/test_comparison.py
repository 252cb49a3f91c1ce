import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.questions import describe_model, estimate, whatif
from volteface.questions.sensitivity import influences


def test_an_answer_is_over_pairs_of_worlds(syria: Conflict) -> None:
    """The difference is that of the means, and its sign that of most worlds that change."""
    told = []
    answer = whatif(
        syria,
        ["RUS.support=none from 2012-06", "IRN.support=none from 2012-06"],
        "in_power.SYR-GOV",
        "2016-12",
        draws=1024,
        seed=3,
        progress=lambda done, asked: told.append((done, asked)),
    )
    assert answer.difference.mean == pytest.approx(answer.with_.mean - answer.without.mean)
    assert answer.difference.mean < 0
    assert answer.difference.interval[0] < answer.difference.mean < answer.difference.interval[1]
    assert answer.sign_share > answer.opposite_share
    assert answer.draws == answer.asked == 1024
    assert told[-1] == (2048, 2048)
    assert answer.by == "2016-12"
    assert answer.interventions == (
        "RUS.support=none from 2012-06",
        "IRN.support=none from 2012-06",
    )


def test_without_what_is_given_the_answer_is_another(syria: Conflict) -> None:
    """What is given holds in both worlds; the same question has the same bits again."""
    question = (["RUS.support=none from 2012-06"], "in_power.SYR-GOV", "2016-12")
    given = ["IRN.support=none from 2012-06", "HEZ.support=none from 2012-06"]
    alone = whatif(syria, *question, draws=512, seed=3)
    with_given = whatif(syria, *question, draws=512, seed=3, given=given, workers=2)
    assert with_given.without.mean < alone.without.mean
    assert with_given == whatif(syria, *question, draws=512, seed=3, given=given)


def test_what_changes_nothing_is_said_to_change_nothing(syria: Conflict) -> None:
    """Common luck: an intervention on nothing that counts leaves every world as it was."""
    answer = whatif(
        syria, ["RUS.insurance=2 from 2012-06"], "SYR-GOV.forts", "2016-12", draws=300, seed=3
    )
    assert answer.difference.mean == 0
    assert answer.difference.worlds == (0, 0)
    assert (answer.sign_share, answer.opposite_share) == (1, 0)
    assert answer.influences == answer.flips == ()


def test_an_estimate_has_its_interval(syria: Conflict) -> None:
    """The mean of a measure in the case's own worlds, and how sure the mean is."""
    found = estimate(syria, "SYR-GOV.forts", "2013-12", draws=300, seed=3)
    low, high = found.interval
    assert found.worlds[0] < low < found.mean < high < found.worlds[1]
    single = estimate(syria, "war_over", "2011-03", draws=1, seed=3)
    assert single.interval == (single.mean, single.mean)


def test_a_question_without_intervention_or_measure_is_refused(syria: Conflict) -> None:
    """Nothing to do, or nothing to measure: one clear line."""
    with pytest.raises(UsageError, match="needs an intervention"):
        whatif(syria, [], "war_over", "2016-12")
    with pytest.raises(UsageError, match="unknown measure war_ovr"):
        whatif(syria, ["RUS.stake=1"], "war_ovr", "2016-12")
    with pytest.raises(UsageError, match="outside the run"):
        whatif(syria, ["RUS.stake=1"], "war_over", "2026-12")


def test_influences_find_what_moves_and_what_turns_a_difference() -> None:
    """A made-up answer that depends on one quantity and is turned around by another."""
    rng = np.random.default_rng(1)
    varied = rng.uniform(-1, 1, (3000, 3))
    difference = 1.0 + 0.5 * varied[:, 0] - 2.2 * varied[:, 1] + rng.normal(0, 0.1, 3000)
    found = influences(varied, ["moves", "turns", "idle"], difference)
    assert [one.name for one in found] == ["turns", "moves"]
    assert [one.flips for one in found] == [True, False]
    assert found[0].high < 0 < found[0].low
    assert found[0].correlation < 0 < found[1].correlation
    assert influences(varied[:100], ["moves", "turns", "idle"], difference[:100]) == ()


def test_every_name_of_the_model_is_described(syria: Conflict) -> None:
    """Each name that can be set or measured has a meaning, a unit and a present value."""
    entries = describe_model(syria)
    assert all(entry.meaning and entry.unit and entry.value for entry in entries)
    settable = {entry.name: entry for entry in entries if entry.use == "do"}
    measured = {entry.name for entry in entries if entry.use == "measure"}
    assert settable["RUS.support"].value == "as it chooses"
    assert settable["RUS.stake"].value == "1"
    assert {"war_over", "in_power.SYR-GOV", "RUS.belief", "relation.RUS.USA"} <= measured
    assert not any(name.startswith("RUS.none") for name in settable)


def test_nothing_is_measured_before_the_deed(syria: Conflict) -> None:
    """Such a question has no answer but nought, and is refused with the remedy."""
    with pytest.raises(UsageError, match="by 2012-05 is before anything is done: measure in a"):
        whatif(syria, ["RUS.support=none from 2012-06"], "war_over", "2012-05", draws=2)
