"""Statements that come to lie further apart while the position holds."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.observations import Measured
from volteface.positions.spread import FEWEST, spreading
from volteface.positions.verdicts import verdicts
from volteface.records import Observation

FIRST = date(2012, 1, 1)


@pytest.fixture(name="scattered")
def _scattered(observed: Callable[..., Observation]) -> Callable[..., list[Observation]]:
    """Statements every ten days about 0.1, by turns above and below, as far off as is said."""

    def build(*off: float) -> list[Observation]:
        return [
            observed(FIRST + timedelta(days=10 * k), 0.1 + one * (-1) ** k, f"s{k}", sd=0.3)
            for k, one in enumerate(off)
        ]

    return build


def test_growing_scatter_is_found(
    scattered: Callable[..., list[Observation]], rules: Rules
) -> None:
    """Small at first and wide later; the other way round it is not."""
    wider = spreading(scattered(*[0.05] * 20, *[0.6] * 20), rules)
    narrower = spreading(scattered(*[0.6] * 20, *[0.05] * 20), rules)
    assert wider is not None
    assert narrower is not None
    assert wider.probability > 0.95
    assert wider.after > 1.5 > wider.before
    assert narrower.probability < 0.01


def test_even_scatter_is_no_spread(observed: Callable[..., Observation], rules: Rules) -> None:
    """Of steady series few seem to spread."""
    rng = np.random.default_rng(5)
    called = 0
    for _ in range(100):
        values = 0.1 + rng.normal(0, 0.2, 16)
        series = [
            observed(FIRST + timedelta(days=30 * k), float(value), f"s{k}")
            for k, value in enumerate(values)
        ]
        found = spreading(series, rules)
        assert found is not None
        called += found.probability > 0.9
    assert called <= 1


def test_too_few_cannot_spread(scattered: Callable[..., list[Observation]], rules: Rules) -> None:
    """Less than five on either side."""
    assert spreading(scattered(*[0.1] * (2 * FEWEST - 1)), rules) is None


def test_a_position_that_holds_while_words_spread_is_hedged(
    scattered: Callable[..., list[Observation]], case: Case
) -> None:
    """Said so in the sentence; deeds that scatter are no hedge."""
    words = tuple(scattered(*[0.02] * 24, *[0.55] * 24))
    found = {
        channel: verdicts(
            Measured({Key("RUS", "stay", channel): words}, {}, {}, {}),
            case,
        )[0]
        for channel in ("stated", "revealed")
    }
    assert found["stated"].verdict == "hedge"
    assert "the position holds" in found["stated"].sentence
    assert found["stated"].sentence.split(" (")[0].endswith("further apart than it did")
    assert found["revealed"].verdict == "no shift"
