from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.cost import (
    Budget,
    CeilingError,
    Price,
    answer_tokens,
    counted,
    most_tokens,
    tokens,
)

REQUESTS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=30)


def test_a_price_is_for_a_million() -> None:
    """Sent and received apart."""
    assert Price(2.0, 8.0).of(1_000_000, 500_000) == pytest.approx(6.0)


@settings(deadline=None)
@given(requests=REQUESTS, most=st.floats(0.001, 1.0))
def test_what_is_spent_never_passes_the_ceiling(
    requests: list[tuple[int, int]], most: float
) -> None:
    """Even if each request costs all that it may."""
    budget = Budget(Price(100.0, 100.0), most)
    for sent, received in requests:
        try:
            held = budget.hold(sent, received)
        except CeilingError:
            continue
        budget.settle(held, sent, received)
    assert budget.spent <= most + 1e-9


def test_a_request_waits_for_those_that_may_turn_out_cheaper() -> None:
    """And goes on once they have."""
    budget = Budget(Price(0.0, 1e6), 10.0)
    first = budget.hold(0, 8)
    got: list[float] = []
    thread = Thread(target=lambda: got.append(budget.hold(0, 5)))
    thread.start()
    budget.settle(first, 0, 2)
    thread.join()
    assert got == [5.0]
    budget.settle(5.0, 0, 5)
    assert (budget.spent, budget.received) == (7.0, 7)
    with pytest.raises(CeilingError):
        budget.hold(0, 4)


def test_without_a_ceiling_all_goes_through() -> None:
    """Tokens are counted all the same."""
    budget = Budget()
    budget.settle(budget.hold(10**9, 10**9), 3, 4)
    assert (budget.sent, budget.received, budget.spent) == (3, 4, 0.0)


def test_a_server_that_counts_too_little_is_not_believed() -> None:
    """A ceiling must hold against it."""
    assert counted(None, 100) == 100
    assert counted(0, 100) == 100
    assert counted(1, 100) == 70
    assert counted(90, 100) == 90
    assert counted(500, 100) == 500


def test_guesses_grow_with_what_is_read() -> None:
    """And never pass what an answer may have."""
    assert tokens("a" * 4000) == 1000
    assert answer_tokens(100) > answer_tokens(10)
    assert answer_tokens(100, 1.0) < answer_tokens(100)
    assert most_tokens(10) > answer_tokens(10)
    assert most_tokens(10**6) == most_tokens(10**7)
    assert most_tokens(100, 50) == 50
