import numpy as np
import pytest
from scipy import stats

from volteface.case.parameter import parse_parameter
from volteface.conflict.sampling import CHUNK, sample
from volteface.errors import CaseError

FAMILIES = {
    "uniform": ({"uniform": [1, 3]}, stats.uniform(1, 2)),
    "normal": ({"normal": [1, 3]}, stats.norm(1, 3)),
    "cut": ({"normal": [0, 1], "within": [0, 2]}, stats.truncnorm(0, 2)),
    "triangular": ({"triangular": [0, 1, 4]}, stats.triang(0.25, 0, 4)),
    "lognormal": ({"lognormal": [5, 0.4]}, stats.lognorm(0.4, scale=5)),
    "beta": ({"beta": [2, 5]}, stats.beta(2, 5)),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_drawn_as_it_is_written(family: str) -> None:
    """The draws of many chunks follow the distribution, and no chunk repeats another."""
    written, law = FAMILIES[family]
    chunks = [sample(["q"], [parse_parameter(written)], 3, chunk)[:, 0] for chunk in range(8)]
    values = np.concatenate(chunks)
    assert len(np.unique(values)) == 8 * CHUNK
    assert stats.kstest(values, law.cdf).pvalue > 1e-3


def test_a_quantity_keeps_its_draws_whatever_else_is_drawn() -> None:
    """Each quantity has a stream of its own, by its name."""
    first, second = parse_parameter({"uniform": [0, 1]}), parse_parameter({"normal": [0, 1]})
    alone = sample(["a"], [first], 3, 0)
    together = sample(["b", "a"], [second, first], 3, 0)
    assert np.array_equal(alone[:, 0], together[:, 1])
    assert not np.array_equal(sample(["c"], [first], 3, 0), alone)


def test_a_number_is_itself_in_every_draw() -> None:
    """No distribution, no spread."""
    assert (sample(["q"], [parse_parameter(0.25)], 3, 0) == 0.25).all()


def test_bounds_that_are_almost_never_met_are_refused() -> None:
    """What would take forever to draw is an error that names the quantity."""
    rare = parse_parameter({"beta": [2, 50], "within": [0.9, 1]})
    with pytest.raises(CaseError, match=r"q: beta 2 50 within 0\.9 to 1"):
        sample(["q"], [rare], 3, 0)
