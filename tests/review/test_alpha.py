import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.review.alpha import Level, alpha, alphas

UNITS = st.lists(st.lists(st.sampled_from([0.0, 1.0, 2.5]), min_size=2, max_size=4), min_size=2)

# Krippendorff (2011), the example with missing data: four coders, twelve units.
PUBLISHED = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
]


@pytest.mark.parametrize(("level", "value"), [("nominal", 0.743), ("interval", 0.849)])
def test_published_example(level: Level, value: float) -> None:
    """Alpha is that of the published example, and lies in its interval."""
    found = alpha(PUBLISHED, level)
    assert found is not None
    assert found.value == pytest.approx(value, abs=0.0005)
    assert found.units == 11
    assert found.low95 is not None
    assert found.high95 is not None
    assert found.low95 < value < found.high95


@settings(max_examples=60)
@given(units=UNITS, level=st.sampled_from(["nominal", "interval"]))
def test_closed_form_is_the_same(units: list[list[float]], level: Level) -> None:
    """What the bootstrap takes of each draw is alpha as the library gives it."""
    domain = sorted({value for unit in units for value in unit})
    if len(domain) < 2:
        return
    counts = np.array([[unit.count(v) for v in domain] for unit in units], float)
    ours = alphas(counts, np.array(domain), np.ones((1, len(units))), level)
    theirs = krippendorff.alpha(
        value_counts=counts.astype(int), value_domain=domain, level_of_measurement=level
    )
    assert ours[0] == pytest.approx(theirs)


def test_nothing_to_compare() -> None:
    """Units of one coder give nothing; where all say one thing of everything there is no alpha."""
    assert alpha([["a"], []], "nominal") is None
    same = alpha([["a", "a"], ["a", "a"]], "nominal")
    assert same is not None
    assert (same.units, same.alike, same.value) == (2, 1.0, None)


def test_interval_covers() -> None:
    """The interval holds the agreement of many more units in nearly all samples of sixty."""
    rng = np.random.default_rng(4)

    def sample(number: int) -> list[tuple[int, int]]:
        first = rng.integers(0, 3, number)
        slips = rng.random(number) < 0.2
        return [(int(a), int((a + slip) % 3)) for a, slip in zip(first, slips, strict=True)]

    large = alpha(sample(20_000), "nominal")
    assert large is not None
    assert large.value is not None
    inside = 0
    for _ in range(40):
        found = alpha(sample(60), "nominal")
        assert found is not None
        assert found.low95 is not None
        assert found.high95 is not None
        inside += found.low95 <= large.value <= found.high95
    assert inside >= 34


def test_mixed_values() -> None:
    """Nobody is a value beside names, and the same data give the same interval."""
    units = [(None, None), ("a", "a"), ("b", None), ("b", "b"), (True, True)]
    assert alpha(units, "nominal") == alpha(list(units), "nominal")
