"""Levers on worlds whose smallest one is known."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from volteface.conflict.conflict import Conflict
from volteface.conflict.load import load_conflict
from volteface.conflict.measures import parse_measure
from volteface.errors import UsageError
from volteface.questions.conditioning.worlds import from_priors
from volteface.questions.interventions import parse_intervention
from volteface.questions.levers.answer import Levers
from volteface.questions.levers.candidates import all_levers
from volteface.questions.levers.find import find_levers
from volteface.questions.levers.search import cross

_WAR = Path(__file__).parents[3] / "evaluation" / "questions" / "sure-war.txt"
SURE = f"""{_WAR.read_text(encoding="utf-8")}
face = 1
cover = {{ cost = 0.02 }}
arms = {{ cost = 0.08, interest = 0.1, bite = 0, entry = 1 }}
force = {{ cost = 9, entry = 90 }}
"""


@pytest.fixture(scope="module")
def sure() -> Conflict:
    """A patron that would arm a client that cannot fall if it were a little more worth it."""
    return load_conflict(SURE)


@pytest.fixture(scope="module")
def found(sure: Conflict) -> Levers:
    """What would make it."""
    target = parse_measure(sure, "PAT.support>=arms")
    return find_levers(from_priors(sure, 16, 0), target, 5, 0.5, 0)


def test_the_smallest_lever_suffices_and_less_does_not(sure: Conflict, found: Levers) -> None:
    """What it says can be put to the model as it stands."""
    best = found.singles[0]
    assert best.texts[0].startswith("PAT.arms.interest*=")
    assert best.monotone
    worlds = from_priors(sure, 16, 0)
    target = parse_measure(sure, "PAT.support>=arms")
    factor = float(best.texts[0].partition("*=")[2])
    for value, expected in ((factor * 1.01, 1.0), (factor * 0.97, 0.0)):
        event = parse_intervention(sure, f"PAT.arms.interest*={value}").event
        assert worlds.read([(target, 5)], [event])[0].mean() == expected


def test_what_does_nothing_is_named(found: Levers) -> None:
    """Quantities that no world notices; the strongest are not among them."""
    assert "PAT.force.cost" in found.idle
    assert "PAT.arms.interest" not in found.idle
    assert found.before == 0
    assert found.sign == 1


def test_the_target_itself_is_no_lever(found: Levers) -> None:
    """Holding a patron on a step is not an answer to what would make it step there."""
    assert not any("PAT.support" in text for one in found.singles for text in one.texts)


def test_pairs_take_less_together(sure: Conflict) -> None:
    """Only pairs whose sizes add up to less than the smallest single one are given."""
    target = parse_measure(sure, "PAT.support>=arms")
    found = find_levers(from_priors(sure, 8, 0), target, 5, 0.5, 0, workers=2)
    least = found.singles[0].size
    assert all(pair.size <= least * 1.01 for pair in found.pairs)
    assert all(len(pair.texts) == 2 for pair in found.pairs)


def test_down_to_a_threshold(war: Conflict) -> None:
    """A target that is above the threshold is to fall; random worlds give an error."""
    worlds = from_priors(war, 256, 1)
    target = parse_measure(war, "GOV.forts>=0.6")
    found = find_levers(worlds, target, 12, 0.15, 0)
    assert found.before > 0.15
    assert found.sign == -1
    texts = [text for one in found.singles for text in one.texts]
    assert any(text.startswith("GOV.strength*=0.") for text in texts)
    assert all(one.mean <= 0.15 for one in found.singles)
    assert all(low <= one.size <= high for one in found.singles for low, high in [one.interval])
    assert found.short
    assert all(one.mean > 0.15 for one in found.short)


def test_months_that_make_no_sense(war: Conflict) -> None:
    """Levers after the measure."""
    target = parse_measure(war, "war_over")
    with pytest.raises(UsageError, match="before anything is done"):
        find_levers(from_priors(war, 8, 0), target, 3, 0.5, 5)


def test_a_search_that_does_not_go_one_way() -> None:
    """The first crossing of the grid is taken, and the answer says so."""
    before = np.zeros(4)

    def run(size: float) -> np.ndarray:
        return np.ones(4) * (0.2 <= size <= 0.6)

    found = cross(
        run, 1.0, 0.5, 1, before=before, at_most=run(1.0), error=lambda values: float(values.std())
    )
    assert found is not None
    assert not found.monotone
    assert found.size == pytest.approx(0.2, abs=0.02)
    never: Callable[[float], np.ndarray] = lambda _: np.zeros(4)  # noqa: E731
    assert cross(never, 1.0, 0.5, 1, before=before, at_most=before, error=lambda _: 0.0) is None


def test_levers_stay_within_bounds(war: Conflict) -> None:
    """Every lever at its most is an intervention that the model accepts."""
    levers = all_levers(war, 0, 23, without=("PAT.face",))
    assert not any(lever.quantity.name == "PAT.face" for lever in levers)
    for lever in levers:
        parse_intervention(war, lever.says(lever.most))
    kinds = {lever.kind for lever in levers}
    assert kinds == {"times", "set", "step", "switch"}
