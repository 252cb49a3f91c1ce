import numpy as np
import pytest
from scipy import special

from volteface.conflict import compiled_belief
from volteface.conflict.normal import log_normal_cdf, normal_cdf

POINTS = np.concatenate([np.linspace(-36.9, 12, 4001), [-400.0, -37.5, 0.0, 40.0]])


def test_the_distribution_function_is_exact_far_into_the_tail() -> None:
    """Both forms keep twelve digits relative to the tail, as scipy has it."""
    near = POINTS[POINTS > -37]
    assert normal_cdf(near) == pytest.approx(special.ndtr(near), rel=1e-12)
    for z in near[::40]:
        assert compiled_belief.normal_cdf(z) == pytest.approx(special.ndtr(z), rel=1e-12)
    assert normal_cdf(np.array([-38.0]))[0] == compiled_belief.normal_cdf(-38.0) == 0


def test_its_logarithm_never_underflows() -> None:
    """However far out, the logarithm is finite and right."""
    assert log_normal_cdf(POINTS) == pytest.approx(special.log_ndtr(POINTS), rel=1e-11, abs=1e-15)
    for z in (-400.0, -31.0, -29.0, -3.0, 2.0):
        exact = special.log_ndtr(z)
        assert compiled_belief.log_normal_cdf(z) == pytest.approx(exact, rel=1e-11)
