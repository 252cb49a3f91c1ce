import math

import pytest
from pydantic_core import PydanticCustomError

from volteface.case.parameter import Bounds, Parameter, parse_parameter


@pytest.mark.parametrize(
    ("written", "support", "centre", "said"),
    [
        (3, (3, 3), 3, "3"),
        ({"value": 0.5, "source": "judgement"}, (0.5, 0.5), 0.5, "0.5"),
        ({"uniform": [1, 2]}, (1, 2), 1.5, "uniform 1 2"),
        ({"normal": [1, 2]}, (-math.inf, math.inf), 1, "normal 1 2"),
        ({"normal": [1, 2], "within": [0, 3]}, (0, 3), 1, "normal 1 2 within 0 to 3"),
        ({"triangular": (0, 1, 5)}, (0, 5), 2, "triangular 0 1 5"),
        ({"lognormal": [4, 0.5]}, (0, math.inf), 4, "lognormal 4 0.5"),
        ({"beta": [1, 3], "within": [0.2, 0.9]}, (0.2, 0.9), 0.25, "beta 1 3 within 0.2 to 0.9"),
    ],
)
def test_numbers_and_distributions_are_read(
    written: object, support: tuple[float, float], centre: float, said: str
) -> None:
    """Each form has its support, its centre and its words."""
    parameter = parse_parameter(written)
    assert parameter.support == support
    assert parameter.centre == pytest.approx(centre)
    assert str(parameter) == said
    assert parse_parameter(parameter) is parameter


def test_the_source_stays_with_the_number() -> None:
    """A source is kept where one is given."""
    assert parse_parameter({"value": 1, "source": "Smith 1998"}).source == "Smith 1998"
    assert parse_parameter(1).source is None


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("1", "must be a number or a table"),
        (True, "must be a number or a table"),
        ({}, "must be a number or a table"),
        ({"uniform": [0, 1], "value": 1}, "must be a number or a table"),
        ({"unifrom": [0, 1]}, "unknown key unifrom (nearest: uniform)"),
        ({"uniform": [1]}, "must have 2 number(s) for uniform"),
        ({"uniform": [0, "1"]}, "must have 2 number(s) for uniform"),
        (math.inf, "must be finite"),
        ({"uniform": [2, 1]}, "rising order"),
        ({"uniform": [1, 1]}, "no support"),
        ({"normal": [1, 0]}, "standard deviation above 0"),
        ({"beta": [0, 1]}, "above 0 for beta"),
        ({"normal": [0, 1], "within": [40, 50]}, "no support within 40 to 50"),
        ({"lognormal": [1, 0.1], "within": [-5, 0]}, "no support within -5 to 0"),
        ({"uniform": [0, 1], "within": [2, 3]}, "no support within 2 to 3"),
        ({"triangular": [0, 1, 2], "within": [3, 4]}, "no support within 3 to 4"),
        ({"value": 1, "within": [0, 2]}, "must not have within"),
        ({"value": 1, "source": " "}, "must have its source as text"),
    ],
)
def test_what_is_no_distribution_is_refused(written: object, message: str) -> None:
    """Each mistake is said in words that mend it."""
    with pytest.raises(PydanticCustomError) as error:
        parse_parameter(written)
    assert message in str(error.value)


def test_a_wide_lognormal_may_be_cut_at_one_end() -> None:
    """Bounds that leave enough of a distribution are taken."""
    parameter = parse_parameter({"lognormal": [1, 2], "within": [0, 3]})
    assert parameter.support == (0, 3)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (0, "must be above 0"),
        (-1, "must be above 0"),
        ({"uniform": [-1, 1]}, "must be above 0 (uniform -1 1 goes from -1 to 1"),
        (3, "must be at most 2"),
        ({"lognormal": [1, 1]}, "goes from 0 to inf: cut it with within"),
    ],
)
def test_every_value_that_can_come_must_be_in_bounds(written: object, message: str) -> None:
    """A distribution that can leave the bounds is refused before anything is drawn."""
    with pytest.raises(PydanticCustomError) as error:
        Bounds(above=0, high=2)(parse_parameter(written))
    assert message in str(error.value)


def test_a_distribution_may_reach_down_to_an_open_bound() -> None:
    """It has no probability there; a number has."""
    uniform = Parameter("uniform", (0.0, 2.0))
    assert Bounds(above=0, high=2)(uniform) is uniform
    assert Bounds(low=1).fault(0.5, 2) == "must be at least 1"
    assert Bounds().fault(-1e9, 1e9) is None
