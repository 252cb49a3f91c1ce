import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from volteface.conflict import compiled_address
from volteface.conflict.address import Purpose, month_hash, uniforms


@settings(deadline=None)  # the first example compiles
@given(
    st.tuples(
        st.integers(0, 2**63 - 1),
        st.integers(0, 10**6),
        st.integers(0, 1200),
        st.sampled_from(Purpose),
        st.integers(0, 4095),
        st.integers(0, 4095),
        st.integers(0, 200),
    )
)
def test_compiled_addresses_have_the_same_bits(address: tuple[int, ...]) -> None:
    """The same address gives the same number in numpy and compiled, strictly between 0 and 1."""
    seed, draw, month, purpose, place, battle, observer = address
    start = month_hash(seed, np.array([draw]), month)
    number = uniforms(start, Purpose(purpose), place, battle, observer)[0]
    compiled = np.uint64(compiled_address.month_hash(seed, draw, month))
    assert compiled == start[0]
    assert compiled_address.unit(compiled, purpose, place, battle, observer) == number
    assert 0 < number < 1


@pytest.mark.parametrize("along", ["draw", "month", "place", "battle", "observer"])
def test_numbers_are_uniform_and_unrelated_along_every_part(along: str) -> None:
    """Neighbouring addresses give numbers that pass for independent uniforms."""
    numbers = []
    for k in range(4000):
        at = {"draw": 3, "month": 7, "place": 2, "battle": 1, "observer": 0, along: k}
        start = month_hash(11, np.array([at["draw"]]), at["month"])
        place = uniforms(start, Purpose.FIGHT, at["place"], at["battle"], at["observer"])
        numbers.append(place[0])
    assert stats.kstest(numbers, "uniform").pvalue > 1e-3
    assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 4 / np.sqrt(4000)


def test_purposes_do_not_share_numbers() -> None:
    """One place under different purposes has different numbers."""
    start = month_hash(0, np.arange(3), 0)
    seen = {tuple(uniforms(start, purpose, 5)) for purpose in Purpose}
    assert len(seen) == len(Purpose)
